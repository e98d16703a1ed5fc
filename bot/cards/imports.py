"""Lists that people paste: what one would change, and which lines cannot be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Form,
    Heading,
    Line,
    Note,
    Paragraph,
    Reply,
    TextField,
    Tone,
)
from bot.ports import Translate

SHOWN = 25
LENGTH = 3000


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that cannot be taken, and why."""

    line: int
    key: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wording:
    """What lists of one kind are called: `family` begins the names of their buttons."""

    family: str
    title: str
    nothing: str
    heading: str
    note: str


def compared(
    t: Translate,
    wording: Wording,
    told: Sequence[Line],
    broken: Sequence[Broken],
    id: int,
) -> Reply:
    """A dry run: a line for each change, and the ways to take it or to let it go."""
    blocks = _refused(t, broken)
    if told:
        blocks.append(Heading(wording.heading))
        blocks.append(Bullets((*told[:SHOWN], *_rest(t, len(told)))))
        apply, drop = (f"{wording.family}.{what}" for what in ("apply", "drop"))
        yes = Button(t("team-button-apply"), apply, str(id), ButtonStyle.PRIMARY)
        no = Button(t("team-button-drop"), drop, str(id))
        blocks.append(Buttons((yes, no)))
        blocks.append(Note((wording.note,)))
    tone = Tone.WARNING if broken else Tone.NEUTRAL
    title = wording.title if told else wording.nothing
    card = Card((title,), tuple(blocks), tone)
    return Reply(card, Audience.ONLY_YOU)


def kinds(t: Translate) -> Reply:
    """What can be imported, and how."""
    card = Card(
        (t("import-title"),),
        (
            Paragraph((t("import-about"),)),
            Bullets(((t("import-people"),), (t("import-values"),))),
            Buttons(
                (
                    Button(t("import-button-people"), "team.import"),
                    Button(t("import-button-values"), "measure.import"),
                )
            ),
        ),
    )
    return Reply(card, Audience.ONLY_YOU)


def form(t: Translate, title: str, label: str, hint: str, reopen: Button) -> Form:
    """Where a list is pasted; it is named as the button that opens it."""
    lines = TextField(
        name="lines", label=label, hint=hint, multiline=True, limit=LENGTH
    )
    return Form(
        name=reopen.action,
        title=title,
        fields=(lines,),
        submit=t("team-button-compare"),
        cancel=t("button-cancel"),
        reopen=reopen,
    )


def _refused(t: Translate, broken: Sequence[Broken]) -> list[Block]:
    """The lines with a mistake, each with its number; nothing, if all are well."""
    if not broken:
        return []
    lines = [_why(t, each) for each in broken[:SHOWN]]
    heading = Heading(t("team-import-broken", count=len(broken)))
    return [heading, Bullets((*lines, *_rest(t, len(broken))))]


def _rest(t: Translate, count: int) -> tuple[Line, ...]:
    """How many more there are than are shown."""
    more = count - SHOWN
    return (t.line("team-import-more", count=more),) if more > 0 else ()


def _why(t: Translate, broken: Broken) -> Line:
    why = t(broken.key, **broken.values)
    return t.line("team-import-line", line=broken.line, why=why)
