"""Checks: findings about what was read; each rule has a file of its own."""
