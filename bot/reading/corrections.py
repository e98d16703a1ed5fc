"""What people corrected, as lessons: what they left alone teaches nothing."""

from collections.abc import Iterable

from bot.model.feedback import Facts, Feedback
from bot.reading import language_of
from bot.reading.model import Model


def teach(model: Model, corrected: Iterable[Feedback]) -> Model:
    """The model after every one of these that people know better than the words did;
    where they changed their mind, the last one counts: give them oldest first. What
    has no words teaches nothing: its question mark is everybody's.
    """
    for each in corrected:
        if language_of(each.text) and _read(each.facts) != _read(each.proposed):
            model = model.learn(each.text, each.facts)
    return model


def _read(facts: Facts) -> tuple[str, ...]:
    """What the model answers for; products and markets it does not."""
    return (facts.step, facts.severity, facts.sentiment, facts.kind)
