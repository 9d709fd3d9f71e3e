"""The exact engine: constraint programming with OR-Tools."""
