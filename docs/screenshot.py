"""The screenshots of the example's page: `python docs/screenshot.py`, with Chromium.

They are taken by hand, since a browser of another version draws other pixels.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1400, 1500
THEMES = {
    "light": (),
    "dark": ("--force-dark-mode", "--blink-settings=preferredColorScheme=0"),
}


def main() -> None:
    """Write the page, and take a screenshot of its beginning in each theme."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("there is no Chromium on this machine")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        page = Path(folder, "roadmap.html")
        command = [sys.executable, "-m", "roadmap", "report", "initiatives"]
        subprocess.run([*command, "--format", f"html:{page}"], cwd=ROOT, check=True)
        for theme, flags in THEMES.items():
            options = (
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--hide-scrollbars",
                f"--user-data-dir={folder}/{theme}",
                f"--window-size={WIDTH},{HEIGHT}",
                f"--screenshot={IMAGES / f'page-{theme}.png'}",
            )
            subprocess.run([browser, *options, *flags, page.as_uri()], check=True)


if __name__ == "__main__":
    main()
