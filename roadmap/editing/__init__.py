"""Editing: files changed in exact places, all else in them as it was."""
