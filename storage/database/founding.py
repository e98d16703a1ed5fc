"""Makes the tables of an empty database at once, instead of every step to them."""

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect

from storage.tables import metadata

# As Alembic makes it: from here on that reads and writes it.
_marks = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "%(table_name)s_pkc"}),
    Column("version_num", String(32), primary_key=True),
)


def empty(connection: Connection) -> bool:
    """Whether nothing is there yet, not even what is not ours."""
    found = inspect(connection)
    return not found.get_table_names() and not found.get_view_names()


def found(connection: Connection, revision: str) -> None:
    """Makes every table as the newest migration leaves it, and says which that is."""
    metadata.create_all(connection, checkfirst=False)
    _marks.create(connection)
    connection.execute(_marks.insert().values(version_num=revision))
