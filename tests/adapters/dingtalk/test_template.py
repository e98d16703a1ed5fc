"""The card template to import, and the guide to it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.dingtalk.permissions import PERMISSIONS
from adapters.dingtalk.render import card_data
from adapters.dingtalk.render_forms import form
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.template import template
from adapters.dingtalk.tickets import Ticket
from bot.messages import Button, Card, Form
from bot.model.refs import PlaceRef
from bot.settings import Settings

DOCS = Path(__file__).parents[3] / "docs" / "dingtalk"
GUIDES = ("README.md", "README.zh.md")


def editor() -> dict[str, Any]:
    """What the template's editor reads: JSON inside of JSON."""
    read: dict[str, Any] = json.loads(json.loads(template())["editorData"])
    return read


def bound(value: Any) -> Iterator[str]:
    """Every variable that a component shows or sends."""
    match value:
        case dict():
            if isinstance(name := value.get("variable"), str) and name:
                yield name
            yield from re.findall(r"\$\{(\w+)\}", str(value.get("content", "")))
            for part in value.values():
                yield from bound(part)
        case list():
            for part in value:
                yield from bound(part)


def test_the_file_is_the_template() -> None:
    """Written again whenever it changes: see the module."""
    assert (DOCS / "shopcrew-card.json").read_text("utf-8") == template()


def test_the_envelope_is_that_of_an_export() -> None:
    """Four entries, the editor's data as a text."""
    envelope = json.loads(template())
    assert sorted(envelope) == ["editorData", "mode", "type", "widgetInfo"]
    assert (envelope["type"], envelope["mode"]) == ("im", "card")
    assert editor()["schemaVersion"] == "3.0.0"


def test_every_component_is_declared_and_has_its_own_id() -> None:
    """What the tree shows, the map knows."""
    schema = editor()["schema"]
    (card,) = schema["componentsTree"]
    known = {one["componentName"] for one in schema["componentsMap"]}
    nodes = [card, *card["children"]]
    assert {node["componentName"] for node in nodes} == known
    assert len({node["id"] for node in nodes}) == len(nodes)


def test_the_template_has_what_the_adapter_sends() -> None:
    """Every variable, private where only one person sees it; none is left over."""
    declared = {one["name"]: one["private"] for one in editor()["variableList"]}
    shown = card_data(Card(("茶",)), PlaceRef("dingtalk", "ding1", "cid1"))
    asking = Form("f", "t", (), "ok", "no", Button("t", "a.b"))
    asked = form(asking, Ticket(), {}, Seal("a key"))
    assert {name for name, private in declared.items() if not private} == set(shown)
    assert {name for name, private in declared.items() if private} == set(asked)


def test_every_component_shows_variables_there_are() -> None:
    """Each is shown somewhere but for the tone, which no component takes."""
    declared = {one["name"] for one in editor()["variableList"]}
    used = set(bound(editor()["schema"]["componentsTree"]))
    assert used <= declared
    assert declared - used == {"tone"}


def test_the_form_sends_along_what_it_shows() -> None:
    """So that what was typed can be shown again (facts §6)."""
    (card,) = editor()["schema"]["componentsTree"]
    (shown,) = [n for n in card["children"] if n["componentName"] == "Form"]
    (param,) = shown["props"]["params"]
    assert (param["name"], param["variable"]) == ("current_form", "form")


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_names_every_permission_and_setting(guide: str) -> None:
    """What the doctor asks for, and what can be set."""
    said = (DOCS / guide).read_text("utf-8")
    for permission in PERMISSIONS:
        assert permission.point in said
        assert permission.name in said
    for name in Settings.model_fields:
        if name.startswith("dingtalk_"):
            assert name.upper() in said


def test_the_guides_say_the_same() -> None:
    """Heading by heading and row by row."""
    shapes = [
        [
            line[:2]
            for line in (DOCS / guide).read_text("utf-8").split("\n")
            if line[:1] in "#|-1234"
        ]
        for guide in GUIDES
    ]
    assert shapes[0] == shapes[1]
