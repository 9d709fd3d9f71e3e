"""The pages, one file each: what a command shows, as values."""
