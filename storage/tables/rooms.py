"""Rooms, and the places that are tied into one."""

from sqlalchemy import Boolean, Column, Index, UniqueConstraint

from storage.tables.base import Place, Text, owned, refers

rooms = owned(
    "rooms",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("threads", Boolean, nullable=False, default=False),
    UniqueConstraint("organization_id", "folded"),
)

room_places = owned(
    "room_places",
    refers("room_id", "rooms"),
    Column("place", Place, nullable=False),
    UniqueConstraint("organization_id", "place"),  # a place is in one room at most
    Index(None, "room_id"),
)
