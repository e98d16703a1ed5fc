"""What else people do in one sentence: what is kept of it, and who hears of it."""

from dataclasses import dataclass

from sqlalchemy import Column

from storage.tables.blockers import blockers
from storage.tables.feedback import feedback_voices
from storage.tables.kudos import kudos
from storage.tables.risks import risks
from tests.e2e.faults.company import Mate


@dataclass(frozen=True, slots=True)
class Deed:
    """`typed` has places for the words of its own and for somebody's name; `kept` is
    where those words stand afterwards. Whom it names hears of it where it `tells`.
    """

    typed: str
    kept: Column[str]
    tells: bool = False

    def words(self, number: int) -> str:
        """Its own, which nobody says otherwise."""
        return f"teapots of pallet z{number}z"

    def sentence(self, words: str, mate: Mate) -> str:
        """What is typed."""
        return self.typed.format(words=words, mate=mate.name)


DEEDS = (
    Deed("kudos @{mate} for packing {words}", kudos.c.reason, tells=True),
    Deed("risk add no {words} high", risks.c.scenario),
    Deed("blocker add we miss {words} @{mate}", blockers.c.text, tells=True),
    Deed("feedback cannot pay for {words} at the checkout", feedback_voices.c.text),
)
