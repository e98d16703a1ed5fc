"""The house rules that a tool can hold: who imports whom, sizes, names, the README."""

import ast
import logging
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from importlinter.cli import lint_imports_command
from typer.main import get_command

from bot import cli
from bot.commands import COMMANDS
from bot.registry import Command
from bot.settings import Settings
from tests.sources import PACKAGES, ROOT, functions, python_files, tree

READMES = ("README.md", "README.zh.md")
CONTRACT = {"errors", "events", "messages", "model", "ports"}
GENERATED = "storage/migrations/versions"
VAGUE = {"utils", "helpers", "manager", "common", "misc"}


def _tools() -> dict[str, dict[str, object]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return dict(project["tool"])


def test_the_arrows_of_the_house_hold() -> None:
    """Every contract of pyproject.toml is kept."""
    rules = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    result = CliRunner().invoke(lint_imports_command, rules)
    _listen_again()
    assert result.exit_code == 0, result.output


def _listen_again() -> None:
    """The linter's set-up of logging switches off every logger there is."""
    for known in logging.root.manager.loggerDict.values():
        if isinstance(known, logging.Logger):
            known.disabled = False


def test_every_module_of_the_core_is_public_or_closed_to_the_other_rooms() -> None:
    """Who adds a module to the core decides whether adapters may know it."""
    contracts = _tools()["importlinter"]["contracts"]
    assert isinstance(contracts, list)
    (closed,) = [c for c in contracts if "contract only" in c["name"]]
    modules = {f"bot.{path.stem}" for path in (ROOT / "bot").iterdir() if _module(path)}
    public = {f"bot.{name}" for name in CONTRACT}
    assert modules == set(closed["forbidden_modules"]) | public


def _module(path: Path) -> bool:
    is_package = (path / "__init__.py").exists()
    return is_package or (path.suffix == ".py" and path.stem != "__init__")


def _written() -> list[Path]:
    """The files somebody wrote, not a tool."""
    return [path for path in python_files(*PACKAGES) if GENERATED not in str(path)]


def test_no_file_is_too_long() -> None:
    """Four hundred lines are refused."""
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in _written()}
    assert [path for path, length in lengths.items() if length > 400] == []


def test_no_function_is_too_long() -> None:
    """Forty lines are the ceiling."""
    long = [name for name, length in functions() if length > 40]
    assert [name for name in long if GENERATED not in name] == []


def test_no_module_is_called_something_vague() -> None:
    """A module is a noun that says what is in it."""
    assert [p for p in python_files(*PACKAGES) if p.stem in VAGUE] == []


def test_every_folder_with_code_is_a_package() -> None:
    """A test folder that is none would hide the package of the same name."""
    folders = {path.parent for path in _written()}
    assert [f for f in folders if not (f / "__init__.py").exists()] == []


def test_every_module_says_what_it_is() -> None:
    """The first line of a file is a sentence."""
    code = [path for path in _written() if tree(path).body]
    assert [path for path in code if not ast.get_docstring(tree(path))] == []


def test_pins_name_no_host() -> None:
    """The lock files say what, with its hash, never from where."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        pins = re.findall(r"^\S+==\S+ \\$", text, re.MULTILINE)
        assert "--hash=sha256:" in text
        assert pins
        assert not re.search(r"://|^--|/\w+/\w+", text, re.MULTILINE)


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_setting(readme: str) -> None:
    """A setting nobody knows of might as well not be there."""
    text = (ROOT / readme).read_text("utf-8")
    names = [name.upper() for name in Settings.model_fields]
    assert [name for name in names if f"`{name}`" not in text] == []


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_command(readme: str) -> None:
    """Every path people can type is in the table, in English and in Chinese."""
    text = (ROOT / readme).read_text("utf-8")
    unnamed = [
        command.path
        for command in COMMANDS.commands.values()
        for ways in _ways(command)
        if not any(f"`{way}`" in text for way in ways)
    ]
    assert unnamed == []


def _ways(command: Command) -> tuple[tuple[str, ...], ...]:
    """The English path, and the Chinese ones: one of them is enough."""
    chinese = tuple(path for path in command.also if not path.isascii())
    return ((command.path,), chinese) if chinese else ((command.path,),)


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_verb_of_the_command_line(readme: str) -> None:
    """`shopcrew …` and `make …`, as they are."""
    text = (ROOT / readme).read_text("utf-8")
    verbs = [f"shopcrew {name}" for name in _verbs(get_command(cli.app))]
    targets = re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    verbs += [f"make {name}" for name in targets]
    assert [verb for verb in verbs if f"`{verb}`" not in text] == []


def _verbs(command: object) -> list[str]:
    """Every verb below a command line's group: "db upgrade"."""
    below: dict[str, object] = getattr(command, "commands", {})
    return [
        f"{name} {verb}".strip()
        for name, sub in below.items()
        for verb in (_verbs(sub) or [""])
    ]
