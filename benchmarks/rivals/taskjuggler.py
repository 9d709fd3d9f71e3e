"""TaskJuggler 3, with priorities by score: an hour stands for a working day.

It may interrupt a task, so its plans are of an easier problem; its own rules are checked.
"""

from __future__ import annotations

import csv
import re
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from benchmarks.cases import Case, Times
from benchmarks.rivals import Rival
from benchmarks.rivals.available import by_score
from roadmap.sequencing.schedule.problem import FAR

BEGIN, FORMAT = datetime(2027, 1, 4), "%Y-%m-%d-%H:%M"
BOOKING = re.compile(r"booking (\w+) ([^{]+)")
STRETCH = re.compile(r"(\S+)-\+0000 \+ ([\d.]+)h")
HEAD = """\
project case "case" {begin}-+0000 +{hours}h {{
  timezone "UTC"
  timingresolution 60min
  dailyworkinghours 24
  yearlyworkingdays 365
  workinghours mon - sun 0:00 - 24:00
  timeformat "{format}"
}}
"""
TAIL = """\
taskreport "ends" {{ formats csv columns id, start, end }}
export "booked" {{ formats tjp definitions - taskattributes booking hideresource 0 }}
"""


def version() -> str | None:
    """What `tj3 --version` says."""
    if which("tj3") is None:
        return None
    said = subprocess.run(["tj3", "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"3\.[\d.]+\d", said.stdout + said.stderr)
    return f"TaskJuggler {found[0]}" if found else None


def plan(case: Case, units: float) -> Times | None:
    """The days that TaskJuggler gives; None for what it has no words for."""
    if not _can_say(case):
        return None
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case.tjp").write_text("\n".join(_lines(case)), encoding="utf-8")
        command = ["tj3", "--silent", "case.tjp"]
        subprocess.run(command, cwd=folder, capture_output=True, check=True)
        with (folder / "ends.csv").open(encoding="utf-8") as rows:
            told = {row["Id"]: row for row in csv.DictReader(rows, delimiter=";")}
        booked = (folder / "booked.tji").read_text(encoding="utf-8")
    times = {
        each: (_hour(told[f"t{each}"]["Start"]), _hour(told[f"t{each}"]["End"]))
        for each in range(case.problem.count)
    }
    _check(case, times, booked)
    return times


def _can_say(case: Case) -> bool:
    """One person of one team a task, always there, and no dates."""
    whole = case.problem
    alone = all(len(holds) < 2 and all(h.held == 1 for h in holds) for holds in whole.holds)
    present = not any(crew.presence.regular for crew in whole.crews)
    dated = any(whole.earliest) or any(day < FAR for day in whole.due)
    return alone and present and not dated and not whole.fixed and not whole.makespan


def _lines(case: Case) -> Iterator[str]:
    whole = case.problem
    hours = sum(hold.length for holds in whole.holds for hold in holds)
    yield HEAD.format(begin=BEGIN.strftime(FORMAT), hours=hours + 24, format=FORMAT)
    for number, crew in enumerate(whole.crews):
        for person in range(crew.capacity):
            yield f'resource r{number}_{person} "r"'
    priority = {each: 1000 - place for place, each in enumerate(by_score(case))}
    for each in range(whole.count):
        needs = ", ".join(f"t{one}" for one in whole.before[each])
        depends = f"depends {needs}" if needs else ""
        yield f'task t{each} "t" {{ {_work(case, each)} {depends}'
        yield f"priority {max(1, priority[each])} }}"
    yield TAIL.format()


def _work(case: Case, number: int) -> str:
    if not case.problem.holds[number]:
        return "milestone"
    (hold,) = case.problem.holds[number]
    first, *others = (
        f"r{hold.crew}_{person}" for person in range(case.problem.crews[hold.crew].capacity)
    )
    choice = f" {{ alternative {', '.join(others)} select minloaded persistent }}"
    return f"effort {hold.length}h allocate {first}{choice if others else ''}"


def _hour(text: str) -> int:
    return (datetime.strptime(text, FORMAT) - BEGIN) // timedelta(hours=1)


def _check(case: Case, times: Times, booked: str) -> None:
    """Nothing before what it needs, nobody twice in an hour, all work done in its days."""
    whole = case.problem
    busy: set[tuple[str, int]] = set()
    for each, needs in enumerate(whole.before):
        assert all(times[one][1] <= times[each][0] for one in needs)
    for text in booked.split("supplement task t")[1:]:
        number = int(text.split()[0])
        held = set(_held(text))
        assert not held & busy
        assert all(times[number][0] <= hour < times[number][1] for _, hour in held)
        assert len(held) == sum(hold.length for hold in whole.holds[number])
        busy |= held


def _held(text: str) -> Iterator[tuple[str, int]]:
    """The hours that each person is booked for."""
    for person, stretches in BOOKING.findall(text):
        for start, hours in STRETCH.findall(stretches):
            first = _hour(start)
            yield from ((person, first + more) for more in range(int(float(hours))))


RIVAL = Rival("TaskJuggler", version, plan, relaxed=True)
