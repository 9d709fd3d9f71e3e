"""The rules, one file each; the docstring of each is its page in the manual."""
