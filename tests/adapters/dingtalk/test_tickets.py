"""Texts that only the adapter reads: tickets, and the ids of cards."""

import pytest

from adapters.dingtalk.tickets import Ticket, ticket_of
from adapters.dingtalk.tracks import place_of, track
from bot.model.refs import Handle, PlaceRef
from tests.adapters.dingtalk.talks import NOW


@pytest.mark.parametrize(
    "token", ["", "nonsense", "[]", '{"until": "soon"}', '{"url": 1}']
)
def test_a_broken_ticket_opens_nothing(token: str) -> None:
    """Whatever a database kept."""
    assert not ticket_of(Handle("dingtalk", token)).answers("", NOW)
    assert ticket_of(None) == Ticket()


def test_a_ticket_comes_back_as_it_was() -> None:
    """Through the text of a handle."""
    ticket = Ticket("u", "cid", "m", "https://x", 5, "群", '{"fields": []}')
    assert ticket_of(ticket.handle()) == ticket


@pytest.mark.parametrize(
    "place", ["cid/+a==", "@manager4521", "@a_b-c.d", "cid" + "x" * 80]
)
def test_an_id_says_where_its_card_is(place: str) -> None:
    """In letters that DingTalk takes, where there is room."""
    there = PlaceRef("dingtalk", "ding1", place)
    id = track(there, "k")
    assert len(id) <= 64
    assert id.replace("-", "").replace("_", "").replace(".", "").isalnum()
    assert place_of(id, "ding1") == (there if len(place) < 80 else None)


@pytest.mark.parametrize("id", ["", "x", "x.", "x.!", "x._w", "280f6d7a-63bc"])
def test_an_id_of_somebody_elses_says_nothing(id: str) -> None:
    """A card that is not ours."""
    assert place_of(id, "ding1") is None
