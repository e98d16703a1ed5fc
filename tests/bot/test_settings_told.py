"""Who starts the bot wrongly is told every mistake, in their language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]


def typed(*words: str, where: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """What `shopcrew …` says, with these settings and no others."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(  # noqa: S603 our own command line
        [sys.executable, "-m", "bot", *words],
        cwd=where,
        env={**kept, "PYTHONPATH": str(HOME), **given},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


WRONG = {
    "SHOPCREW_PORT": "eighty",
    "SHOPCREW_LOG": "loud",
    "SHOPCREW_TIMEZONE": "Middle/Earth",
    "SLACK_API_URL": "slack.example",
    "DINGTALK_MODE": "s3cret",
    "DINGTALK_AGENT_ID": "-3",
    "DINGTALK_ROBOT_NAME": "long" * 20,
}
ENGLISH = """\
SHOPCREW_PORT: must be a number from 0 to 65535
SHOPCREW_TIMEZONE: “Middle/Earth” is no IANA time zone; try Europe/Berlin
SHOPCREW_LOG: must be one of text, json
SLACK_API_URL: must begin with https:// or http://
DINGTALK_ROBOT_NAME: must have 40 characters at most
DINGTALK_AGENT_ID: must be a number, 0 or more
DINGTALK_MODE: must be one of stream, http
"""
CHINESE = """\
SHOPCREW_PORT: 必须是 0 到 65535 之间的数字
SHOPCREW_TIMEZONE: 没有“Middle/Earth”这个 IANA 时区，例如 Asia/Shanghai
SHOPCREW_LOG: 只能是其中之一：text, json
SLACK_API_URL: 必须以 https:// 或 http:// 开头
DINGTALK_ROBOT_NAME: 最多 40 个字符
DINGTALK_AGENT_ID: 必须是数字，不小于 0
DINGTALK_MODE: 只能是其中之一：stream, http
"""


@pytest.mark.parametrize(("language", "told"), [("en", ENGLISH), ("zh", CHINESE)])
def test_every_wrong_setting_is_named_at_once(
    tmp_path: Path, language: str, told: str
) -> None:
    """Each under its name, with what it should be."""
    said = typed("run", where=tmp_path, SHOPCREW_LANGUAGE=language, **WRONG)
    assert said.returncode == 2
    assert said.stderr == told


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "is no database of ours"), ("zh", "不支持“mysql”数据库")],
)
def test_a_wrong_database_is_told(tmp_path: Path, language: str, told: str) -> None:
    """Whatever was asked for."""
    url = "mysql://crew:s3cret@db/crew"
    given = {"SHOPCREW_LANGUAGE": language, "SHOPCREW_DATABASE_URL": url}
    said = typed("db", "upgrade", where=tmp_path, **given)
    assert said.returncode == 2
    assert told in said.stderr
    assert "s3cret" not in said.stderr


def test_a_language_we_do_not_speak_is_told_in_english(tmp_path: Path) -> None:
    """There is no other to say it in."""
    said = typed("run", where=tmp_path, SHOPCREW_LANGUAGE="fr")
    assert said.stderr == "SHOPCREW_LANGUAGE: must be one of en, zh\n"
