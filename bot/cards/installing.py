"""The pages of an install: to begin at, and what became of it."""

from bot.messages import Bold, Line, Link
from bot.ports import Translate
from bot.ports.pages import Told, Verdict


def begin(t: Translate, address: str, *, joins: bool) -> Told:
    """What is going to happen, and the way to the platform."""
    key = "install-begin-joins" if joins else "install-begin-why"
    lines = (
        t.line(key),
        (Link(address, t("install-button")),),
        t.line("install-begin-life"),
    )
    return _told(t, Verdict.SENT, t.line("install-begin"), lines)


def done(t: Translate, name: str, app_id: str, tenant: str) -> Told:
    """It is there, and how to begin."""
    there = f"https://slack.com/app_redirect?app={app_id}&team={tenant}"
    lines = (t.line("install-done-how"), (Link(there, t("install-open")),))
    title = t.line("install-done", name=Bold(name))
    return _told(t, Verdict.SENT, title, lines)


def again(t: Translate, why: str, address: str, code: str = "") -> Told:
    """What went wrong, with the platform's own `code`, and the way to the beginning."""
    how = t.line(f"install-{why}-how", why=code)
    lines = (how, (Link(address, t("install-again")),))
    return _told(t, Verdict.GONE, t.line(f"install-{why}"), lines)


def no_link(t: Translate, *, used: bool) -> Told:
    """An admin's link that is good for nothing more."""
    title = t.line("install-link-used" if used else "install-link-old")
    lines = (t.line("install-link-how"),)
    return _told(t, Verdict.USED if used else Verdict.EXPIRED, title, lines)


def taken(t: Translate, name: str) -> Told:
    """The workspace is another company's."""
    title = t.line("install-taken", name=Bold(name))
    return _told(t, Verdict.TAKEN, title, (t.line("install-taken-how"),))


def _told(t: Translate, verdict: Verdict, title: Line, lines: tuple[Line, ...]) -> Told:
    return Told(verdict, t.language, t("app-name"), title, lines)
