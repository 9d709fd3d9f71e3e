"""docs/file-format.md names every key of `forecast`, with examples that can be read."""

from __future__ import annotations

import os
from datetime import date

from roadmap.cli.load import words
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.simulation.settings import ForecastSettings, forecast_settings
from tests.docs import forecast_keys
from tests.docs.markdown import code, tables

TODAY = date(2027, 1, 4)


def test_what_the_forecast_declares_stands_in_the_page_as_declared() -> None:
    if os.environ.get("ROADMAP_REWRITE"):
        forecast_keys.rewrite()

    assert forecast_keys.written() == forecast_keys.table(), "`make rewrite` renews it"


def test_the_examples_of_forecast_keys_are_read_without_a_finding() -> None:
    (found,) = tables(forecast_keys.written())
    for row in found:
        (path,), (example,) = code(row[0]), code(row[5])
        _, _, key = path.rpartition(".")
        text = f"forecast: {{{key}: {example}}}" if "." in path else f"{path}: {example}"
        files = Texts({"portfolio.yaml": f"{text}\n".encode()})
        assert read(files, words(), TODAY).diagnostics == (), text


def test_the_defaults_in_the_page_are_those_that_count() -> None:
    (found,) = tables(forecast_keys.written())
    defaults = {code(row[0])[0]: code(row[4]) for row in found}
    stated = ", ".join(
        f"{path.partition('.')[2]}: {default[0]}"
        for path, default in defaults.items()
        if default
    )
    files = Texts({"portfolio.yaml": f"forecast: {{{stated}}}\n".encode()})
    found_settings = forecast_settings(read(files, words(), TODAY).portfolio)

    assert found_settings == ForecastSettings(stated=True)
