"""Buttons and pickers, for cards that can be pressed and for messages that cannot.

A card of ours has room for eight buttons. A message has up to five, each of them a
link; in the person's own conversation a link can press, in a group it can only open a
page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import quote, urlsplit

from adapters.dingtalk import presses
from adapters.dingtalk.render_spans import (
    Dialect,
    Json,
    address,
    caption,
    escape,
    label,
    strong,
)
from adapters.prose import cut
from bot.messages import Block, Button, Buttons, ButtonStyle, Card, Item, Picker

IN_CARD = 8
IN_MESSAGE = 5
LABEL = 30
LISTED = 30  # options of a picker that are listed
BETWEEN = " · "
PAGES = ("/forms/", "/tasks/")
BESIDE = "dingtalk://dingtalkclient/page/link"
COLOURS = {
    ButtonStyle.PRIMARY: "blue",
    ButtonStyle.PLAIN: "gray",
    ButtonStyle.DANGER: "red",
}


@dataclass(frozen=True, slots=True)
class Controls:
    """What can be pressed below, and what is said of the rest, a line each."""

    shown: tuple[Button, ...] = ()
    lines: tuple[str, ...] = ()


def in_card(card: Card, *, alone: bool) -> tuple[Card, Controls]:
    """The controls of a card of ours, and the card with its items numbered for them.

    What a picker offers is for one person: in a group nobody needs its options.
    """
    wide, pickers = _buttons(card), _pickers(card) if alone else []
    items = [part for part in card.blocks if isinstance(part, Item)]
    room = max(IN_CARD - len(wide), 0)
    first = list(islice(_of_items(items), room))
    chosen = islice(_of_pickers(pickers), room - len(first))
    shown = (*wide[:IN_CARD], *first, *chosen)
    left = _names(wide[IN_CARD:])
    known = {(button.action, button.value) for button in shown}
    listed = [_listed(p, known) for p in pickers]
    asked = _questions(wide[:IN_CARD])
    lines = (*asked, *filter(None, listed), *left)
    return (_numbered(card) if first else card), Controls(shown, lines)


def in_message(card: Card, dialect: Dialect) -> Controls:
    """The controls of a message: those of its items stand beside them.

    In a group only pages are named: words that cannot be pressed look broken.
    """
    wide = _buttons(card)
    if dialect.pressable:
        shown, rest = wide[:IN_MESSAGE], wide[IN_MESSAGE:]
        options = (linked_options(picker) for picker in _pickers(card))
        lines = (*options, *_linked(rest))
        return Controls(tuple(shown), (*_questions(wide), *lines))
    pages = [button for button in wide if target(button)]
    return Controls(tuple(pages[:IN_MESSAGE]), tuple(_linked(pages[IN_MESSAGE:])))


def target(button: Button) -> str | None:
    """Where it leads; a page of ours opens beside the conversation."""
    return opened(button.url or "")


def opened(url: str) -> str | None:
    """The address, a page of ours in the client's own side panel (facts §10.3)."""
    found = address(url)
    if found is None or not urlsplit(found).path.startswith(PAGES):
        return found
    return f"{BESIDE}?url={quote(found, safe='')}&pc_slide=true"


def wire(button: Button) -> Json:
    """A button of our card: for our own contract, and for the card's button group,
    whose form the card platform's own exports show.
    """
    id = presses.id_of(button.action, button.value)
    shown: Json = {"id": id, "text": cut(label(button.label), LABEL)}
    shown |= {"style": button.style.value, "color": COLOURS[button.style]}
    shown["status"] = "normal"
    if url := target(button):
        event = {"type": "openLink", "params": {"url": url}}
        return shown | {"url": url, "event": event}
    params = {"actionId": id, "params": {"action": id}}
    return shown | {"event": {"type": "sendCardRequest", "params": params}}


def link(button: Button) -> tuple[str, str]:
    """What a button of a message says, and where it leads."""
    name = cut(label(button.label), LABEL)
    typed = presses.address(name, button.action, button.value)
    return name, target(button) or typed


def linked(controls: Sequence[Button | Picker]) -> str:
    """The buttons beside a line, as links that press; pickers are with the thing
    itself.
    """
    buttons = [control for control in controls if isinstance(control, Button)]
    return BETWEEN.join(_link(button) for button in buttons)


def linked_options(picker: Picker) -> str:
    """A picker as a line of links that press."""
    chosen = BETWEEN.join(_link(option) for option in _choices(picker)[:LISTED])
    return f"{strong(picker.label)} {chosen}"


def _linked(buttons: Sequence[Button]) -> Iterator[str]:
    if buttons:
        yield linked(buttons)


def _link(button: Button) -> str:
    name, url = link(button)
    return f"[{caption(name)}]({url})"


def _names(buttons: Sequence[Button]) -> Iterator[str]:
    """What else there is to do: the words are known, the command is not."""
    if buttons:
        names = (escape(label(button.label)) for button in buttons)
        yield f"⋯ {BETWEEN.join(names)}"


def _questions(buttons: Sequence[Button]) -> Iterator[str]:
    """What would be asked before a button does it: here it can only be said."""
    for button in buttons:
        if asked := button.confirm:
            said = escape(label(asked.text))
            yield f"{strong(button.label)} {said}"


def _listed(picker: Picker, shown: set[tuple[str, str]]) -> str:
    """A picker's options as a line, unless every other one is a button."""
    others = [one.value for one in picker.options if one.value != picker.chosen]
    options = {(picker.action, value) for value in others}
    return "" if options <= shown else f"{strong(picker.label)} {_options(picker)}"


def _options(picker: Picker) -> str:
    names = [escape(label(option.label)) for option in picker.options]
    more = ["…"] if len(names) > LISTED else []
    return BETWEEN.join([*names[:LISTED], *more])


def _buttons(card: Card) -> list[Button]:
    return [c for c in _controls(card.blocks) if isinstance(c, Button)]


def _pickers(card: Card) -> list[Picker]:
    found = (c for c in _controls(card.blocks) if isinstance(c, Picker))
    return [picker for picker in found if picker.options]


def _controls(blocks: Sequence[Block]) -> Iterator[Button | Picker]:
    for part in blocks:
        if isinstance(part, Buttons):
            yield from part.items


def _of_items(items: Sequence[Item]) -> Iterator[Button]:
    """The first button of every item, under the item's number."""
    for number, item in enumerate(items, start=1):
        buttons = (b for b in item.buttons if isinstance(b, Button))
        if first := next(buttons, None):
            yield replace(first, label=f"{number} {first.label}")


def _of_pickers(pickers: Sequence[Picker]) -> Iterator[Button]:
    for picker in pickers:
        others = (one for one in _choices(picker) if one.value != picker.chosen)
        for choice in others:
            name = f"{picker.label} {choice.label}"  # a menu's own name says nothing
            yield choice if picker.compact else replace(choice, label=name)


def _choices(picker: Picker) -> list[Button]:
    """Every option as a button that picks it."""
    return [Button(o.label, picker.action, o.value) for o in picker.options]


def _numbered(card: Card) -> Card:
    numbers = iter(range(1, len(card.blocks) + 1))
    blocks = (
        replace(part, line=(f"{next(numbers)} ", *part.line))
        if isinstance(part, Item)
        else part
        for part in card.blocks
    )
    return replace(card, blocks=tuple(blocks))
