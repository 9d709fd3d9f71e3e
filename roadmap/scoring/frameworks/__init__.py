"""The frameworks, one file each, found by looking."""
