"""The chance that nobody can buy, by what is said beside what: words and their
neighbours, parts of words and of Chinese sentences, in which order it is told
(`stories`) and which rules hold (logistic regression).

Strangers say it in words that no example has, and yet in pieces that many have. There
are too many pieces to keep by name: each has a number, and a few share one.
"""

import base64
import math
import random
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from bot.reading import calm, sure
from bot.reading.numbers import unnumbered
from bot.reading.signs import CHINESE, WORDS
from bot.reading.stories import told

NUMBERS = 1 << 17
LENGTHS = (3, 4, 5)  # letters of a part of a word
CHINESE_LENGTHS = (3, 4)  # characters; single ones and pairs are signs
STRENGTH = 4.0  # a long text says no more than a short one
ROUNDS, RATE, SLOWING = 14, 1.0, 0.2
SETTLED = 4  # rounds after which what is known counts: all of them together
UNSEEN = 0.2  # of the pieces, each time: strangers say it in other words
FINEST = 127  # steps between nothing and the heaviest piece

RULES = (
    calm.over, calm.bought, calm.looks, calm.in_hand, calm.sells, calm.praised,
    calm.owns, sure.blocked, sure.no_more, sure.returned,
)  # fmt: skip

Weights = Sequence[float]


def numbers(said: str, found: frozenset[str]) -> list[int]:
    """The pieces of a text, with its signs, how it is told and what rules say of it,
    each once.
    """
    known = {*found, *_parts(unnumbered(said)), *told(said), *_rules(said, found)}
    return sorted({crc32(each.encode()) % NUMBERS for each in known})


def speaks(weights: Weights, seen: Sequence[int]) -> float:
    """How much they speak for it: above zero it is likelier than not."""
    size = STRENGTH / math.sqrt(len(seen) or 1)
    return weights[0] + size * math.fsum(weights[each] for each in seen)


def learned(taught: Iterable[tuple[Sequence[int], bool]]) -> list[float]:
    """The weights that tell apart what blocks and what does not, given in any order."""
    lessons = sorted((list(seen), blocks) for seen, blocks in taught)
    weights, sums = _none(), _none()
    chance = random.Random(7)  # noqa: S311
    for turn in range(ROUNDS):
        chance.shuffle(lessons)
        rate = RATE / (1 + SLOWING * turn)
        for seen, blocks in lessons:
            some = [each for each in seen if chance.random() > UNSEEN]
            move = rate * (blocks - likely(speaks(weights, some)))
            weights[0] += move / 10
            move *= STRENGTH / math.sqrt(len(some) or 1)
            for each in some:
                weights[each] += move
        if turn >= SETTLED:
            for at, weight in enumerate(weights):
                sums[at] += weight
    return [each / (ROUNDS - SETTLED) for each in sums]


def likely(sum: float) -> float:
    """As a chance."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum))))


def packed(weights: Weights) -> dict[str, float | str]:
    """As they are kept: one byte each."""
    step = (max(map(abs, weights)) or 1.0) / FINEST
    coarse = array("b", (round(each / step) for each in weights))
    return {"step": step, "weights": base64.b64encode(coarse.tobytes()).decode()}


def unpacked(kept: dict[str, float | str]) -> Weights:
    """What was kept."""
    coarse = array("b", base64.b64decode(str(kept["weights"])))
    step = float(kept["step"])
    return array("d", (each * step for each in coarse))


def _none() -> list[float]:
    return [0.0] * NUMBERS


def _rules(said: str, found: frozenset[str]) -> Iterator[str]:
    """What is only a sign here: whoever weighs it may know better."""
    asked = (calm.harmless, calm.asks, calm.wished)
    yield from (f"@@{each.__name__}" for each in RULES if each(said))
    yield from (f"@@{each.__name__}" for each in asked if each(said, found))


def _parts(said: str) -> Iterator[str]:
    words = ["^"]
    for word in WORDS.findall(said):
        if CHINESE.match(word):
            words.append("#")
            yield from _cut(word, CHINESE_LENGTHS)
        else:
            words.append(word)
            yield from (f"~{each}" for each in _cut(f"<{word}>", LENGTHS))
    words.append("$")
    yield from (f"{one} {other}" for one, other in pairwise(words))
    for one, between, other in zip(words, words[1:], words[2:], strict=False):
        yield f"{one} {between} {other}"
        yield f"{one} _ {other}"


def _cut(word: str, lengths: Iterable[int]) -> Iterator[str]:
    for length in lengths:
        yield from (word[at : at + length] for at in range(len(word) - length + 1))
