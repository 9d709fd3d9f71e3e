"""What is wrong with the marks of a document's regions, in words."""

from __future__ import annotations

from roadmap.editing.regions import Fault, FaultKind


def fault_text(fault: Fault) -> str:
    """A fault as a message.

    >>> fault_text(Fault(3, 1, FaultKind.NOT_ENDED, "plan"))
    'the region `plan` has no end'
    """
    region = f"the region `{fault.of}`"
    match fault.kind:
        case FaultKind.NAMELESS:
            return f"`roadmap:{fault.of}` needs a name: letters, digits and `. _ -`"
        case FaultKind.NO_OPTION:
            where = "these are written key=value, where a region begins"
            return f"`{fault.of}` is no option: {where}"
        case FaultKind.REPEATED_OPTION:
            return f"{region} says an option twice"
        case FaultKind.NESTED:
            where = f"`{fault.around}`, which begins on line {fault.begun}"
            return f"{region} begins inside {where}"
        case FaultKind.REPEATED:
            return f"{region} begins twice: here and on line {fault.begun}"
        case FaultKind.NOT_BEGUN:
            return f"{region} ends here without a beginning"
        case FaultKind.NOT_ENDED:
            return f"{region} has no end"
