"""What a plan may turn out to be: keyed draws, replayed, as ranges and chances."""
