"""Explain a finished plan: reasons, inversions and the bottleneck."""
