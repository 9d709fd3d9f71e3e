"""The parser for a PyYAML that was built without libyaml."""

from __future__ import annotations

from yaml.composer import Composer
from yaml.parser import Parser as _Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class Parser(Reader, Scanner, _Parser, Composer):
    """PyYAML's own parts, put together without a resolver."""

    def __init__(self, stream: bytes) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        _Parser.__init__(self)
        Composer.__init__(self)
