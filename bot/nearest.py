"""What was likely meant by words that are no command: the closest ones, by name."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.arguments import fold
from bot.context import Context
from bot.errors import UserError, Way
from bot.phrases import is_question, is_sentence, tells_of_customer
from bot.reading import complains
from bot.registry import Commands

BARE = "today"  # what the bot does when it is called without a word
ADD = "task add"  # what a sentence that is no command may have been
CLOSE_ENOUGH = 62
SLIP = 75  # so close that only a slip of the finger can have come between
OTHER_WORD = 50  # so little alike that it is another word, whatever stands beside it
CLOSEST = 3
LONGEST = 100  # characters of what was typed that are compared
Fits = Callable[[list[str], str], bool]  # words typed and a path


def _any(typed: list[str], path: str) -> bool:
    return True


def _slipped(typed: list[str], path: str) -> bool:
    """Whether every word of a path of several was typed, give or take a slip."""
    words = path.split()
    pairs = zip_longest(words, typed[: len(words)], fillvalue="")
    slips = (OSA.distance(word, other) <= 1 + len(word) // 8 for word, other in pairs)
    return len(words) > 1 and all(slips)


def _mistyped(typed: list[str], path: str) -> bool:
    """Whether a slip of the finger is all that keeps them apart."""
    return _slipped(typed, path) or _nearly(typed, path)


def _nearly(typed: list[str], path: str) -> bool:
    """Whether the first word is a slip of a path of one word: "nte buy tea"."""
    if " " in path or len(path) < 4 or not typed or typed[0][:1] != path[:1]:
        return False
    return typed[0] != path and OSA.distance(path, typed[0]) == 1


class Nearest:
    """Finds the commands whose names are like what was typed."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def lost(self, ctx: Context, text: str) -> UserError:
        """What a question asks for is on the day's page; a sentence may be a task."""
        if is_question(text):
            return UserError("command-unknown", try_this=BARE)
        sentence = is_sentence(text)
        close = (
            self.close_to(text, SLIP, _mistyped) if sentence else self.close_to(text)
        )
        if close or not sentence:
            return self.unknown(ctx, close)
        # what a customer says, likelier than what is to be done
        if complains(text) or tells_of_customer(text):
            example = " ".join(f"feedback {ctx.as_typed(text)}".split())[:200]
            pass_on = Way(
                ctx.t("feedback-button-pass-on"), "feedback.new", text[:1_000]
            )
            return UserError("command-unknown", try_this=example, ways=(pass_on,))
        for words in (f"task {text}", f"任务 {text}"):
            found = self._commands.find(words)
            if found and found[0].path == ADD:
                text = found[1]
        example = f"{ADD} {ctx.as_typed(text)}"
        return UserError("command-unknown", try_this=" ".join(example.split())[:200])

    def unknown(self, ctx: Context, meant: Sequence[str]) -> UserError:
        """Names the closest commands in the reader's words, with one to try."""
        language = ctx.t.language
        close = tuple(self._commands.spoken(path, language) for path in meant)
        if not close:
            return UserError("command-unknown", try_this="help")
        names = ctx.t.items(tuple(ctx.typed(path) for path in close))
        return UserError("command-unknown-close", try_this=close[0], close=names)

    def close_to(
        self, text: str, cutoff: int = CLOSE_ENOUGH, fits: Fits = _any
    ) -> tuple[str, ...]:
        """The closest commands by their English paths, each once, best first; only
        those whose path `fits` the words typed.
        """
        typed = fold(text[:LONGEST]).split()
        paths = (path for path in self._commands.paths() if fits(typed, path))
        found = {path: _closeness(typed, path) for path in paths}
        close = [path for path in found if found[path] >= cutoff]
        close.sort(key=lambda path: -found[path])
        return tuple(dict.fromkeys(self._path_of(path) for path in close))[:CLOSEST]

    def _path_of(self, spoken: str) -> str:
        found = self._commands.find(spoken)
        return found[0].path if found else spoken

    def slip(self, text: str) -> tuple[str, ...]:
        """The commands of several words that only a slip of the finger kept from."""
        return self.close_to(text, SLIP, _slipped)


def _closeness(typed: list[str], path: str) -> float:
    """How alike the first words typed and a path are, word by word, 0 to 100."""
    words = path.split()
    pairs = zip_longest(words, typed[: len(words)], fillvalue="")
    alike = [fuzz.ratio(word, other) for word, other in pairs]
    if len(typed) > 1 and min(alike) < OTHER_WORD:
        return 0.0
    return sum(alike) / len(words)
