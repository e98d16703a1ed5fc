"""Our card template, in the form that DingTalk's card platform imports.

No document describes that form; it is what the platform's own exports look like (the
JSON files of open-dingtalk/dingtalk-card-examples): an envelope whose `editorData` is
JSON in a string, with components, the tree of them, and the variables. `widgetInfo`,
the compiled card, is left to the platform, which writes it when the template is saved.

After a change write `template()` to docs/dingtalk/shopcrew-card.json: a test compares.
"""

import json
from collections.abc import Iterator, Sequence

from adapters.dingtalk.render_spans import Json
from adapters.dingtalk.template_variables import VARIABLES
from adapters.dingtalk.wire import as_json

ORDINARY = {"hidden": False, "isLocked": False, "condition": True, "conditionGroup": ""}
SAMPLE: dict[str, object] = {
    "title": "T-12 检查横幅价格",
    "markdown": "**负责人** 李伟\n\n**截止** 3月6日周五 17:00",
    "tone": "neutral",
    "buttons": [
        {
            "text": "完成",
            "color": "blue",
            "status": "normal",
            "event": {
                "type": "sendCardRequest",
                "params": {"actionId": "x", "params": {"action": "x"}},
            },
        }
    ],
    "updated": "",
}


def template() -> str:
    """The text of the file to import."""
    envelope = {"editorData": as_json(_editor()), "widgetInfo": ""}
    envelope |= {"type": "im", "mode": "card"}
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def _editor() -> Json:
    parts = list(_parts())
    names = [*dict.fromkeys(part["componentName"] for part in parts), "Card"]
    empty: Json = {name: [] for name in ("formList", "expList", "localList", "hsfList")}
    shown = {"cardData": SAMPLE, "cardPrivateData": {}, "localData": {}}
    return {
        "schemaVersion": "3.0.0",
        "schema": {
            "version": "1.0.0",
            "componentsMap": [_component(name) for name in names],
            "componentsTree": [_card(parts)],
            "i18n": {},
        },
        "mockData": {**shown, "richTextData": {}},
        "renderContext": {},
        "editVersion": 0,
        "customWidgetInfo": "",
        "useCustomWidgetInfo": False,
        "variableList": [one.declared() for one in VARIABLES],
        **empty,
        "lwpList": [],
        "pageData": {},
        "extension": {"extendType": "NORMAL", "fileTypeList": []},
    }


def _parts() -> Iterator[Json]:
    """From above: title, text, buttons, the form and what was wrong with it."""
    title = {"title": _words("${title}")}
    yield _node("CardHeaderV2", "title", "卡片头部", title)
    text = {"mdVer": 0, "content": _markdown("markdown")}
    yield _node("Markdown", "text", "Markdown 内容", text | _if("markdown"))
    yield _node(
        "ButtonGroup",
        "buttons",
        "按钮组",
        _group() | _if("buttons", "lengthNotEqual", 0),
    )
    yield _node("Form", "form", "表单", _form() | _if("form_btn_text"))
    yield _node("BaseText", "notice", "基础文本", _small("notice", "red"))
    yield _node("BaseText", "updated", "基础文本", _small("updated", "gray"))


def _card(parts: Sequence[Json]) -> Json:
    props: Json = {
        "hasCardHeader": True,
        "summaryContent": _variable("title"),
        "disabledWhileForward": True,
        "autoFoldConfig": {
            "needFold": False,
            "heightLimit": 480,
            "foldStatusLocalDataKey": "_cardFoldStatusLocalDataKey",
        },
    }
    card = _node("Card", "card", "", props)
    return card | {"fileName": "shopcrew", "children": list(parts)}


def _node(kind: str, name: str, title: str, props: Json) -> Json:
    node = {"componentName": kind, "id": f"node_shopcrew_{name}", "title": title}
    space = {f"margin{side}": 12 for side in ("Left", "Right")}
    space |= {f"margin{side}": 6 for side in ("Top", "Bottom")}
    return {**node, "props": {"visible": _always(), **space, **props}, **ORDINARY}


def _group() -> Json:
    """Buttons as the variable lists them; what they do is in their `event`."""
    return {
        "buttonsSource": "variable",
        "dynamicButtons": _variable("buttons"),
        "fixedButtonIds": [],
        "fixedButtons": [],
        "enableResponsiveLayout": True,
        "responsiveLayoutWidth": 350,
        "matchContent": False,
        "buttonSpacing": 8,
    }


def _form() -> Json:
    """The form sends along what it shows, so that an answer can show it again."""
    shown = {"type": "variable", "variable": "form", "value": "", "id": "shopcrew"}
    return {
        "id": "form",
        "formSchema": _variable("form"),
        "submitText": _words("${form_btn_text}"),
        "params": [{**shown, "name": "current_form", "variableType": "global"}],
        "status": _chosen("normal", "form_status"),
        "actionType": "request",
    }


def _small(variable: str, colour: str) -> Json:
    return {
        "text": _words(f"${{{variable}}}"),
        "color": f"common_{'red1' if colour == 'red' else 'level3_base'}_color",
        "fontColorType": "Standard",
        "fontSizeType": "Standard",
        "size": "small",
        "gravity": "left",
        "bold": False,
        "maxLine": {**_chosen(20), "type": "dynamicNumber"},
        **_if(variable),
    }


def _words(content: str) -> Json:
    return {"type": "dynamicString", "content": content, "i18n": False}


def _variable(name: str) -> Json:
    return {"type": "variableValue", "variableType": "global", "variable": name}


def _markdown(name: str) -> Json:
    bound = {"type": "dynamicMarkdown", "valueType": "variable", "value": ""}
    return {**bound, "variable": name, "variableType": "global"}


def _chosen(value: str | int, variable: str = "") -> Json:
    source = "variable" if variable else "fixed"
    chosen: Json = {"type": "dynamicSelect", "valueType": source, "value": value}
    return {**chosen, "variable": variable, "variableType": "global"}


def _always() -> Json:
    condition: Json = {"op": "and", "conditions": []}
    return {
        "type": "dynamicVisible", "value": True, "valueType": "fixed",
        "condition": condition,
    }  # fmt: skip


def _if(variable: str, how: str = "isNotEmpty", value: str | int = "") -> Json:
    """Shown only while the variable says something."""
    filled: Json = {"value": value, "op": how, "type": "variable", "valueType": "fixed"}
    filled |= {"variable": variable, "variableType": "global"}
    filled["valueVariableType"] = "global"
    condition = {"op": "and", "conditions": [filled]}
    shown = {**_always(), "valueType": "condition", "condition": condition}
    return {"visible": shown}


def _component(name: str) -> Json:
    if name == "Form":
        return {"devMode": "lowCode", "componentName": name}
    return {
        "package": "@ali/dxComponent",
        "version": "1.0.0",
        "exportName": name,
        "main": "./src/index.tsx",
        "destructuring": False,
        "subName": "",
        "componentName": name,
    }
