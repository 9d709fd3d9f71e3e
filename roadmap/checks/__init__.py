"""Checks: what was read in, findings out; one file per rule, found by looking."""
