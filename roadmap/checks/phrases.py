"""Amounts as findings say them."""

from __future__ import annotations


def working_days(days: int) -> str:
    """Working days in words.

    >>> working_days(1), working_days(31)
    ('1 working day', '31 working days')
    """
    return "1 working day" if days == 1 else f"{days} working days"
