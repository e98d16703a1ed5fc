"""Which command words are, also where people say it in passing."""

import re
from collections import defaultdict
from datetime import datetime

from bot.commands.absence.said import said_in_passing
from bot.commands.standup.said import said_of_standups
from bot.model.task.batch import is_list
from bot.nearest import ADD, BARE, SLIP, Nearest
from bot.phrases import (
    SHORT,
    Turned,
    asks,
    asks_approval,
    asks_away,
    asks_bot,
    asks_customers,
    asks_duty,
    asks_figures,
    asks_language,
    asks_newcomer,
    asks_of_one,
    asks_owner,
    asks_person,
    asks_plainly,
    asks_quiet,
    asks_reminder,
    asks_review,
    asks_roundabout,
    asks_undo,
    asks_whether,
    by_state,
    counts_things,
    gives_thanks,
    ids,
    is_ids,
    is_question,
    lists,
    number_first,
    of_item,
    passes_on,
    says_blocked,
    says_passage,
    says_recognition,
    says_retro,
    talks,
    without_task,
)
from bot.registry import Command, Commands

Found = tuple[Command, str]
# Whoever types this means a new task, whatever sentence its title is.
PLAINLY = re.compile(r"\s*(?:task\s+add|任务\s*新增)\s+\S", re.IGNORECASE)
IMPORT = "import"  # what a file is sent for that comes with no command
CARD = "task card"  # what short numbers in a channel are shown with, to everybody
SHOWN_BY = defaultdict(
    str, {"T": "task show", "B": "blocker show", "F": "feedback show", "R": "risk show"}
)  # a short number alone is looked at
# What says by itself which command is meant.
ASKED = (
    asks_plainly, asks_approval, asks_duty, asks_owner, asks_away, says_blocked,
    asks_review, asks_reminder, asks_language,
    says_retro, gives_thanks, asks_newcomer, says_passage, says_recognition,
    asks_customers,
    passes_on, asks_bot, asks_undo, asks_quiet, asks,
)  # fmt: skip
BEGINS = frozenset({BARE, "standup"})  # so begin sentences that mean others, too
NUMBERLESS = frozenset({"task", ADD, "task list", "task handover"})
WORDED = frozenset(
    f"task {verb}"
    for verb in (
        "block", "comment", "due", "priority", "rename", "repeat", "snooze", "split",
        "undo", "unblock",
    )
)  # fmt: skip
# What is of no one thing, or would make another of its words.
NEW = frozenset(
    {"blocker add", "blocker list", "feedback", "feedback list", "risk", "risk add",
     "risk list"}
)  # fmt: skip


class Understood:
    """Finds the command that a person means, and the words behind it."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands
        self._nearest = Nearest(commands)
        self._turned = Turned(commands.paths())

    def shown(self, text: str, *, alone: bool) -> str:
        """Numbers that stand by themselves, with the command that shows them."""
        if is_ids(text) and (not alone or len(ids(text)) > 1):
            return f"{CARD} {text}"
        if short := SHORT.fullmatch(text.strip()):
            return f"{SHOWN_BY[short[1].upper()]} {text}"
        return text

    def find(self, text: str, *, sent: bool = False) -> Found | None:
        """The command, also in other words: "3 done", "finish T-3", "my reviews".
        Without any, what is done with a file if one was `sent`, else the day.
        """
        if not text.strip():
            return self._commands.find(IMPORT if sent else BARE)
        if PLAINLY.match(text):
            return self._commands.find(text)
        if state := by_state(text):
            return self._commands.find(state)
        if over := asks_whether(text):
            return self._commands.find(self.shown(over, alone=not ids(over)))
        for words, number in number_first(text):
            if found := self._of_one_task(words, number):
                return found
        if one := asks_of_one(text):
            return self._commands.find(self.shown(one, alone=True))
        for meant_by in ASKED:
            if asked := meant_by(text):
                return self._commands.find(asked)
        if found := self._of_one_item(text):
            return found
        return self._commands.find(text) or self._turned_round(text)

    def in_passing(
        self, text: str, local: datetime, found: Found | None
    ) -> Found | None:
        """What it says besides: 今天不舒服 begins with a command and is another."""
        if found and not (found[0].path in BEGINS and found[1]):
            return found
        if passing := said_in_passing(text, local):
            return self._commands.find(passing)
        if found and (talk := talks(text)):
            return self._commands.find(talk)
        turned = self._turned_round(text) if found else None
        return turned or found

    def talked_of(self, text: str, *, sent: bool) -> Found | None:
        """Shows the tasks a sentence is about: "what about T-12?"; a pasted list is
        shown as the tasks it would be, and a file is read.
        """
        if is_list(text):
            return self._commands.find(f"{ADD}\n{text}")
        for meant_by in (asks_roundabout, talks):
            if asked := meant_by(text):
                return self._commands.find(asked)
        named = ids(text)
        if named and not self._nearest.close_to(text, SLIP):
            return self._commands.find(f"{CARD} {' '.join(named)}")
        return self._commands.find(IMPORT) if sent else None

    def _turned_round(self, text: str) -> Found | None:
        said = (self._of_one_task(words) for words in without_task(text))
        listed = () if is_question(text) else lists(text)
        turned = self._turned(text)
        passing = (
            asks_figures(text),
            asks_person(text),
            said_of_standups(text),
            *turned,
            *listed,
        )
        meant = (self._commands.find(words) for words in passing if words)
        return next((found for found in (*said, *meant) if found), None)

    def _of_one_task(self, text: str, number: str = "") -> Found | None:
        """The command, if it is one that begins with a task's number."""
        command, rest = self._commands.find(text) or (None, "")
        if command is None or not command.path.startswith("task "):
            return None
        rest = f"{number} {rest}".strip()
        free = command.path in WORDED or not counts_things(rest)
        return (command, rest) if free and command.path not in NUMBERLESS else None

    def _of_one_item(self, text: str) -> Found | None:
        """The same for what has a letter of its own; words behind a blocker's number
        that are no command are the family's own to answer.
        """
        family: Found | None = None
        direct = self._commands.find(text)
        if direct and " " in direct[0].path:
            return direct
        for words, number in of_item(text):
            command, rest = self._commands.find(words) or (None, "")
            if command is None or command.path in NEW:
                continue
            if " " in command.path:
                return command, f"{number} {rest}".strip()
            if command.path == "blocker" and number:
                family = family or (command, f"{number} {rest}")
        return family
