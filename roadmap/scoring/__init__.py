"""Scoring: a portfolio in, what each initiative is worth alone out."""
