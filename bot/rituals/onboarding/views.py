"""What a reader sees of somebody's way in or out: names beside ids."""

from collections.abc import Mapping

from bot.cards.onboarding import JourneyView
from bot.model.onboarding import Journey, Part
from bot.model.onboarding.plan import late
from bot.model.people import Person
from bot.rituals.onboarding.work import OnboardingWork


async def view(work: OnboardingWork, journey: Journey) -> JourneyView:
    """The journey with who it is about, who does what, and what is late."""
    readers = await work.readers(journey)
    names: Mapping[Part, str] = {
        part: each.person.name for part, each in readers.items()
    }
    person = await work.db.people.get(journey.person_id)
    return JourneyView(journey, person.name, names, late(journey, readers, work.now))


def sees(journey: Journey, person: Person) -> bool:
    """Whether somebody may follow it: who is part of it, and admins."""
    return person.is_admin or person.id in {
        journey.person_id,
        journey.made_by,
        journey.manager_id,
        journey.buddy_id,
        journey.it_id,
    }


def leads(journey: Journey, person: Person) -> bool:
    """Whether somebody may change it: who began it, the manager, and admins."""
    return person.is_admin or person.id in (journey.made_by, journey.manager_id)
