"""The guides for other systems: what they show is run, and what they say is true."""

import asyncio
import re
import shutil
import sys
from pathlib import Path

import pytest

from adapters.web.feedback_body import Body
from bot.model.feedback import Outlet, Severity, Step
from tests.adapters.web.gate import a_gate
from tests.sources import ROOT

GUIDES = (ROOT / "docs/feedback.md", ROOT / "docs/feedback.zh.md")
FENCED = re.compile(r"^```(bash|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TOOLS = {"python": sys.executable, "bash": "bash"}
NEEDED = ("bash", "curl", "openssl", "base64", "od")


def examples(guide: Path) -> dict[str, str]:
    """What stands in fences, by its language."""
    return dict(FENCED.findall(guide.read_text("utf-8")))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
async def test_the_examples_work_as_they_stand(guide: Path) -> None:
    """With an address and a secret of one's own; the shell's where it has the tools."""
    shown = examples(guide)
    assert set(shown) == {"bash", "python"}
    if not all(map(shutil.which, NEEDED)):
        del shown["bash"]
    async with a_gate(today=True) as gate:
        address = str(gate.server.make_url(gate.path))
        for number, (tool, script) in enumerate(sorted(shown.items()), 1):
            mine = script.replace(
                "https://crew.example.com/feedback/in/THE-DOOR", address
            )
            mine = mine.replace("whsec_THE-SECRET", gate.secret)
            assert "THE-" not in mine
            run = await asyncio.create_subprocess_exec(
                TOOLS[tool], "-c", mine,
                stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            )  # fmt: skip
            said, wrong = await run.communicate()
            assert said.decode().strip() == f'{{"feedback": "F-{number}"}}', wrong
            item = await gate.desk.item(number)
            assert item.voices[0].order == "1001"
            assert item.text in script


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_guides_name_every_field_and_value(guide: Path) -> None:
    """A field nobody knows of might as well not be there."""
    said = guide.read_text("utf-8")
    values = [each.value for each in (*Step, *Severity, *Outlet)]
    assert [
        name for name in (*Body.model_fields, *values) if f"`{name}`" not in said
    ] == []
