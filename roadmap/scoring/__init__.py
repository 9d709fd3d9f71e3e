"""Scoring: from a portfolio to the value, effort and score of each initiative."""
