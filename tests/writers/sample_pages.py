"""Pages to look at: a roadmap as it should be, and one whose titles mean harm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from roadmap.diagnostics import Diagnostic, Finding, Located, Place, Rule, Severity, Span
from roadmap.views.page import (
    Bar,
    BarGroup,
    Column,
    Findings,
    Graph,
    Group,
    Line,
    Load,
    Number,
    Page,
    Percent,
    Prose,
    Row,
    Table,
    Timeline,
)

HOSTILE = (
    "[/]",
    "[a/b] and [red]red[/red]",
    ":rocket: at 10:30:15",
    "| pipe | and `tick`",
    "<b>bold</b> & &amp; <!-- gone -->",
    "red \x1b[31mESC\x07 bell",
    "right \u202eot tfel",
    "漢字の題名と全角ＡＢＣ",
    "family 👨\u200d👩\u200d👧 and 🇫🇷 and ☀️",
    "e\u0301te\u0301, می\u200cروم, हिन्दी",
    "two\nlines\tand a tab",
    "# heading",
    "1. first",
    "- item",
    "*star* _under_ __init__ snake_case ~~gone~~",
    "@octocat closes #12 and GH-34 in owner/repo#56, 1234567890abcdef",
    "https://example.org/a_b|c, http://x.org. mailto:a@b.org javascript:alert(1) www.x.org",
    "costs $5 to $10, \\ slashes \\| too",
    "a title that is so very long that no terminal in the world will ever show all of it",
    "",
)


def number(value: str) -> Number:
    return Number(Fraction(value))


def sequence_page() -> Page:
    columns = (
        Column("#", right=True),
        Column("Initiative", shrink=2),
        Column("Value", right=True),
        Column(""),
        Column("Effort", right=True),
        Column("Score", right=True),
        Column(""),
        Column("Bundle", right=True),
        Column("Why", shrink=1, wrap=True),
    )
    bundles = Group(
        "By value for effort",
        (
            _step(2, "One login for web, app and phone", "6.2", "5", "1.24", "13.2", "┌",
                  "▲ pulled forward to unblock “One screen for agents” and 1 more"),
            _step(3, "Move house in one form", "125.9", "7", "18", "13.2", "│",
                  "▼ includes prerequisite effort (“One login for web, app and phone”)"),
            _step(4, "One screen for agents", "158", "10", "15.8", "13.2", "└",
                  "▼ includes prerequisite effort (“One login for web, app and phone”)"),
            Row((None, None, number("290.1"), "÷", number("22"), None, "=", number("13.2"),
                 None), rule=True),
            _step(5, "Forecast the next bill in the app", "118.8", "9.5", "12.5", "12.5"),
        ),
    )  # fmt: skip
    running = Row(
        (1, "Send a photo of the meter", number("40"), None, number("2"), number("20"),
         None, None, None),
    )  # fmt: skip
    more = Row(("…9", "and 4 more with this score (--all)", *[None] * 7), faint=True)
    ahead = Group("In progress", (running,))
    rest = Group(bundles.title, (*bundles.rows, more))
    verdict = Line(
        "Average time to value: 7.4 weeks of work (naive order: 8.9, 20 % longer; proven "
        "optimal).",
        "good",
    )
    title = "Northwind Energy: initiatives ranked by value for effort"
    return Page(
        title,
        (Table("sequence", columns, (ahead, rest)), Prose((verdict,))),
        {"format": 1, "sequence": {"ids": ["b", "a"], "cost": Fraction(1, 3)}},
    )


def _step(
    position: int,
    title: str,
    value: str,
    size: str,
    own: str,
    step: str,
    mark: str = "",
    why: str = "",
) -> Row:
    numbers = (number(value), None, number(size), number(own), None, number(step))
    return Row((position, title, *numbers, why), mark=mark)


def plan_page(months: int = 10) -> Page:
    average = (
        "Average time to value: 8.1 weeks (naive order: 9.9; proven minimum: 6.2, not "
        "tight)."
    )
    departure = (
        "No web capacity for Move house in one form until 9 March, so Pay for solar power "
        "fed in (saves 12) starts first."
    )
    columns = (
        Column("Initiative", shrink=1),
        Column("Due"),
        Column("Kept", right=True),
    )
    kept = (
        Row(("The bill layout", date(2027, 4, 30), Percent(Fraction(1)))),
        Row(("Solar", "2027-Q2", Percent(Fraction(2, 3))), strong=True),
    )
    return Page(
        "Northwind Energy: plan as of 4 January 2027",
        (
            Prose((Line("Left out: billing/broken.yaml, which is no YAML", "warning"),)),
            timeline(months),
            Prose(
                (
                    Line(average, "good"),
                    Line("Where the schedule departs from the ranking", "heading"),
                    Line(departure, "item"),
                    Line("which depends on meter-readings-api", indent=1),
                )
            ),
            Table(
                "promises",
                columns,
                (Group("", kept),),
                "Deadlines and commitments",
            ),
        ),
    )


def timeline(months: int = 10) -> Timeline:
    """Working days, five a week, twenty-one and a bit a month, from 4 January 2027."""
    days = months * 21
    start = date(2027, 1, 4)
    dates = {day: start + timedelta(day // 5 * 7 + day % 5) for day in range(days + 1)}
    ticks = tuple(
        (day, when.strftime("%b"))
        for day, when in dates.items()
        if day < days and (day == 0 or dates[day - 1].month != when.month)
    )
    last = days - 40
    groups = (
        BarGroup(
            "NOW (starts by 12 February)",
            (
                Bar("photo", "Send a photo of the meter", "running", 0, 4, ("web", "data"),
                    "8 Jan"),
                Bar("move", "Move house in one form", "planned", 4, 28, ("web", "service"),
                    "11 Feb", ((39, "promise"),), likely=(24, 44)),
            ),
        ),
        BarGroup(
            "NEXT (starts by 14 May)",
            (
                Bar("layout", "The bill layout the regulator wants by the end of April",
                    "planned", 50, 81, ("web", "billing"), "Apr", ((81, "deadline"),)),
                Bar("gate", "The regulator answers", "milestone", 81, 81, (), "Apr"),
                Bar("late", "Late already", "planned", 60, 90, ("data",), "May",
                    ((70, "deadline"),)),
            ),
        ),
        BarGroup(
            "LATER",
            (
                Bar("solar", "Pay for solar power fed in", "assumed", 90, last, ("web",),
                    "Q3", likely=(last - 20, days + 30)),
                Bar("tail", "A day's work", "planned", days - 1, days, ("data",), "Q4"),
            ),
        ),
    )  # fmt: skip
    half, full, none = Fraction(1, 2), Fraction(1), Fraction(0)
    loads = (
        Load("web", "Web", "w", (full,) * 28 + (half,) * (last - 28), Fraction(4)),
        Load("data", "Data", "d", (half,) * 4 + (none,) * 56 + (full,) * 30, Fraction(1)),
        Load("billing", "Billing", "b", (none,) * 50 + (half,) * 31, Fraction(5, 2)),
        Load("service", "Service", "s", tuple(Fraction(n, 28) for n in range(28))),
    )
    return Timeline("plan", 0, days, ticks, groups, loads, dates, often="8 in 10")


def hostile_page() -> Page:
    columns = (
        Column("Initiative", shrink=1),
        Column("Score", right=True),
        Column("Note", shrink=2),
        Column("Owner", optional=True),
    )
    rows = tuple(
        Row((title, number(f"{place}.5"), HOSTILE[-place - 1], "web"), strong=place == 3)
        for place, title in enumerate(HOSTILE)
    )
    lines = [Line(title) for title in HOSTILE]
    lines += [Line(title, "item", place % 3) for place, title in enumerate(HOSTILE)]
    lines += [Line(title, "heading") for title in HOSTILE[:4]]
    lines += [Line(title, "strong") for title in HOSTILE[4:6]]
    bars = tuple(
        Bar(str(place), title, "planned", place, place + 3, ("a|b",), title[:6])
        for place, title in enumerate(HOSTILE)
    )
    loads = (Load("a|b", HOSTILE[3], "|", (Fraction(1),) * 9),)
    nodes = tuple((str(place), title, "") for place, title in enumerate(HOSTILE))
    edges = tuple((str(place), str(place + 1)) for place in range(len(HOSTILE) - 2))
    blocks = (
        Table("hostile", columns, (Group(HOSTILE[0], rows), Group("Twice", rows[:2]))),
        Prose(tuple(lines), HOSTILE[1]),
        Table("twice", columns, (Group("Twice", rows[2:4]),), "Again!"),
        Timeline("plan", 0, 30, ((0, "Jan"),), (BarGroup(HOSTILE[3], bars),), loads),
        Graph("graph", nodes, edges, "Dependencies"),
        findings(),
    )
    return Page(HOSTILE[15], blocks, {"title": HOSTILE[5], "titles": list(HOSTILE)})


UNKNOWN = Rule("RM101", "unknown-dependency", Severity.ERROR, "")
STALE = Rule("RM301", "stale-evidence", Severity.WARNING, "")
UNDECLARED = Rule("RM401", "undeclared-dependencies", Severity.NOTE, "")


def findings() -> Findings:
    """Findings on every kind of line: tabs, wide signs, escapes, very long, several."""
    long = "word " * 160 + "bad" + " rest" * 99
    wide = "title: 漢字と👩\u200d🚀 bad"
    found = {
        Place("a.yaml", ("depends_on", 0)): _at("a", (5, 7, 17), "    - chekout-v2 # soon"),
        Place("b.yaml", ("tab",)): _at("b", (12, 8, 11), "\tkey:\t\tbad"),
        Place("b.yaml", ("wide",)): _at("b", (120, 15, 18), wide),
        Place("b.yaml", ("escape",)): _at("b", (7, 11, 14), "x: \x1b[2J\u202e bad \x00"),
        Place("c.yaml", ("long",)): _at("c", (3, 801, 804), long),
        Place("c.yaml", ("several",)): Located(
            "initiatives/c.yaml",
            Span(9, 8, 11, 6),
            ("notes: |", "  several", "  lines"),
            9,
        ),
        Place("a.yaml", ("depends_on", 1)): _at("a", (6, 7, 8), "    - b"),
        Place("b.yaml", ("depends_on",)): Located("initiatives/b.yaml", Span(99, 1, 99, 2)),
    }
    places = list(found)
    bad = "no value `bad` is known here"
    return _findings(
        found,
        Diagnostic(
            UNKNOWN,
            "no initiative `chekout-v2`; did you mean `checkout-v2`?",
            places[0],
            cure="write `checkout-v2`, or add the initiative",
        ),
        *(Diagnostic(UNKNOWN, bad, place, cure="mend it") for place in places[1:5]),
        Diagnostic(STALE, "these lines say nothing", places[5]),
        Diagnostic(
            UNKNOWN,
            "`a` and `b` wait for each other",
            places[6],
            ((places[6], "`a` waits for `b`"), (places[7], "`b` waits for `a`")),
            "take one of the two away",
        ),
        Diagnostic(STALE, "the file cannot be read", Place("d.yaml"), cure="mend it"),
        Diagnostic(UNDECLARED, "14 initiatives declare no dependencies"),
        *(Diagnostic(UNDECLARED, f"no need `{title}` here") for title in HOSTILE),
    )


def _findings(places: dict[Place, Located], *diagnostics: Diagnostic) -> Findings:
    return Findings(
        tuple(located(diagnostic, places) for diagnostic in diagnostics), files=14
    )


def located(
    diagnostic: Diagnostic,
    places: Mapping[Place, Located] | None = None,
    *,
    home: str = "portfolio.yaml",
    mark: str = "",
) -> Finding:
    """A finding whose places are looked up, by their file alone where they are unknown."""

    def look(place: Place) -> Located:
        return (places or {}).get(place) or Located(place.file, place.span)

    labels = dict(diagnostic.related)
    own = "" if diagnostic.place is None else labels.pop(diagnostic.place, "")
    related = tuple((look(place), label) for place, label in labels.items())
    return Finding(
        diagnostic,
        look(diagnostic.place) if diagnostic.place else Located(home),
        own,
        related,
        mark,
    )


def _at(file: str, where: tuple[int, int, int], text: str) -> Located:
    line, column, end = where
    span = Span(line, column, line, end)
    return Located(f"initiatives/{file}.yaml", span, (text,), line)


def findings_page() -> Page:
    return Page("", (findings(),), {"format": 1, "findings": []})
