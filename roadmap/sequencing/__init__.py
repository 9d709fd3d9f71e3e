"""Sequencing: a portfolio and its scores in, the best order and the best plan out."""
