"""Files that came with what a customer says, shown and given."""

from collections.abc import Sequence
from hashlib import sha256

from bot.cards.feedback.file_words import CLIP, named, one, way
from bot.cards.feedback.words import brief
from bot.messages import Block, Card, Enclosed, Note
from bot.model.draft import Opener
from bot.model.drawing import Drawing, Photo
from bot.model.feedback import Feedback
from bot.model.files import KEEP_LIMIT, Enclosure, FileLink, ending
from bot.ports import Translate


def arrived(
    feedback: Feedback, t: Translate, found: Sequence[Enclosure], most: int
) -> Card:
    """The pictures for those who triage, `most` of them at once."""
    head = t.line("feedback-files-arrived", id=feedback.short, count=len(found))
    more = way(feedback, t) if len(found) > most else []
    about = Note((brief(feedback.text),))
    return Card(head, (about, *pictures(found[:most], t), *more))


def shown(
    feedback: Feedback,
    t: Translate,
    found: Sequence[Enclosure],
    left: Sequence[FileLink],
) -> Card:
    """Everything that is kept; and what is not, by its name."""
    seen = [each for each in found if ending(each.content)]
    others = [each for each in found if not ending(each.content)]
    blocks: list[Block] = [*pictures(seen, t)]
    again = Opener("feedback.files", str(feedback.number))
    blocks += [Enclosed(each, again) for each in others]
    blocks += [Note(one(file, t)) for file in left]
    count = len(found) + len(left)
    head = t.line("feedback-files-title", id=feedback.short, count=count)
    return Card(head, tuple(blocks))


def unkept(feedback: Feedback, t: Translate, left: Sequence[FileLink]) -> Card:
    """Told to who sent them: what did not come, and what to do."""
    names = t.items(tuple(named(file, t) for file in left))
    head = t.line("feedback-files-unkept", id=feedback.short, files=names)
    why = Note(t.line("feedback-files-unkept-why", limit=KEEP_LIMIT // 1_000_000))
    return Card(head, (why,))


def pictures(found: Sequence[Enclosure], t: Translate) -> list[Drawing]:
    """Each as it was kept."""
    return [
        Drawing(
            Photo(named(each, t), sha256(each.content).hexdigest(), each.content),
            f"{CLIP} {named(each, t)}",
        )
        for each in found
    ]
