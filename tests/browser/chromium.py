"""Headless Chromium: to print a page, and to look at what it became.

Invariant: every run has an empty profile of its own, and no name of the internet leads anywhere.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import which

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
SECONDS = 90
OF_ITS_OWN = "not an origin"
"""What the browser writes as the initiator of a request that no page asked for."""


def chromium(directory: Path, page: str, *words: str) -> str:
    """Open `page` with further words of the command line; return what Chromium prints."""
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    assert program, "the marker needs_chromium should have seen to that"
    file = directory / "page.html"
    file.write_text(page, encoding="utf-8")
    done = subprocess.run(
        [program, *FLAGS, f"--user-data-dir={directory / 'profile'}", *words, file.as_uri()],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    return done.stdout


def printed(directory: Path, page: str) -> bytes:
    """Return the page as Chromium prints it."""
    file = directory / "printed.pdf"
    chromium(directory, page, "--no-pdf-header-footer", f"--print-to-pdf={file}")
    return file.read_bytes()


def asked_for(directory: Path, page: str) -> set[str]:
    """Return the addresses that the page asked for, itself left out."""
    log = directory / "net.json"
    chromium(directory, page, f"--log-net-log={log}", "--dump-dom")
    params = [event.get("params", {}) for event in json.loads(log.read_text(encoding="utf-8"))["events"]]
    initiated = (each for each in params if each.get("initiator", OF_ITS_OWN) != OF_ITS_OWN)
    return {each["url"] for each in initiated if "url" in each and not each["url"].startswith("file:")}
