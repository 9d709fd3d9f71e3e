"""The parts of the report, one file each, found by looking."""
