"""Whether something is a question, or more than a mistyped command."""

import re

LONGEST = 100  # characters; who asks for a list says less
SENTENCE = 3  # words, or twice as many Chinese letters
_QUESTION = re.compile(
    r"(?:what|which|how|who|where|when|why|is|are|any news)\b"
    r"|我?(?:今天)?有(?:什么|哪些)|.*(?:怎么样|怎样|如何|进展|吗|呢)[？?。了]*$",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Whether somebody asks, rather than says what is to be done."""
    return text.rstrip().endswith(("?", "？")) or bool(_QUESTION.match(text.strip()))


def is_sentence(text: str) -> bool:
    """Whether it is more than a mistyped command: several words, or one for others."""
    chinese = sum(letter > "\u2e7f" for letter in text)
    return (
        len(text.split()) >= SENTENCE
        or chinese >= 2 * SENTENCE
        or text.lstrip().startswith(("<@", "@", "＠"))
    )


def short(text: str) -> str:
    """The words, one space between them, and no more than a question has."""
    return " ".join(text.split())[:LONGEST]
