"""Letters: what is done where no chat takes a message for a person (DESIGN §5)."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.cards.letter import letter
from bot.cards.task.words import short
from bot.messages import Card
from bot.model.delivery import Delivery
from bot.model.letter import may_go_by
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.ports import Clock, Translate, UnitOfWork
from bot.ports.letters import Letters

Where = tuple[str, str]  # platform and tenant


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be sent: whose, to which box, and the page of what it is `about`."""

    reader: Person
    box: PlaceRef
    about: str = ""
    page: str = ""


class Boxes:
    """Finds the box of a person, and writes for it. `carriers` are tried in order;
    `public_url` is where pages are, if they are.
    """

    def __init__(
        self,
        clock: Clock,
        words: Callable[[str, str], Translate],
        carriers: Sequence[Letters] = (),
        public_url: str = "",
    ) -> None:
        self._clock = clock
        self._words = words
        self._carriers = tuple(carriers)
        self._public_url = public_url.rstrip("/")

    async def next(
        self, db: UnitOfWork, delivery: Delivery, refused: Collection[Where]
    ) -> Letter | None:
        """The letter it becomes; None where it may not be one, or every box that there
        is has refused it. What is about one account of theirs is no letter.
        """
        draft = delivery.draft
        usable = [c for c in self._carriers if may_go_by(c.platform, draft.kind)]
        if not usable or draft.person_id is None or "account" in draft.args:
            return None
        person = await db.people.get(draft.person_id)
        if not person.active:
            return None
        accounts = await db.people.accounts(person.id)
        for carrier in usable:
            box = carrier.box(person, accounts)
            if box and (box.platform, box.tenant) not in refused:
                about, page = await self._page(db, delivery)
                return Letter(person, box, about, page)
        return None

    def written(self, to: Letter, card: Card) -> Card:
        """The card as that letter."""
        t = self._words(to.reader.language, to.reader.zone).on(self._clock.now())
        return letter(t, card, to.box.platform, to.page, to.about)

    async def _page(self, db: UnitOfWork, delivery: Delivery) -> tuple[str, str]:
        """What it is about, and where that can be seen."""
        task_id = delivery.draft.args.get("task")
        if not self._public_url or not task_id:
            return "", ""
        task = await db.tasks.get(int(task_id))
        if task is None:
            return "", ""
        return short(task), f"{self._public_url}/tasks/{short(task)}"
