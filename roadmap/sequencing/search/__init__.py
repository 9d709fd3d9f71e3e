"""The search for a good plan: orders to begin with, moves between them, and repairs."""
