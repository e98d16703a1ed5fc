"""Pages of tasks as HTML: pure. Everything in them is escaped by the templates."""

from dataclasses import dataclass

from markupsafe import Markup

from adapters.hypertext import blocks, html
from adapters.web.forms_html import Page, templates
from bot.messages import Button, Picker
from bot.ports.login import Inside
from bot.ports.task_pages import SignIn, TaskPage


@dataclass(frozen=True, slots=True)
class Hello:
    """What a platform's own client does on the page that asks who it is."""

    hello: str
    source: str
    script: str

    @classmethod
    def to(cls, platform: str, inside: Inside) -> "Hello":
        """It tells us where that platform's people sign in."""
        return cls(f"../login/{platform}", inside.source, inside.script)


def task_page(page: TaskPage, shown: Page) -> str:
    """A task with everything that its reader may do."""
    return templates.get_template("task.html").render(
        page=page,
        shown=shown,
        title=html(page.card.title),
        said=html(page.said),
        body=blocks(page.card.blocks, _controls),
        heard=html(page.answer.title) if page.answer else "",
        answer=blocks(page.answer.blocks, _controls) if page.answer else "",
    )


def sign_in_page(
    page: SignIn, shown: Page, hello: Hello | None, above: str = ""
) -> str:
    """Every way to say who one is; `above` leads up to where `/tasks/T-12` is."""
    return templates.get_template("sign_in.html").render(
        page=page.told,
        shown=shown,
        title=html(page.told.title),
        lines=[html(line) for line in page.told.lines],
        ways=sorted(page.ways.items()),
        inside=hello,
        above=above,
    )


def _controls(items: tuple[Button | Picker, ...]) -> Markup:
    drawn = templates.get_template("controls.html").module.drawn  # type: ignore[attr-defined]  # a macro
    said: Markup = drawn(items)
    return said
