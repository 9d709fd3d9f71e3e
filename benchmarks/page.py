"""What the HTML page costs: against Markdown, in bytes, and how soon its filters answer.

`python -m benchmarks.page`: 1,000 initiatives; the filters are timed by Chromium, where
there is one and Selenium too. Exit code 1 where something is more than allowed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.instances import disturbed, folder, roadmap
from benchmarks.report import seconds
from tests.browser.chromium import missing, reader

INITIATIVES, TEAMS = 1000, 12
RATIO, BYTES, MILLISECONDS = 1.5, 6_000_000, 100
WORDS = ("t", "t1", "t12", "", "zz", "")
TIMED = """
const box = document.querySelector('[name=q]'), began = performance.now();
box.value = arguments[0];
box.dispatchEvent(new Event('input', {bubbles: true}));
document.body.getBoundingClientRect();
return performance.now() - began;
"""


def main() -> int:
    """Print a row for each figure; 1 if one of them is too high."""
    with tempfile.TemporaryDirectory() as name:
        files = Path(name, "initiatives")
        files.mkdir()
        folder(disturbed(roadmap(INITIATIVES, TEAMS)), files)
        page = Path(name, "page.html")
        markdown = seconds("report", str(files))
        html = seconds("report", str(files), "--format", "html", "-o", str(page))
        rows = [
            ("processor time, in times of Markdown", html / markdown, RATIO),
            ("size in MB", page.stat().st_size / 1e6, BYTES / 1e6),
            *answers(page, Path(name, "profile")),
        ]
    print(f"HTML of {INITIATIVES} initiatives: {html:.1f} s, Markdown: {markdown:.1f} s")
    print(f"{'':<40} {'is':>8} {'allowed':>8}")
    for what, figure, allowed in rows:
        print(f"{what:<40} {figure:>8.2f} {allowed:>8.2f}")
    return int(any(figure > allowed for _, figure, allowed in rows))


def answers(page: Path, profile: Path) -> list[tuple[str, float, float]]:
    """The slowest answer of the search in milliseconds, each the best of three."""
    if missing():
        print(f"not timed in a browser: no {', no '.join(missing())}")
        return []
    found = []
    with reader(profile) as opened:
        for view in ("timeline", "ranking"):
            opened.open(page, f"#view={view}")
            rounds = [[opened.run(TIMED, word) for word in WORDS] for _ in range(3)]
            slowest = max(map(min, zip(*rounds, strict=True)))
            found.append((f"search in `{view}`, in ms", slowest, float(MILLISECONDS)))
    return found


if __name__ == "__main__":
    sys.exit(main())
