"""The machine's own Chromium or Chrome, for tests that use a page as people do."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ALONE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    """A browser that asks nobody but the page under test."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=_executable(), args=list(ALONE)
        )
        yield browser
        await browser.close()


def _executable() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and Path(MAC_CHROME).exists():
        found = MAC_CHROME
    if found is None:
        pytest.fail("no Chromium found: install it to test the page", pytrace=False)
    return found
