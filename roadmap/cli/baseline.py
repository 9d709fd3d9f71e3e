"""A baseline: the known findings, so that only new ones fail."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.cli.exits import say, stop
from roadmap.cli.files import write_text

if TYPE_CHECKING:
    from roadmap.diagnostics import Finding

FORMAT = 1
_KIND = "roadmap check baseline"


def new_ones(
    findings: tuple[Finding, ...], path: Path, silent: Collection[str]
) -> tuple[Finding, ...]:
    """The findings that a baseline does not list; prints how many it does.

    Findings of `silent` rules, which did not run, are never fixed.
    """
    known = _codes(path)
    new = tuple(finding for finding in findings if finding.fingerprint not in known)
    gone = known.keys() - {finding.fingerprint for finding in findings}
    gone = {mark for mark in gone if known[mark] not in silent}
    if hidden := len(findings) - len(new):
        what = "1 known finding" if hidden == 1 else f"{hidden} known findings"
        say(f"{what} left out, as `{path}` lists {'it' if hidden == 1 else 'them'}")
    if gone:
        what = "1 known finding is" if len(gone) == 1 else f"{len(gone)} known findings are"
        say(
            f"{what} fixed; remove {'it' if len(gone) == 1 else 'them'} from the baseline "
            "with --write-baseline"
        )
    return new


def write_baseline(findings: Iterable[Finding], path: Path) -> None:
    """Write all findings to a baseline; replaces an older baseline, nothing else."""
    from roadmap.writers.text.json_text import harmless_json

    if path.exists():
        _read(path)
    listed = [_listed(finding) for finding in findings]
    listed.sort(key=lambda each: (each["path"] or "", each["code"], each["fingerprint"]))
    data = {"format": FORMAT, "kind": _KIND, "findings": listed}
    text = json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True)
    write_text(path, f"{harmless_json(text)}\n", force=True)
    count = "1 finding" if len(listed) == 1 else f"{len(listed)} findings"
    say(f"{count} written to `{path}`")


def _listed(finding: Finding) -> dict[str, str | None]:
    """A finding as the baseline lists it; without its line, so that it seldom changes."""
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "path": finding.at.path if finding.placed else None,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }


def _codes(path: Path) -> dict[str, str]:
    """The code of each finding in a baseline, by fingerprint."""
    if not path.exists():
        stop(f"no baseline `{path}`; create it with --write-baseline")
    return {each["fingerprint"]: str(each.get("code")) for each in _read(path)}


def _read(path: Path) -> list[dict[str, Any]]:
    from roadmap.reading.sources import file_bytes

    try:
        data = json.loads(file_bytes(str(path)).decode("utf-8"))
    except OSError as error:
        stop(f"cannot read `{path}`: {error.strerror or error}")
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("kind") != _KIND:
        stop(f"`{path}` is not a baseline of `roadmap check`")
    if data.get("format") != FORMAT:
        stop(f"`{path}` is of another version; replace it with --write-baseline")
    entries = data.get("findings")
    if not isinstance(entries, list) or not all(map(_is_listed, entries)):
        stop(f"`{path}` is damaged; replace it with --write-baseline")
    return entries


def _is_listed(each: object) -> bool:
    return isinstance(each, dict) and isinstance(each.get("fingerprint"), str)
