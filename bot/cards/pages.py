"""What a form's page says around the form, and instead of it."""

from collections.abc import Sequence

from bot.messages import Code, Line
from bot.ports import Translate
from bot.ports.pages import Labels, Told, Verdict

Rows = Sequence[tuple[str, str]]


def labels(t: Translate, who: str) -> Labels:
    """The words around a form."""
    return Labels(
        app=t("app-name"),
        who=t("page-for", who=who),
        optional=t("page-optional"),
        nobody=t("page-nobody"),
        several=t("page-several"),
        mistakes=t("form-wrong"),
        keep=t("page-keep"),
        kept_by_itself=t("page-kept-by-itself"),
        kept=t("page-kept"),
        not_kept=t("page-not-kept"),
    )


def sent(t: Translate, rows: Rows) -> Told:
    """It was taken: what, and that they are done."""
    lines = (t.line("page-sent-close"),)
    return _told(t, Verdict.SENT, t.line("page-sent"), *lines, rows=rows, again=True)


def used(t: Translate, rows: Rows) -> Told:
    """It was sent before: what was taken, and how to change it."""
    lines = (t.line("page-used-change"),)
    return _told(t, Verdict.USED, t.line("page-used"), *lines, rows=rows, again=True)


def expired(t: Translate, example: str) -> Told:
    """Too late: what to type for a new link."""
    lines = (t.line("page-expired-why"), _ask(t, example))
    return _told(t, Verdict.EXPIRED, t.line("page-expired"), *lines)


def taken(t: Translate, name: str, example: str) -> Told:
    """Another browser opened it first."""
    lines = (t.line("page-taken-why", who=name), _ask(t, example))
    return _told(t, Verdict.TAKEN, t.line("page-taken", who=name), *lines)


def unknown(t: Translate, example: str) -> Told:
    """No address of ours."""
    lines = (t.line("page-unknown-why"), _ask(t, example))
    return _told(t, Verdict.UNKNOWN, t.line("page-unknown"), *lines)


def gone(t: Translate, title: Line, example: str, typed: Sequence[str] = ()) -> Told:
    """The form opens no longer: why, as its button would say, and what was typed."""
    labels = (t("error-typed"), *("" for _ in typed[1:]))
    rows = tuple(zip(labels, typed, strict=False))
    return _told(t, Verdict.GONE, title, _ask(t, example), rows=rows)


def no_browser(t: Translate) -> Told:
    """The browser keeps nothing, so it cannot be told from a stranger's."""
    why = t.line("page-no-cookies-why")
    return _told(t, Verdict.NO_BROWSER, t.line("page-no-cookies"), why)


def sign_in(t: Translate, key: str, example: str) -> Told:
    """Nobody knows who this is: how they can say so."""
    lines = (t.line("page-sign-in-why"), t.line("page-key-ask", example=Code(example)))
    return _told(t, Verdict.SIGN_IN, t.line(key), *lines)


def stranger(t: Translate) -> Told:
    """Somebody who belongs to the company no longer."""
    return _told(t, Verdict.UNKNOWN, t.line("page-stranger"))


def _told(
    t: Translate,
    verdict: Verdict,
    title: Line,
    *lines: Line,
    rows: Rows = (),
    again: bool = False,
) -> Told:
    return Told(
        verdict=verdict,
        language=t.language,
        app=t("app-name"),
        title=title,
        lines=lines,
        rows=tuple(rows),
        again=t("form-again") if again else "",
    )


def _ask(t: Translate, example: str) -> Line:
    """What to type for a link of one's own."""
    return t.line("page-ask", example=Code(example))
