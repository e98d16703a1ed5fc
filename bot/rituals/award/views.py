"""What a reader sees of a round: names and reasons, and never who said what."""

from collections import defaultdict

from bot.cards.award import Candidate, RoundView
from bot.model.award import Round, Stage
from bot.ports import UnitOfWork


async def view(db: UnitOfWork, round: Round) -> RoundView | None:
    """The round with who is nominated or shortlisted, and why."""
    award = await db.awards.get(round.award_id)
    if award is None:
        return None
    reasons: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    voices: defaultdict[int, set[int]] = defaultdict(set)
    for each in await db.awards.nominations(round.id):
        if each.counts:
            reasons[each.person_id] = (*reasons[each.person_id], each.reason)
            voices[each.person_id].add(each.nominator_id)
    finalists = await db.awards.finalists(round.id)
    early = round.stage in (Stage.NOMINATING, Stage.CHOOSING)
    ids = tuple(reasons) if early else tuple(each.person_id for each in finalists)
    people = await db.people.some(ids)
    ended = {each.person_id: each for each in finalists}
    found = [
        Candidate(
            id,
            people[id].name,
            reasons[id],
            nominators=len(voices[id]),
            active=people[id].active,
            won=id in ended and ended[id].won,
            votes=ended[id].votes if id in ended else None,
        )
        for id in ids
        if id in people
    ]
    return RoundView(award, round, tuple(sorted(found, key=lambda one: one.name)))
