"""What one process has in hand for a moment, so that others need not begin it too."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import Integer, Text, bindparam, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from storage.database.engine import Database

SEED = 1  # of names; those of `storage.database.ownership` have another
_named = func.unnest(bindparam("names", type_=ARRAY(Text))).column_valued("name")
# As many as are wanted, in their order: of the others nobody is kept.
_owned = func.concat(bindparam("owner", type_=Integer), ":", _named)
TAKE = (
    select(_named)
    .where(func.pg_try_advisory_xact_lock(func.hashtextextended(_owned, literal(SEED))))
    .limit(bindparam("most", type_=Integer))
)


@asynccontextmanager
async def apart(
    database: Database, owner: int, names: Sequence[str], most: int
) -> AsyncIterator[Collection[str]]:
    """The first of these names that nobody else has, as many as `most`; others get none
    of them until the end of the block. They are locks of a transaction: whoever dies
    has none, and who is frozen has them for some seconds only.
    """
    if not database.shared:
        yield names[:most]
        return
    async with database.writing() as connection:
        asked = {"owner": owner, "names": list(names), "most": most}
        yield set(await connection.scalars(TAKE, asked))
