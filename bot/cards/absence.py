"""What people see of being away: their own, somebody else's, everybody's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.cards.standup.list import waiting
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    ChoiceField,
    DateField,
    Form,
    Line,
    Note,
    Option,
    Paragraph,
    Reply,
    TextField,
    Tone,
)
from bot.model.absence import Days, Joined, Wish, days_of
from bot.model.people import Absence
from bot.model.standup import Share, Standup
from bot.ports import Translate


def away_form(t: Translate, today: date, standups: Sequence[Standup] = ()) -> Form:
    """From when, until when, for what, and why if they like to say."""
    return Form(
        name="people.away",
        title=t("away-form-title"),
        fields=(
            DateField(name="first", label=t("away-first"), value=today),
            DateField(
                name="last",
                label=t("away-last"),
                hint=t("away-half-hint"),
                value=today,
            ),
            *_only(t, standups),
            TextField(
                name="reason",
                label=t("away-reason"),
                hint=t("away-reason-hint"),
                required=False,
                limit=200,
            ),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("away-button"), "people.away"),
    )


def away(
    t: Translate,
    joined: Joined,
    absence: Absence,
    back: date,
    today: date,
    only: str = "",
) -> Reply:
    """Confirms an absence, naming the day they are back (PEERS B01); `only` is the one
    stand-up it is for.
    """
    days, before = joined.days, joined.whole
    values: dict[str, Line | str | int] = {"back": t.day(back)}
    keys = ("away-set-one", "away-set")
    if days.half:
        keys = ("away-set-half", "away-set-half")
    if only:
        values, keys = {"name": only}, ("away-set-only-one", "away-set-only")
    elif joined.already:
        keys = ("away-already-one", "away-already")
    elif before:
        values["until"] = t.day(max(each.last for each in before))
        keys = ("away-joined", "away-joined")
    title = _said(t, keys, days, **values)
    undo = Buttons((end(t, days, today),))
    blocks = (*_why(t, joined, absence.reason), undo)
    return Reply(Card(title, blocks, Tone.GOOD), Audience.ONLY_YOU)


def _why(t: Translate, joined: Joined, reason: str) -> tuple[Block, ...]:
    """The reason, and what it was where another was given before."""
    if not reason:
        return ()
    before = next((each.reason for each in joined.known if each.reason), reason)
    if before == reason:
        return (Paragraph(t.line("away-why", reason=reason)),)
    return (Paragraph(t.line("away-why-now", reason=reason, before=before)),)


def for_other(t: Translate, name: str, joined: Joined, absence: Absence) -> Reply:
    """Confirms an absence that a lead wrote for somebody else (PEERS B02)."""
    days = days_of(absence)
    undo = Button(t("button-undo"), "absence.undo", str(absence.id))
    blocks = (
        *_why(t, joined, absence.reason),
        Note(t.line("away-other-told", name=name)),
        Buttons((undo,)),
    )
    title = _said(t, ("away-other-one", "away-other"), days, name=name)
    return Reply(Card(title, blocks, Tone.GOOD), Audience.ONLY_YOU)


def other_back(t: Translate, name: str) -> Reply:
    """Somebody else is back, as a lead said."""
    card = Card(t.line("back-other", name=name), tone=Tone.GOOD)
    return Reply(card, Audience.ONLY_YOU)


def for_free_days(t: Translate, reply: Reply, *, free: bool) -> Reply:
    """Says it where none of the days would have been worked: no leave was needed."""
    if not free or not isinstance(reply.body, Card):
        return reply
    blocks = (Note(t.line("away-free")), *reply.body.blocks)
    return replace(reply, body=replace(reply.body, blocks=blocks))


def kept(t: Translate, reply: Reply, wish: Wish) -> Reply:
    """Says what was kept instead of the hours that were said, if any were."""
    if not wish.hours or not isinstance(reply.body, Card):
        return reply
    day = said_day(t, wish.days)
    day = day if wish.days.half else t("away-whole", day=day)
    note = Note(t.line("away-hours", hours=wish.hours, kept=day))
    card = replace(reply.body, blocks=(note, *reply.body.blocks))
    return replace(reply, body=card)


def told(t: Translate, by: str, days: Days, absence: Absence | None) -> Card:
    """Somebody marked the reader away; they may say that it is not so."""
    if absence is None:
        return Card(_said(t, ("away-not-any-more-one", "away-not-any-more"), days))
    why = [Paragraph(t.line("away-why", reason=absence.reason))]
    no = Button(t("away-told-undo"), "absence.undo", str(absence.id))
    blocks = (*(why if absence.reason else ()), Buttons((no,)))
    return Card(_said(t, ("away-told-one", "away-told"), days, by=by), blocks)


def refused(t: Translate, name: str, days: Days) -> Card:
    """Who was marked away is there after all."""
    return Card(_said(t, ("away-refused-one", "away-refused"), days, name=name))


def news(t: Translate, name: str, days: Days, absence: Absence | None) -> Card:
    """For a place: who is away, and until when; the reason only if one was given."""
    if absence is None:
        return Card(_said(t, ("away-refused-one", "away-refused"), days, name=name))
    why = (Note((absence.reason,)),) if absence.reason else ()
    return Card(_said(t, ("away-news-one", "away-news"), days, name=name), why)


def break_sure(t: Translate, days: Days, count: int, value: str) -> Reply:
    """Asks before everybody is marked away (PEERS B04)."""
    do = Button(
        t("away-break-do", count=count), "absence.break", value, ButtonStyle.PRIMARY
    )
    return Reply(
        Card(
            _said(t, ("away-break-sure-one", "away-break-sure"), days),
            (Buttons((do,)),),
        )
    )


def break_set(t: Translate, days: Days, count: int, back: Line) -> Card:
    """Everybody is away; who is there after all says so."""
    title = _said(t, ("away-break-one", "away-break"), days, count=count)
    return Card(title, (Note(t.line("away-break-back", back=back)),), Tone.GOOD)


def break_over(t: Translate, count: int) -> Reply:
    """The break is over for everybody."""
    return Reply(Card(t.line("back-break", count=count), tone=Tone.GOOD))


def _said(
    t: Translate, keys: tuple[str, str], days: Days, **values: Line | str | int
) -> Line:
    """One of the two forms of a sentence: of one day, or of several."""
    one, several = keys
    return t.line(
        one if days.one else several,
        first=said_day(t, days),
        last=t.day(days.last),
        **values,
    )


def said_day(t: Translate, days: Days) -> str:
    """The first day, or the half of it that is meant."""
    day = t.day(days.first)
    return t(f"away-{days.half}", day=day) if days.half else day


def _only(t: Translate, standups: Sequence[Standup]) -> tuple[ChoiceField, ...]:
    if not standups:
        return ()
    each = tuple(Option(standup.name, str(standup.id)) for standup in standups)
    return (
        ChoiceField(
            name="only",
            label=t("away-only"),
            options=(Option(t("away-only-all"), "all"), *each),
            value="all",
        ),
    )


def end(t: Translate, days: Days, today: date) -> Button:
    """Coming back, or not going at all."""
    if days.first <= today:
        return Button(t("back-button"), "people.back")
    return Button(t("away-cancel"), "people.back", days.first.isoformat())


def back(t: Translate, shares: Sequence[Share] = ()) -> Reply:
    """Welcomes them back, with what they were asked before and may answer now."""
    waits = waiting(t, shares, ()).blocks if shares else ()
    return Reply(Card(t.line("back-set"), waits, Tone.GOOD), Audience.ONLY_YOU)


def stays(t: Translate, first: date) -> Reply:
    """The days away that began on `first`, or would have, are taken back."""
    title = t.line("away-cancelled", first=t.day(first))
    return Reply(Card(title, tone=Tone.GOOD), Audience.ONLY_YOU)


def not_away(t: Translate, coming: Absence | None, today: date) -> Reply:
    """They are not away; the days that come can be taken back."""
    if coming is None:
        return Reply(Card(t.line("back-not-away")), Audience.ONLY_YOU)
    days = days_of(coming)
    title = _said(t, ("back-coming-one", "back-coming"), days)
    cancel = Buttons((end(t, days, today),))
    return Reply(Card(title, (cancel,)), Audience.ONLY_YOU)
