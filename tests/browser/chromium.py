"""A Chromium of the system, driven by Selenium: the page as a reader has it."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ASKED = "ROADMAP_BROWSER_TESTS"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def missing() -> list[str]:
    """What these tests need and this machine does not have."""
    found = []
    if not any(map(shutil.which, BROWSERS)):
        found.append("Chromium (Debian: apt-get install chromium)")
    if not shutil.which("chromedriver"):
        found.append("ChromeDriver (Debian: apt-get install chromium-driver)")
    if find_spec("selenium") is None:
        found.append("Selenium (pip install --group browser)")
    return found


class Reader:
    """Somebody who reads a page in a browser."""

    def __init__(self, driver: Any) -> None:
        """Read with a driver of Selenium."""
        self.driver = driver

    def open(
        self, file: Path, at: str = "", width: int = 1440, theme: str = "light"
    ) -> None:
        """Load a page afresh, at a place of its address."""
        self.command("Emulation.setScriptExecutionDisabled", value=False)
        self.dress(theme)
        self.size(width)
        self.driver.get("about:blank")
        self.read_logs()
        self.driver.get(file.as_uri() + at)
        self.settle(file)

    def settle(self, file: Path, patience: float = 20) -> None:
        """Wait until a page is whole: a busy machine may answer before it is."""
        end = monotonic() + patience
        whole = f"return document.readyState === 'complete' && '{file.as_uri()}'"
        while self.run(f"{whole} === location.href.split('#')[0]") is not True:
            if monotonic() > end:
                raise TimeoutError(file)
            sleep(0.02)

    def size(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def dress(self, theme: str, media: str = "") -> None:
        """Ask for light or dark colours, on the screen or on paper."""
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def command(self, name: str, **arguments: Any) -> Any:
        """Tell the browser something that no page can."""
        return self.driver.execute_cdp_cmd(name, arguments)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a function's body gives back."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        """Every element that a selector matches."""
        found: list[Any] = self.driver.find_elements("css selector", selector)
        return found

    def one(self, selector: str) -> Any:
        """The first element that a selector matches."""
        return self.driver.find_element("css selector", selector)

    def shown(self, selector: str) -> list[Any]:
        """The elements that can be seen, of those that a selector matches."""
        return [element for element in self.all(selector) if element.is_displayed()]

    def press(self, *keys: str) -> None:
        """Type into whatever has the focus."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def choose(self, name: str, value: str) -> None:
        """Pick a value of a filter."""
        from selenium.webdriver.support.ui import Select

        Select(self.one(f"#filters [name={name}]")).select_by_value(value)

    def hash(self) -> str:
        """Where on the page the address points."""
        found: str = self.run("return location.hash")
        return found

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        wide = "document.documentElement.scrollWidth - innerWidth"
        found: int = self.run(f"return {wide}")
        return found

    def printed(self, width: float, height: float) -> bytes:
        """The page as PDF, on paper of a size in inches."""
        made = self.command(
            "Page.printToPDF", landscape=True, paperWidth=width, paperHeight=height
        )
        return base64.b64decode(made["data"])

    def read_logs(self) -> tuple[list[str], list[str]]:
        """Messages on the console and addresses asked for, since the last time."""
        console = [entry["message"] for entry in self.driver.get_log("browser")]
        events = [
            json.loads(entry["message"])["message"]
            for entry in self.driver.get_log("performance")
        ]
        asked = [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]
        return console, asked


@contextmanager
def reader(folder: Path) -> Iterator[Reader]:
    """A browser with a new profile in a folder."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = next(filter(None, map(shutil.which, BROWSERS)))
    for flag in (*FLAGS, f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield Reader(driver)
    finally:
        driver.quit()


def asked_for() -> bool:
    """Whether `make test-browser` runs these tests."""
    return bool(os.environ.get(ASKED))
