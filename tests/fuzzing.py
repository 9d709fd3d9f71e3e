"""Fuzzing: property tests on new examples for a stated time, and how to keep a failure."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Generator, Iterator, Sequence
from subprocess import PIPE, STDOUT, Popen, TimeoutExpired
from time import monotonic

import pytest
from hypothesis import settings

settings.register_profile(
    "same", derandomize=True, deadline=None, print_blob=True, max_examples=50
)
settings.register_profile("fuzz", derandomize=False, deadline=None, print_blob=True)
PYTEST = (
    *(sys.executable, "-m", "pytest", "-q", "--tb=short", "--exitfirst"),
    *("-m", "hypothesis", "--hypothesis-profile=fuzz"),
)
TIME_IS_UP = -1
KEEP = """\
Add this above `{name}`, below its other decorators, and import `example` from hypothesis.
Leave out what `parametrize` supplies. Where an argument does not print as Python (a
`Random`, say), build it by hand in a test of its own.

@example{arguments}"""
AGAIN = """\
To see this failure again while you mend it, import `reproduce_failure` from hypothesis and
add, for as long as you need it:

{line}"""


def main(seconds: float, arguments: Sequence[str]) -> int:
    """Run all property tests again and again until time is up or one of them fails."""
    until, rounds = monotonic() + seconds, 0
    while (left := until - monotonic()) > 0:
        code, output = _round(left, arguments)
        if code == TIME_IS_UP:
            break
        if code:
            sys.stdout.write(output)
            return code
        rounds += 1
        sys.stdout.write(f"round {rounds}: {output.splitlines()[-1]}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{seconds:g} seconds are up, and no example failed\n")
    return 0


def _round(seconds: float, arguments: Sequence[str]) -> tuple[int, str]:
    """Pytest's exit code and what it printed; all property tests run once."""
    with Popen([*PYTEST, *arguments], stdout=PIPE, stderr=STDOUT, text=True) as tests:
        try:
            output, _ = tests.communicate(timeout=seconds)
            return tests.returncode, output
        except TimeoutExpired:
            tests.send_signal(signal.SIGINT)
            output, _ = tests.communicate()
    # A run that is interrupted while it starts ends like one with failures, but names none.
    failed = re.search(r"^FAILED ", output, re.M) is not None
    return pytest.ExitCode.TESTS_FAILED if failed else TIME_IS_UP, output


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say below a property test that failed how its example is kept."""
    report = yield
    if call.excinfo is not None:
        name = getattr(item, "originalname", item.name)
        report.sections += [
            ("how to keep this example", text)
            for error in _leaves(call.excinfo.value)
            if (text := kept(name, getattr(error, "__notes__", [])))
        ]
    return report


def kept(name: str, notes: Sequence[str]) -> str:
    """The decorators that repeat what Hypothesis noted of a failure; empty without notes.

    >>> notes = ["Falsifying example: test_a(\\n    n=10,\\n)"]
    >>> print(kept("test_a", notes).splitlines()[-3:])
    ['@example(', '    n=10,', ')']
    """
    said = "\n".join(notes)
    example = re.search(rf": {re.escape(name)}(\(.*?^\)|\(.*?\)$)", said, re.M | re.S)
    line = re.search(r"@reproduce_failure\(.*?\)(?= as )", said)
    parts = [
        example and KEEP.format(name=name, arguments=example[1]),
        line and AGAIN.format(line=line[0]),
    ]
    return "\n\n".join(part for part in parts if part)


def _leaves(error: BaseException) -> Iterator[BaseException]:
    """An error, or each of a group."""
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _leaves(one)
    else:
        yield error


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
