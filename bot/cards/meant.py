"""Asking which of several people is meant."""

from collections import Counter
from collections.abc import Sequence

from bot.messages import Bold, Button, Buttons, Card, Note, Option, Picker, Tone
from bot.model.department import DEPARTMENTS
from bot.model.people import Person
from bot.ports import Translate

PICK = "who.pick"
BUTTONS = 5  # more are a menu


def which(t: Translate, name: str, people: Sequence[Person], asked: str) -> Card:
    """A button for each; `asked` is the question that is answered by it."""
    options = tuple(
        Option(f"{number} {label}", f"{person.id} {asked}")
        for number, (person, label) in enumerate(
            zip(people, labels(t, people), strict=True), 1
        )
    )
    items: tuple[Button | Picker, ...] = tuple(
        Button(option.label, PICK, option.value) for option in options
    )
    if len(options) > BUTTONS:
        items = (Picker(PICK, t("who-choose"), options),)
    line = t.line("who-which", name=Bold(name))
    return Card(line, (Buttons(items), Note(t.line("who-kept"))), Tone.WARNING)


def labels(t: Translate, people: Sequence[Person]) -> tuple[str, ...]:
    """Their names with what tells them apart: departments, else the address."""
    names = [_in_departments(t, person) for person in people]
    taken = Counter(names)
    return tuple(
        f"{name} · {person.email}" if taken[name] > 1 and person.email else name
        for person, name in zip(people, names, strict=True)
    )


def told_apart(t: Translate, people: Sequence[Person]) -> dict[int, str]:
    """Their names by id, as anybody may read them: of several who share one, each
    with the departments.
    """
    shared = Counter(person.name for person in people)
    return {
        person.id: _in_departments(t, person)
        if shared[person.name] > 1
        else person.name
        for person in people
    }


def _in_departments(t: Translate, person: Person) -> str:
    if not person.departments:
        return person.name
    named = (
        t(f"department-{each}") if each in DEPARTMENTS else each
        for each in person.departments
    )
    return t("who-of", name=person.name, departments=t.items(tuple(named)))
