"""What HR says above the messages of a cycle, and how it reads."""

from collections.abc import Mapping

from bot.messages import Audience, Block, Card, Item, Note, Paragraph, Quote, Reply
from bot.model.review import Cycle
from bot.model.review.texts import OWN, SPOKEN, Texts, filled
from bot.ports import Translate


def listed(t: Translate, cycle: Cycle, texts: Texts, facts: Mapping[str, str]) -> Reply:
    """Every text, filled as a manager would read it."""
    blocks: list[Block] = []
    for rung in OWN:
        for language in SPOKEN:
            if text := texts.get((rung, language)):
                when = t.line(f"review-text-{rung.value}")
                blocks += [Item(when, (language,)), Quote(filled(text, facts))]
    if not blocks:
        blocks.append(Paragraph(t.line("review-text-none")))
    blocks.append(Note(t.line("review-text-how")))
    title = t.line("review-texts", cycle=cycle.name)
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)
