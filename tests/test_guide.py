"""The guides for leads: what they say is typed works, and their pictures are light."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from tests.driver import Member, Team, a_team
from tests.sources import ROOT

FOLDER = ROOT / "docs/standups"
GUIDES = (FOLDER / "README.md", FOLDER / "README.zh.md")
HEAVIEST = 150 * 1024  # bytes of a picture
CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+\.png)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
CALLS = ("/crew ", "@店小二 ")
# Parts of a line that makes a stand-up, as the guides show them.
PARTS = (
    "close 11:00", "zone Europe/Berlin", "at 18:00 the evening before",
    "close 01:00 next day", "holidays CN", "away news long", "missing count",
    "missing off", "escalate @Maya", "optional @Sam", "observers @Grace",
    "weekly summary leads", "weekly summary off", "until 31 may", "for 6 weeks",
    "5 times", "周报 负责人", "周报 不发", "到6月30日", "持续6周", "共5次",
    'pool "…" "…"', "截止 11:00", "时区 上海", "前一晚 18:00", "截止 次日 01:00",
    "节假日 CN", "请假通知 一天以上", "未交 人数", "未交 不显示", "升级给 @陈晨",
    "可选 @赵磊", "旁观 @陈晨", '题库 "……" "……"',
)  # fmt: skip
# What follows a question, what a question begins with, and what others type.
ASKED = re.compile(r"^[(（]|^(if no|如果否)|[?？] ?[(（]|^shopcrew |^/invite ")


def read(guide: Path) -> str:
    """The words of a guide."""
    return guide.read_text("utf-8")


def codes(guide: Path) -> list[str]:
    """Everything that is shown as typed, outside of fences."""
    return CODE.findall(FENCED.sub("", read(guide)))


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """The people whom the guides name; Monday, eight in Berlin."""
    async with a_team(commands=COMMANDS) as made:
        for name in ("Anna Berger", "Maya", "Sam", "Grace", "Sofia"):
            made.person(name)
        for name in ("陈晨", "赵磊", "张敏"):
            made.person(name, zone="Asia/Shanghai", language="zh")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who leads."""
    return team.people["Anna Berger"]


@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_every_command_it_names_is_one(guide: Path) -> None:
    """Or a part of the line that makes a stand-up, which the next test types."""
    unknown = [
        typed
        for typed in codes(guide)
        if typed not in PARTS
        and typed.strip() not in {call.strip() for call in CALLS}
        and not ASKED.search(typed)
        and not COMMANDS.find(typed.removeprefix(CALLS[0]).removeprefix(CALLS[1]))
    ]
    assert unknown == []


@pytest.mark.parametrize("part", PARTS)
async def test_every_part_it_names_makes_a_stand_up(anna: Member, part: str) -> None:
    """Behind a name and a time, in the language of the guide."""
    assert any(part in codes(guide) for guide in GUIDES)
    new, at = ("standup new", "at") if part.isascii() else ("站会 新建", "时间")
    time = "" if re.search(r"at 18|前一晚", part) else f" {at} 09:30"
    filled = re.sub("…+", "Why?", part)
    await anna.says(f"{new} Daily{time} {filled}", "#general")
    async with anna.team.store.reading() as db:
        assert [each.name for each in await db.standups.all()] == ["Daily"]


@pytest.mark.parametrize("guide", GUIDES, ids=str)
async def test_the_line_and_the_questions_work(anna: Member, guide: Path) -> None:
    """Both fences of a guide: a whole line, and a question of each kind."""
    line, questions = FENCED.findall(read(guide))
    typed = line.strip().removeprefix(CALLS[0]).removeprefix(CALLS[1])
    await anna.says(typed.replace("#store-eu", "#general"), "#general")
    asked = " ".join(f'"{each}"' for each in questions.strip().split("\n"))
    await anna.says(f"standup new All kinds at 17:00 ask {asked}", "#general")
    async with anna.team.store.reading() as db:
        made = {each.name: each for each in await db.standups.all()}
    assert len(made) == 2
    assert len(made["All kinds"].questions) == len(questions.strip().split("\n"))


@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_its_pictures_and_links_lead_somewhere(guide: Path) -> None:
    """Each picture says in words what it shows; each heading that is linked exists."""
    text = read(guide)
    for words, file in PICTURE.findall(text):
        assert len(words) > 5
        assert (FOLDER / file).is_file()
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    anchors = {_anchor(heading) for heading in headings}
    for target in LINK.findall(text):
        path, _, anchor = target.partition("#")
        assert (guide.parent / path).exists()
        assert path or anchor in anchors


def _anchor(heading: str) -> str:
    """How GitHub calls a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_pictures_are_light_and_all_are_shown() -> None:
    """Whoever opens a guide on the road gets it at once."""
    shown = {file for guide in GUIDES for _, file in PICTURE.findall(read(guide))}
    pictures = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert {name for name, size in pictures.items() if size > HEAVIEST} == set()
    assert set(pictures) == shown
