"""Selection: the set of greatest value that fits the limits, closed under dependencies."""
