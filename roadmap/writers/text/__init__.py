"""What all formats share: cells, widths, and user text made harmless."""
