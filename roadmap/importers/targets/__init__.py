"""The forms in which a roadmap goes back to trackers, one module each, found by looking."""
