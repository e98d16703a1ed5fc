"""Whether it is solved, and how well it was handled (PEERS H18)."""

from bot.messages import Block, Button, Buttons, ButtonStyle, Note, Paragraph
from bot.model.feedback import Feedback, State
from bot.model.feedback.ending import STARS, Asked
from bot.ports import Translate


def question(feedback: Feedback, t: Translate, asked: Asked) -> list[Block]:
    """What is still to be said of it, one press each; nothing is asked that is over."""
    if asked.over:
        return [*_given(t, asked), *_over(feedback, t)]
    blocks: list[Block] = []
    number = str(feedback.number)
    if feedback.state is State.FIXED:
        yes = Button(
            t("feedback-button-solved"), "feedback.solved", number, ButtonStyle.PRIMARY
        )
        no = Button(t("feedback-button-unsolved"), "feedback.unsolved", number)
        blocks += [Paragraph(t.line("feedback-solved-ask")), Buttons((yes, no))]
    if asked.stars is None:
        stars = tuple(
            Button(f"{each} ★", "feedback.score", f"{number}:{each}") for each in STARS
        )
        blocks += [Paragraph(t.line("feedback-score-ask")), Buttons(stars)]
    blocks += _given(t, asked)
    if asked.until and (feedback.state is State.FIXED or asked.stars is None):
        until = t.moment(asked.until)
        blocks.append(Note(t.line("feedback-score-until", when=until)))
    return blocks


def _given(t: Translate, asked: Asked) -> list[Block]:
    if asked.stars is None:
        return []
    return [Note(t.line("feedback-score-yours", stars=asked.stars))]


def _over(feedback: Feedback, t: Translate) -> list[Block]:
    """Why there are no buttons any more; what is open again says that by itself."""
    if feedback.state is not State.FIXED:
        return []
    return [Note(t.line("feedback-score-over"))]
