"""What can be wrong, and where: rules, places, diagnostics and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

Step = str | int
Route = tuple[Step, ...]


class Severity(IntEnum):
    """How much a finding matters; a greater one is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as users read and write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: lines and columns from 1, in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A symbolic place: file, YAML document in it, route of keys; a line only when read.

    `file` is relative to the portfolio folder, with forward slashes. A step is a key, a
    list's index, or, in a list of plain values, the value itself. `on_key` means the last
    key of the route itself, not its value. `span` is given only where no route exists (a
    syntax error).

    >>> (Place("a.yaml") / "depends_on" / 0).route
    ('depends_on', 0)
    """

    file: str
    route: tuple[Step, ...] = ()
    document: int = 0
    on_key: bool = False
    span: Span | None = None

    def __truediv__(self, step: Step) -> Place:
        """The place one step further down."""
        return Place(self.file, (*self.route, step), self.document)

    @property
    def key(self) -> Place:
        """The same place, meaning its key rather than its value."""
        return Place(self.file, self.route, self.document, on_key=True)


@dataclass(frozen=True, slots=True)
class Located:
    """A place as a reader finds it: the path as printed, the stretch, its source lines.

    `span` is None where there is no line to point at. `lines` are the lines that the span
    touches, at most three, without their ends; the first of them is `first_line`, from 1.
    """

    path: str
    span: Span | None = None
    lines: tuple[str, ...] = ()
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: stable code, a name that completes "allow …", its manual page."""

    code: str
    name: str
    severity: Severity
    page: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A cure that can be applied: the place whose text is replaced, and by what."""

    place: Place
    text: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `place` is None where a finding is about the whole portfolio; `related` are other
    places that belong to it, each with a label; `cure` is an imperative or empty;
    `initiative` is the id it concerns, None where it concerns none.
    """

    rule: Rule
    message: str
    place: Place | None = None
    related: tuple[tuple[Place, str], ...] = ()
    cure: str = ""
    initiative: str | None = None
    edits: tuple[Edit, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic as its readers need it: its places looked up, and a lasting name.

    `at` is where it points; the portfolio's file where it is about the whole portfolio.
    `label` is a remark on that place, or empty; `related` are the other places, each with
    a label. The `fingerprint` stays the same when lines move.
    """

    diagnostic: Diagnostic
    at: Located
    label: str = ""
    related: tuple[tuple[Located, str], ...] = ()
    fingerprint: str = ""

    @property
    def placed(self) -> bool:
        """Whether it has a place of its own, rather than the whole portfolio."""
        return self.diagnostic.place is not None

    @property
    def rule(self) -> Rule:
        """The rule that it breaks."""
        return self.diagnostic.rule

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return self.diagnostic.rule.severity

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.diagnostic.message

    @property
    def cure(self) -> str:
        """What to do about it: an imperative, or empty."""
        return self.diagnostic.cure

    @property
    def initiative(self) -> str | None:
        """The id of the initiative that it concerns; None where it concerns none."""
        return self.diagnostic.initiative
