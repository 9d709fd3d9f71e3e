"""The exact engine: constraint programming, the one room that knows OR-Tools."""
