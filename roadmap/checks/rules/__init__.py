"""The rules, one file each, found by looking; the docstring of each is its manual page."""
