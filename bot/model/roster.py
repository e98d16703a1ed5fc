"""A list of people as a company keeps it elsewhere, line by line; pure."""

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.model.cells import Line, Shape, read_lines
from bot.model.department import find_department
from bot.model.team import KINDS, TITLE_LIMIT, WorkKind
from bot.model.text import tidy

COLUMNS = {
    "name": "name", "person": "name", "姓名": "name", "名字": "name",
    "email": "email", "e-mail": "email", "mail": "email", "邮箱": "email",
    "department": "departments", "departments": "departments", "dept": "departments",
    "abteilung": "departments", "部门": "departments",
    "manager": "manager", "lead": "manager", "vorgesetzte": "manager",
    "vorgesetzter": "manager", "上级": "manager", "经理": "manager", "主管": "manager",
    "role": "title", "title": "title", "position": "title", "rolle": "title",
    "职位": "title", "岗位": "title", "职务": "title",
    "kind": "kind", "work": "kind", "type": "kind", "工作方式": "kind", "类型": "kind",
}  # fmt: skip
NOBODY = frozenset({"none", "-", "无", "没有"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line, as far as it says something; `wrong` names what is broken in it."""

    line: int
    name: str = ""
    email: str = ""
    departments: tuple[str, ...] | None = None
    manager: str | None = None
    title: str | None = None
    kind: WorkKind | None = None
    wrong: str = ""
    typed: str = field(default="", compare=False)

    @property
    def no_manager(self) -> bool:
        """Whether it says that nobody leads them."""
        return self.manager is not None and self.manager.casefold() in NOBODY


def read_rows(text: str) -> list[Row]:
    """Every line below the head. Raises NotAList."""
    return [_row(line) for line in read_lines(text, ROSTER)]


def read_departments(typed: str) -> tuple[str, ...]:
    """Departments as they are kept: known ones by their own words."""
    for mark in "，、/|;；":
        typed = typed.replace(mark, ",")
    found = (tidy(part) for part in typed.split(","))
    return tuple(dict.fromkeys(find_department(each) or each for each in found if each))


def _row(line: Line) -> Row:
    said = line.said
    kind = KINDS.get(said.get("kind", "").casefold())
    wrong = ""
    if line.crowded:
        wrong = "team-import-cells"
    elif not said.get("name") and not said.get("email"):
        wrong = "team-import-nobody"
    elif "kind" in said and kind is None:
        wrong = "team-import-kind"
    elif len(said.get("title", "")) > TITLE_LIMIT:
        wrong = "team-import-role"
    return Row(
        line=line.number,
        name=said.get("name", "").lstrip("@"),
        email=said.get("email", ""),
        departments=read_departments(said["departments"])
        if "departments" in said
        else None,
        manager=said["manager"].lstrip("@") if "manager" in said else None,
        title=said.get("title"),
        kind=kind,
        wrong=wrong,
        typed=line.typed,
    )


def _suffice(head: Collection[str]) -> bool:
    """Whom a line is about, and something of them."""
    return bool({"name", "email"} & set(head)) and len({*head} - {""}) > 1


ROSTER = Shape("team", COLUMNS, _suffice)
