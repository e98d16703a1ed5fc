"""What people see of their accounts on several platforms."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.messages import (
    Audience,
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    ChoiceField,
    Code,
    Confirm,
    Item,
    Line,
    MomentStyle,
    Note,
    Option,
    Paragraph,
    Reply,
    Tone,
)
from bot.model.link import Candidate, MessageKind, Pair
from bot.model.people import Account
from bot.ports import Translate

SHOWN = 10
WHEREVER = "auto"  # the choice of who lets us choose


def code(t: Translate, code: str, until: datetime) -> Reply:
    """The code, and what to do with it on the other side."""
    blocks: tuple[Block, ...] = (
        Paragraph(t.line("link-code-how")),
        Paragraph((Code(f"link {code}"), " · ", Code(f"关联 {code}"))),
        Note(t.line("link-code-life", until=t.moment(until, MomentStyle.TIME))),
    )
    return Reply(Card(t.line("link-code", code=Bold(code)), blocks), Audience.ONLY_YOU)


def refused(t: Translate, key: str, **values: object) -> Reply:
    """A code that does not work, and how to get one that does."""
    fresh = Buttons((Button(t("link-button-code"), "link.code"),))
    card = Card(t.line(key, **values), (fresh,), Tone.WARNING)
    return Reply(card, Audience.ONLY_YOU)


def said(
    t: Translate, key: str, audience: Audience = Audience.ONLY_YOU, **values: object
) -> Reply:
    """One sentence to one person."""
    return Reply(Card(t.line(key, **values), tone=Tone.GOOD), audience)


def linked(t: Translate, accounts: Sequence[Account]) -> Card:
    """The news that accounts are one person's."""
    names = t.items(tuple(_called(t, each) for each in accounts))
    ways = (
        Button(t("link-button-where"), "people.settings"),
        Button(t("link-button-show"), "link.show"),
    )
    blocks = (Paragraph(t.line("link-done-means")), Buttons(ways))
    return Card(t.line("link-done", accounts=names), blocks, Tone.GOOD)


def parted(t: Translate, account: Account) -> Card:
    """The news that an account is on its own."""
    title = t.line("link-parted", account=_called(t, account))
    return Card(title, (Note(t.line("link-parted-means")),))


def accounts(t: Translate, name: str, theirs: Sequence[Account]) -> Reply:
    """Every account of a person, each with the way to part it."""
    several = len(theirs) > 1
    items = tuple(
        Item((_called(t, each),), buttons=(_part(t, each),) if several else ())
        for each in theirs
    )
    more = Buttons((Button(t("link-button-more"), "link.code"),))
    title = t.line("link-accounts", name=name, count=len(theirs))
    return Reply(Card(title, (*items, more)), Audience.ONLY_YOU)


def proposal(t: Translate, mine: Account, other: Account, name: str) -> Card:
    """Asks whether two accounts are one human's."""
    value = f"{mine.id}:{other.id}"
    yes = Button(t("link-button-yes"), "link.same", value, style=ButtonStyle.PRIMARY)
    no = Button(t("link-button-no"), "link.apart", value)
    title = t.line(
        "link-propose", name=name, platform=t(f"platform-{other.ref.platform}")
    )
    return Card(title, (Note(t.line("link-propose-why")), Buttons((yes, no))))


def pairs(t: Translate, found: Sequence[Pair]) -> Reply:
    """Who may be one human, each with the way to say so."""
    if not found:
        return Reply(Card(t.line("link-people-none")), Audience.ONLY_YOU)
    items: list[Block] = [pair_item(t, pair) for pair in found[:SHOWN]]
    if (left := len(found) - SHOWN) > 0:
        items.append(Note(t.line("link-people-more", more=left)))
    title = t.line("link-people", count=len(found))
    return Reply(Card(title, tuple(items)), Audience.ONLY_YOU)


def both(t: Translate, one: Candidate, other: Candidate) -> Line:
    """Two persons by name and platform."""
    return t.line("link-pair", one=_person(t, one), other=_person(t, other))


def where(
    t: Translate, platforms: Sequence[str], wishes: Mapping[MessageKind, str]
) -> tuple[ChoiceField, ...]:
    """Where a person wants which message; nothing to ask with one platform."""
    if len(platforms) < 2:
        return ()
    options = (
        Option(t("link-where-auto"), WHEREVER),
        *(Option(t(f"platform-{name}"), name) for name in platforms),
    )
    return tuple(
        ChoiceField(
            name=f"where-{kind}",
            label=t(f"link-where-{kind}"),
            options=options,
            value=wishes.get(kind, WHEREVER),
            required=False,
        )
        for kind in MessageKind
    )


def pair_item(t: Translate, pair: Pair) -> Item:
    """Two who may be one human, with the way to say so."""
    value = f"{pair.one.person.id}:{pair.other.person.id}"
    line = both(t, pair.one, pair.other)
    confirm = Confirm(
        t("link-button-link"),
        t("link-confirm"),
        t("link-button-link"),
        t("button-cancel"),
    )
    link = Button(t("link-button-link"), "link.join", value, confirm=confirm)
    apart = Button(t("link-button-apart"), "link.part", value)
    return Item(line, buttons=(link, apart))


def _part(t: Translate, account: Account) -> Button:
    confirm = Confirm(
        t("link-button-unlink"),
        t("link-unlink-confirm"),
        t("link-button-unlink"),
        t("button-cancel"),
    )
    return Button(
        t("link-button-unlink"),
        "link.unlink",
        str(account.id),
        style=ButtonStyle.DANGER,
        confirm=confirm,
    )


def _person(t: Translate, candidate: Candidate) -> str:
    platforms = [t(f"platform-{each.ref.platform}") for each in candidate.accounts]
    names = t.items(tuple(dict.fromkeys(platforms)))
    return t("link-person", name=candidate.person.name, platforms=names)


def _called(t: Translate, account: Account) -> str:
    name = account.name or account.handle or account.ref.id
    platform = t(f"platform-{account.ref.platform}")
    return t("link-account", name=name, platform=platform)
