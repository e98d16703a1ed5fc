"""What each reader sees of feedback: all that counts, and nothing twice."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.fakes.chat import Seen

STORE = "#store-it"
SAID = (
    "feedback the lid arrived cracked order:1002 sku:tp-100 channel:Shopify "
    "market:DE customer:Meier"
)


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


def labels(seen: Seen) -> set[str]:
    """What can be pressed or picked on it."""
    return {control.label for control in seen.controls}


async def test_who_sends_it_sees_all_that_was_understood(desk: Desk) -> None:
    """To correct at once what was not."""
    await desk.sofia.says(SAID, "#general")
    seen = desk.sofia.last("#general")
    assert seen
    for part in ("TP-100", "1002", "Shopify", "Germany", "Meier"):
        assert part in seen.text


async def test_the_product_is_on_the_card(desk: Desk) -> None:
    """It is no customer's secret, and what most of the work begins with."""
    await desk.sofia.says(SAID, "#general")
    card = desk.jonas.last(TRIAGE)
    assert card
    assert "TP-100" in card.text


async def test_short_words_are_on_the_card_once(desk: Desk) -> None:
    """Its line has room for them; longer ones follow in full."""
    await desk.sofia.says(SAID, "#general")
    card = desk.jonas.last(TRIAGE)
    assert card
    assert card.text.count("the lid arrived cracked") == 1
    whole = " ".join(["broken in a new way"] * 12)
    await desk.sofia.says(f"feedback {whole}", "#general")
    card = desk.jonas.last(TRIAGE)
    assert card
    assert whole in card.text


async def test_everything_read_is_corrected_from_the_card(desk: Desk) -> None:
    """By a form, where a chat has no menus; outside triage by nobody."""
    desk.team.place(STORE)
    await desk.anna.says(f"feedback route all → {STORE}")
    await desk.sofia.says(SAID, "#general")
    card, outside = desk.jonas.last(TRIAGE), desk.anna.last(STORE)
    assert card
    assert outside
    assert "Correct" in labels(card)
    assert "Correct" not in labels(outside)
    await desk.jonas.presses("Correct", card)
    assert await desk.jonas.fills(sku="tp-200", kind="wish") == {}
    facts = (await desk.item()).facts
    assert (facts.sku, facts.kind.value) == ("TP-200", "wish")


async def test_who_takes_it_gave_it_to_nobody(desk: Desk) -> None:
    """The story says it as people do."""
    await desk.sofia.says(SAID, "#general")
    seen = await desk.jonas.says("feedback take 1", TRIAGE)
    assert seen
    assert "Jonas Weber took it" in seen.text


@pytest.mark.parametrize("way", ["reply", "note", "say"])
async def test_words_that_are_missing_are_asked_for(desk: Desk, way: str) -> None:
    """Ours, not the customer's."""
    await desk.sofia.says(SAID, "#general")
    seen = await desk.jonas.says(f"feedback {way} 1", TRIAGE)
    assert seen
    assert "Please write your words, too." in seen.text


async def test_what_is_no_order_number_is_not_kept_as_one(desk: Desk) -> None:
    """Typed or in the form; what was typed is not lost."""
    seen = await desk.sofia.says("feedback no parcel yet order:soon", "#general")
    assert seen
    assert "“soon” is no order number" in seen.text
    assert "no parcel yet" in seen.text
    await desk.sofia.says("feedback")
    errors = await desk.sofia.fills(text="no parcel yet", order="soon")
    assert set(errors) == {"order"}
    assert await desk.sofia.fills(text="no parcel yet", order="#1001-A") == {}
    assert (await desk.item()).voices[0].order == "#1001-A"


async def test_the_room_hears_of_what_came_before_it(desk: Desk) -> None:
    """Nothing waits unseen because nobody triaged yet."""
    await desk.anna.says("feedback triage off", TRIAGE)
    await desk.sofia.says(SAID, "#general")
    await desk.anna.says("feedback triage here", TRIAGE)
    seen = desk.jonas.last(TRIAGE)
    assert seen
    assert "came before" in seen.text
    await desk.jonas.presses("What is open", seen)
    listed = desk.jonas.last(TRIAGE)
    assert listed
    assert "F-1" in listed.text
