"""The variables of our card template: what everybody sees, and what only one does."""

from dataclasses import dataclass

from adapters.dingtalk.render_spans import Json

TEXT, FLAG, LIST = "string", "boolean", "loopArray"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable, and what is inside of it, as exports of the card platform list it."""

    name: str
    kind: str = TEXT
    description: str = ""
    private: bool = False
    inside: "tuple[Variable, ...]" = ()

    def declared(self, within: str = "", *, private: bool = False) -> Json:
        """The entry in the template's list of variables."""
        private = private or self.private
        id = f"{within}.{self.name}" if within else self.name
        entry: Json = {"id": id, "name": self.name, "type": self.kind}
        entry |= {"private": private, "description": self.description}
        entry |= {"editorVarType": "variables", "disabled": bool(within)}
        # a list counts its members; the parts of a button all stand under the group
        under = f"{id}[0]" if self.kind == LIST else within or id
        under = id if self.kind == "form" else under
        parts = [part.declared(under, private=private) for part in self.inside]
        return entry | ({"schema": parts} if parts else {})


EVENT = Variable(
    "event",
    "dynamicEvent",
    inside=(
        Variable("type"),
        Variable(
            "params",
            "object",
            inside=(
                Variable("url"),
                Variable("actionId"),
                Variable("params", "object"),
            ),
        ),
    ),
)
OPTIONS = Variable("options", LIST, inside=(Variable("value"), Variable("text")))
FIELDS = Variable(
    "fields",
    LIST,
    inside=(
        Variable("name"),
        Variable("label"),
        Variable("type"),
        Variable("hidden", FLAG),
        Variable("required", FLAG),
        Variable("requiredMsg"),
        Variable("readOnly", FLAG),
        Variable("placeholder"),
        Variable("defaultValue"),
        OPTIONS,
    ),
)
VARIABLES = (
    Variable("title", description="卡片标题 · the title"),
    Variable("markdown", "markdown", "正文 · the text"),
    Variable("tone", description="neutral, good, warning, bad"),
    Variable(
        "buttons",
        "buttonGroup",
        "按钮 · the buttons",
        inside=(Variable("text"), Variable("color"), Variable("status"), EVENT),
    ),
    Variable("updated", description="更新说明 · when it changed"),
    Variable("form", "form", "表单 · the form", private=True, inside=(FIELDS,)),
    Variable("form_status", description="normal, disabled", private=True),
    Variable("form_btn_text", description="表单按钮 · its button", private=True),
    Variable("notice", description="表单提示 · what was wrong", private=True),
)
