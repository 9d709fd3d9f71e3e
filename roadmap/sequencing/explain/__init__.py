"""What a finished plan says of itself: reasons, inversions and the bottleneck."""
