"""Events survive being written and read back, whatever they hold."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.events import Commanded, Inbound
from bot.model.files import FileLink
from bot.model.people import Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from storage.work.events_codec import decode, encode

NOW = datetime(2026, 3, 2, 8, 0, 0, 123456, tzinfo=UTC)

# Any character at all, halves of surrogate pairs too: a platform's JSON may hold them.
TEXTS = st.text(st.characters(codec=None))
INSTANTS = st.datetimes(timezones=st.just(UTC))
USERS = st.builds(UserRef, TEXTS, TEXTS, TEXTS)
PLACES = st.builds(PlaceRef, TEXTS, TEXTS, TEXTS, st.none() | TEXTS)
MESSAGES = st.builds(MessageRef, PLACES, TEXTS)
VALUES = st.dictionaries(TEXTS, st.none() | TEXTS | st.lists(TEXTS).map(tuple))
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "at": INSTANTS,
    "who": USERS,
    "where": st.none() | PLACES,
    "handle": st.none() | st.builds(Handle, TEXTS, TEXTS),
    "card": st.none() | MESSAGES,
    "message": st.none() | MESSAGES,
    "answers": st.none() | MESSAGES,
    "author": st.none() | USERS,
    "values": VALUES,
    "files": st.lists(st.builds(FileLink, TEXTS, TEXTS)).map(tuple),
    "profile": st.builds(Profile, USERS, TEXTS, TEXTS, st.none() | TEXTS),
}


def events() -> st.SearchStrategy[Inbound]:
    """Every kind of event; a part that is not named above is a text."""
    return st.sampled_from(get_args(Inbound)).flatmap(of_kind)


def of_kind(kind: type[Inbound]) -> st.SearchStrategy[Inbound]:
    """Events of one kind, every field filled."""
    parts = {each.name: PARTS.get(each.name, TEXTS) for each in fields(kind)}
    return st.builds(kind, **parts)


@given(events())
def test_an_event_comes_back_as_it_was(event: Inbound) -> None:
    """Equal in every part, and of the same kind."""
    assert decode(encode(event)) == event
    assert type(decode(encode(event))) is type(event)


@given(events())
def test_what_is_written_is_plain_ascii(event: Inbound) -> None:
    """So both databases keep it, whatever was typed."""
    written = encode(event)
    assert written.isascii()
    assert "\x00" not in written


def test_what_another_version_wrote_can_be_read() -> None:
    """A field that came later has its default, one that is gone is left out."""
    event = Commanded(id="e", at=NOW, who=UserRef("slack", "T1", "U1"), text="help")
    written = encode(event).replace('"name_hint":""', '"gone":{"is":"mapping","of":{}}')
    assert decode(written) == event
