"""Which list of tasks is wanted: read from words, carried in buttons, said again."""

from dataclasses import dataclass

from bot.arguments import Arguments, Who, fold
from bot.cards.task.words import joined
from bot.commands.task.wish import DEPARTMENT
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.messages import Line
from bot.model.department import DEPARTMENTS, find_department
from bot.model.task import CLOSED, LIVING, TaskState
from bot.model.task.list import TaskFilter

WORDS = {
    "mine": "mine my me open 我的 我 未完成",
    "all": "all everything everyone 全部 所有 大家",
    "made": "made created 我创建的 我创建 创建的",
    "overdue": "overdue late 逾期 过期 已逾期",
    "blocked": "blocked stuck 受阻 卡住",
    "done": "done closed finished completed 已完成 完成 已关闭",
}
MEANING = {fold(word): name for name, words in WORDS.items() for word in words.split()}
FILLERS = frozenset({"by", "the", "of", "for", "tasks", "的", "by me", "created by me"})
SEVERAL = 8  # words that a button of ours may hold
SCOPES = ("all", "made", "person", "project", "dept")


@dataclass(frozen=True, slots=True)
class Query:
    """What a list is asked for, as words such as "overdue person:7"."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, value: str) -> "Query":
        """The query a button holds; anything else it might hold is left out."""
        known = tuple(word for word in dict.fromkeys(value.split()) if _known(word))
        return cls(known[:SEVERAL] or ("mine",))

    @property
    def value(self) -> str:
        """The query as a button holds it."""
        return " ".join(self.words)

    def filter(self, ctx: Context) -> TaskFilter:
        """Which tasks it means, for the person of the context."""
        ids = dict(word.split(":", 1) for word in self.words if ":" in word)
        scoped = any(word.split(":")[0] in SCOPES for word in self.words)
        owner = int(ids["person"]) if "person" in ids else None
        return TaskFilter(
            viewer_id=ctx.person.id,
            here=ctx.here,
            states=self._states(),
            owner_id=owner if scoped else ctx.person.id,
            creator_id=ctx.person.id if "made" in self.words else None,
            project_id=int(ids["project"]) if "project" in ids else None,
            department=ids.get("dept"),
            due_before=ctx.now if "overdue" in self.words else None,
        )

    def _states(self) -> frozenset[TaskState]:
        if "done" in self.words:
            return CLOSED
        return frozenset({TaskState.BLOCKED}) if "blocked" in self.words else LIVING


async def read_query(ctx: Context, args: Arguments) -> Query | None:
    """The list the words ask for; None when they ask for none."""
    words: list[str] = []
    for person in await ctx.find_people(args.people()):
        words.append(f"person:{person.id}")
    for tag in args.tags():
        words.append(f"project:{await _project(ctx, tag)}")
    if typed := args.option(*DEPARTMENT):
        department = find_department(typed)
        if department is None:
            raise UsageError("task-department-unknown", typed=typed)
        words.append(f"dept:{department}")
    unknown: list[str] = []
    for word in fold(args.rest()).split():
        if word in MEANING:
            words.append(MEANING[word])
        elif word not in FILLERS:
            unknown.append(word)
    if unknown:
        named = await _named(ctx, " ".join(unknown))
        if named is None:
            return None
        words.append(named)
    unique = tuple(dict.fromkeys(words))
    return Query(unique or ("mine",))


async def words_of(query: Query, ctx: Context) -> Line:
    """The query in the reader's words: "overdue · Li Wei · #promo"."""
    words = [await _said(word, ctx) for word in query.words]
    return joined([(word,) for word in words if word])


async def _said(word: str, ctx: Context) -> str:
    kind, _, value = word.partition(":")
    match kind:
        case "person":
            people = await ctx.db.people.some([int(value)])
            return people[int(value)].name if int(value) in people else ""
        case "project":
            visible = await ctx.db.projects.visible(ctx.person.id, ctx.here)
            names = {project.id: f"#{project.name}" for project in visible}
            return names.get(int(value), "")
        case "dept":
            return ctx.t(f"department-{value}")
        case _:
            return ctx.t(f"task-list-{word}")


async def _named(ctx: Context, name: str) -> str | None:
    """A person or department by the name alone: "Bo's tasks", 市场部的任务.

    Raises NotFound with the names where several people have it.
    """
    if department := find_department(name):
        return f"dept:{department}"
    try:
        person = await ctx.find_person(Who(name))
    except NotFound as wrong:
        if wrong.key == "person-ambiguous":
            raise
        return None
    return f"person:{person.id}"


async def _project(ctx: Context, tag: str) -> int:
    if place := await ctx.db.people.place(ctx.place_ref(tag)):
        tag = place.name or tag
    project = await ctx.db.projects.named(tag)
    visible = await ctx.db.projects.visible(ctx.person.id, ctx.here)
    if project is None or project.id not in {each.id for each in visible}:
        raise NotFound("project-unknown", name=f"#{tag}")
    return project.id


def _known(word: str) -> bool:
    kind, colon, value = word.partition(":")
    if not colon:
        return word in WORDS
    if kind == "dept":
        return value in DEPARTMENTS
    fits = value.isascii() and value.isdigit() and len(value) <= 9
    return kind in ("person", "project") and fits
