"""The sequence: jobs with value and size, in the order in which value arrives soonest."""
