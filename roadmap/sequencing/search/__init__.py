"""Search for a good plan: initial orders, moves between them, and repairs."""
