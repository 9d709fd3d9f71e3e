"""A cell's value as text, the same in all formats."""

from __future__ import annotations

from datetime import date

from roadmap.scoring.figures import figure, significant
from roadmap.views.page import Cell, Links, Number, Percent


def cell_text(cell: Cell) -> str:
    """A value with the digits it deserves; user text as it stands.

    >>> from fractions import Fraction
    >>> cell_text(Number(Fraction(7, 2))), cell_text(Percent(Fraction(2, 3)))
    ('3.5', '67 %')
    >>> cell_text(Number(Fraction(4), assumed=True))
    '~4.0'
    """
    match cell:
        case None:
            return ""
        case Number():
            return ("~" if cell.assumed else "") + _number(cell)
        case Percent():
            return f"{figure(cell.value * 100, cell.decimals)} %"
        case Links():
            return ", ".join(link.text for link in cell.links)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _number(number: Number) -> str:
    if number.significant is None:
        text = figure(number.value, number.decimals)
    elif number.value < 0:
        text = "-" + significant(-number.value, number.significant)
    else:
        text = significant(number.value, number.significant)
    return f"+{text}" if number.sign and number.value > 0 else text
