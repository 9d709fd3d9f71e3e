"""Sequencing: from a portfolio and its scores to the best order and plan."""
