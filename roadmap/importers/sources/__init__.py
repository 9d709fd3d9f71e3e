"""The trackers that can be imported, one module each; all are found by looking."""
