"""The command `roadmap` for scripts, without the time that Python takes to begin.

A process that has imported the program waits, and each call is a fork of it, with the
words, folder, variables and streams of its caller.
"""

from __future__ import annotations

import atexit
import json
import os
import shlex
import shutil
import signal
import socket
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NoReturn

from benchmarks.growth import imported
from roadmap.__main__ import main

CLIENT = """\
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as line:
    line.connect(sys.argv[1])
    socket.send_fds(line, [b"!"], [0, 1, 2])
    line.sendall(json.dumps([sys.argv[2:], os.getcwd(), dict(os.environ)]).encode())
    line.shutdown(socket.SHUT_WR)
    sys.exit(line.recv(1)[0])
"""


def put_on_path(folder: Path) -> None:
    """Write the command `roadmap` into a folder."""
    client, door = _opened()
    call = shlex.join([sys.executable, "-IS", str(client), str(door)])
    command = folder / "roadmap"
    command.write_text(f'#!/bin/sh\nexec {call} "$@"\n', encoding="utf-8")
    command.chmod(0o755)


@cache
def _opened() -> tuple[Path, Path]:
    """The program that calls, and the socket at which a process waits for its calls."""
    home = Path(mkdtemp(prefix="roadmap-"))
    client, door = home / "call.py", home / "door"
    client.write_text(CLIENT, encoding="utf-8")
    imported()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(door))
        listening.listen()
        waiting = os.fork()
        if not waiting:
            _wait(listening)
    atexit.register(_end, waiting, home)
    return client, door


def _end(waiting: int, home: Path) -> None:
    os.kill(waiting, signal.SIGKILL)
    os.waitpid(waiting, 0)
    shutil.rmtree(home)


def _wait(listening: socket.socket) -> NoReturn:
    """Answer one call after another until the process that began this one is gone."""
    try:
        began = os.getppid()
        os.dup2(listening.fileno(), 3)
        os.closerange(4, 4096)
        for number in range(3):
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
        door = socket.socket(fileno=3)
        door.settimeout(1)
        while os.getppid() == began:
            with suppress(TimeoutError):
                _answer(door.accept()[0])
    finally:
        os._exit(0)


def _answer(line: socket.socket) -> None:
    with line:
        line.setblocking(True)
        _, streams, _, _ = socket.recv_fds(line, 1, 3)
        said = b"".join(iter(lambda: line.recv(1 << 16), b""))
        running = os.fork()
        if not running:
            _run(streams, *json.loads(said))
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(running, 0)
        line.sendall(bytes([os.waitstatus_to_exitcode(status) & 255]))


def _run(
    streams: list[int], words: list[str], folder: str, variables: dict[str, str]
) -> NoReturn:
    """Do what `python -m roadmap` does, and leave the process."""
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(variables)
        sys.argv = ["roadmap", *words]
        sys.stdin, sys.stdout, sys.stderr = (
            open(number, mode, encoding="utf-8")  # noqa: PTH123, SIM115
            for number, mode in enumerate("rww")
        )
        main()
    finally:
        os._exit(70)
