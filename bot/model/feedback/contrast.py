"""How much two texts that are nearly the same differ in what they name: "Apple Pay is
greyed out" and "Google Pay is greyed out" are two things.

Words that change place say the same; words in each other's place do not.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

STEM = 4  # letters by which words of one root begin
SAME = 75  # percent of its letters; above it is a word in another form
MOST = 2  # names that differ; more change nothing any more
ENGLISH, CHINESE = 0.08, 0.12  # less alike for each name that differs
# Words by which it is said, whatever it is about.
LIGHT = (
    "get gets got arrive arrives arrived come comes came show shows shown see say"
    " says tell give gives go goes make makes take takes keep keeps want wants try"
    " tried still only even very really please hello hi one two after while since"
    " now again also more than no not never nothing any all do does did done can"
    " cannot cant could will would wont dont doesnt didnt isnt wasnt out up down by"
    " without within about into over under between here there yet already shop page"
    " site customer customers item article product order ordered"
)
_LIGHT = frozenset(LIGHT.split())
_LIGHT_CHINESE = frozenset(
    "只有全是为什么怎样个到在给我你他们您这那又再会能可以说要去来上下里中出后前时候"
    "网页面显示发现还没不对错收买订单东西商品"
)


def contrast(one: str, other: str) -> float:
    """How much less two texts, written as they are compared, say the same than their
    words are alike.
    """
    first, second = one.split(), other.split()
    latin = min(
        len(_unmatched(_latin(first), _latin(second))),
        len(_unmatched(_latin(second), _latin(first))),
    )
    chinese = sum(1 for _ in _replaced(_chinese(first), _chinese(second)))
    return min(latin, MOST) * ENGLISH + min(chinese, MOST) * CHINESE


def _latin(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[0] <= "\u3400" and word not in _LIGHT]


def _chinese(words: Sequence[str]) -> str:
    return "".join(word for word in words if word[0] > "\u3400")


def _unmatched(words: Collection[str], others: Collection[str]) -> list[str]:
    """The words of which none of the others is a form."""
    return [
        word for word in words if not any(_same_word(word, other) for other in others)
    ]


def _same_word(one: str, other: str) -> bool:
    root = len(min(one, other, key=len)) >= STEM and one[:STEM] == other[:STEM]
    return root or fuzz.ratio(one, other) >= SAME


def _replaced(one: str, other: str) -> Iterator[None]:
    """Once for each place where both say something that the other does not."""
    if not one or not other:
        return
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        said = _own(one[start:end], other)
        instead = _own(other[begin:stop], one)
        if kind == "replace" and said and instead:
            yield


def _own(piece: str, other: str) -> bool:
    return any(each not in _LIGHT_CHINESE and each not in other for each in piece)
