"""Files beside what a customer says: by their names, and the button that shows them."""

from bot.cards.task.words import joined
from bot.messages import Block, Button, Buttons, Line, Link
from bot.model.feedback import Feedback, Voice
from bot.model.files import Enclosure, FileLink, Keeping
from bot.ports import Translate

CLIP = "📎"
HERE = (Keeping.AWAITED, Keeping.KEPT)


def named(file: FileLink | Enclosure, t: Translate) -> str:
    """What it is called; a picture of a chat has no name."""
    return file.name or t("feedback-file-picture")


def line(voice: Voice, t: Translate) -> Line:
    """Each by its name, where there is one as a link; why, of what will not come."""
    return joined([one(file, t) for file in voice.files])


def way(feedback: Feedback, t: Translate) -> list[Block]:
    """The button that shows them, where any are here."""
    count = sum(file.state in HERE for file in feedback.files)
    if not count:
        return []
    label = t("feedback-button-files", count=count)
    return [Buttons((Button(label, "feedback.files", str(feedback.number)),))]


def one(file: FileLink, t: Translate) -> Line:
    name = f"{CLIP} {named(file, t)}"
    said: Line = (Link(file.url, name),) if file.url else (name,)
    match file.state:
        case Keeping.TOO_LARGE:
            return (*said, f" ({t('feedback-file-large')})")
        case Keeping.REFUSED if not file.url:
            return (*said, f" ({t('feedback-file-refused')})")
        case Keeping.AWAITED:
            return (*said, f" ({t('feedback-file-awaited')})") if not file.url else said
        case _:
            return said
