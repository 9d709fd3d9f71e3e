"""The terminal: each kind of block as lines of a given width."""
