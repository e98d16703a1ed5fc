"""A chat in memory: messages are values in a list, people and places are declared."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.errors import (
    CannotEdit,
    CannotTell,
    ChatError,
    HandleExpired,
    NoFile,
    Rejected,
)
from bot.messages import (
    Bullets,
    Button,
    Buttons,
    Card,
    Facts,
    Form,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Picker,
    Quote,
    Table,
    plain,
)
from bot.model.files import SentFile
from bot.model.lane import Call, Lane, Limit
from bot.model.people import Place, Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports import Abilities, Chat, Directory


@dataclass(frozen=True, slots=True)
class Seen:
    """One message as people see it; `only` is set when one person alone does."""

    ref: MessageRef
    card: Card
    only: UserRef | None = None
    edited: int = 0
    key: str = ""

    @property
    def text(self) -> str:
        """Everything the card says, one block a line."""
        lines = [plain(self.card.title)]
        for block in self.card.blocks:
            lines.extend(_lines(block))
        return "\n".join(line for line in lines if line)

    @property
    def buttons(self) -> dict[str, Button]:
        """The card's buttons by label; the first of those with the same label."""
        found: dict[str, Button] = {}
        for button in self.controls:
            if isinstance(button, Button):
                found.setdefault(button.label, button)
        return found

    @property
    def controls(self) -> list[Button | Picker]:
        """Buttons and pickers in reading order."""
        found: list[Button | Picker] = []
        for block in self.card.blocks:
            match block:
                case Buttons(items):
                    found.extend(items)
                case Item(_, _, buttons):
                    found.extend(buttons)
                case _:
                    pass
        return found


def _lines(block: object) -> list[str]:
    match block:
        case Paragraph(line) | Note(line):
            return [plain(line)]
        case Bullets(items):
            return [plain(item) for item in items]
        case Facts(rows):
            return [f"{label}: {plain(value)}" for label, value in rows]
        case Table(head, rows):
            body = [" | ".join(plain(cell) for cell in row) for row in rows]
            return [" | ".join(head), *body]
        case Item(line, note):
            return [_joined(line), _joined(note)]
        case Quote(text) | Heading(text):
            return [text]
        case _:
            return []


def _joined(line: Line) -> str:
    return plain(line)


@dataclass
class FakeChat:
    """Satisfies `Chat` and `Directory`. `broken` is raised by the next calls,
    one each; `unread` by the next look-ups. A platform in `spent` refuses everything;
    `refused` counts that. `files` are what people sent, by their keys. One in
    `silent` does not tell what was said; who is in `hidden` cannot be written to.
    """

    profiles: dict[UserRef, Profile] = field(default_factory=dict)
    places: dict[PlaceRef, Place] = field(default_factory=dict)
    in_place: dict[PlaceRef, list[UserRef]] = field(default_factory=dict)
    messages: list[Seen] = field(default_factory=list)
    homes: dict[UserRef, Card] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    broken: list[ChatError] = field(default_factory=list)
    files: dict[str, bytes | ChatError] = field(default_factory=dict)
    unread: list[ChatError] = field(default_factory=list)
    abilities: dict[str, Abilities] = field(default_factory=dict)
    spent: set[str] = field(default_factory=set)
    refused: int = 0
    silent: set[str] = field(default_factory=set)
    hidden: set[UserRef] = field(default_factory=set)
    limits: dict[str, Limit] = field(default_factory=dict)

    def can(self, place: PlaceRef) -> Abilities:
        """What was declared for the platform; everything where nothing was."""
        return self.abilities.get(place.platform, Abilities())

    def lanes(self, place: PlaceRef, call: Call) -> Sequence[Lane]:
        """What was declared for the platform's workspaces; none where nothing was."""
        limit = self.limits.get(place.platform)
        return [Lane(place.platform, place.tenant, call.value, limit)] if limit else []

    async def post(
        self,
        place: PlaceRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> MessageRef | None:
        """Keeps the message."""
        self._break(place)
        there = place if self.can(place).threads else place.unthreaded()
        return self._keep(there, card, key=key).ref

    async def whisper(
        self,
        place: PlaceRef,
        user: UserRef,
        card: Card,
        *,
        key: str = "",
        handle: Handle | None = None,
    ) -> None:
        """Keeps the message for one person."""
        self._break(place)
        self._keep(place, card, key=key, only=user)

    async def edit(
        self, message: MessageRef, card: Card, *, handle: Handle | None = None
    ) -> None:
        """Changes the kept message, where the platform can."""
        self._break(message.place)
        if not self.can(message.place).edits:
            raise CannotEdit("stays")
        for index in reversed(range(len(self.messages))):
            seen = self.messages[index]
            if seen.ref == message:
                self.messages[index] = replace(seen, card=card, edited=seen.edited + 1)
                return
        raise Rejected("message_not_found")

    async def ask(self, handle: Handle, form: Form) -> None:
        """Opens the form on the handle; an "old" handle has expired."""
        self._break()
        if handle.token.endswith("old"):
            raise HandleExpired("expired_trigger_id")
        self.forms[handle.token] = form

    async def show_home(self, user: UserRef, card: Card) -> None:
        """Keeps the home tab."""
        self.homes[user] = card

    async def find(
        self, place: PlaceRef, key: str, since: datetime
    ) -> MessageRef | None:
        """The message kept under the key."""
        if self.unread:
            raise self.unread.pop(0)
        if place.platform in self.silent:
            raise CannotTell("silent")
        return next((seen.ref for seen in self.messages if seen.key == key), None)

    async def profile(self, user: UserRef) -> Profile:
        """The declared profile."""
        if user not in self.profiles:
            raise Rejected("user_not_found")
        return self.profiles[user]

    async def everyone(self, platform: str, tenant: str) -> Sequence[Profile]:
        """Every declared profile of the workspace."""
        return [p for p in self.profiles.values() if p.ref.tenant == tenant]

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """The declared members; everybody where none were declared."""
        return self.in_place.get(place, list(self.profiles))

    async def place(self, place: PlaceRef) -> Place:
        """The declared place; a direct conversation for an id that starts with "D"."""
        if place.id.startswith("D"):
            return Place(place, "direct", private=True, direct=True)
        if place not in self.places:
            raise Rejected("channel_not_found")
        return self.places[place]

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """Every declared place of the workspace."""
        return [p for p in self.places.values() if p.ref.tenant == tenant]

    async def direct(self, user: UserRef) -> PlaceRef:
        """The one conversation with this account."""
        return self.mailbox(user)

    def mailbox(self, user: UserRef) -> PlaceRef:
        """The same: its id is known."""
        return PlaceRef(user.platform, user.tenant, f"D{user.id}")

    async def fetched(self, who: UserRef, file: SentFile, most: int) -> bytes:
        """What a test put under the key; a ChatError there is raised."""
        found = self.files.get(file.key, NoFile("no_files"))
        if isinstance(found, ChatError):
            raise found
        if len(found) > most:
            raise NoFile("too_large")
        return found

    def _keep(
        self, place: PlaceRef, card: Card, *, only: UserRef | None = None, key: str = ""
    ) -> Seen:
        ref = MessageRef(place, f"{len(self.messages) + 1}.000100")
        seen = Seen(ref, card, only, key=key)
        self.messages.append(seen)
        return seen

    def _break(self, place: PlaceRef | None = None) -> None:
        if self.broken:
            raise self.broken.pop(0)
        if place and place.platform in self.spent:
            self.refused += 1
            raise Rejected("quota")
        if place and any(f"D{ref.id}" == place.id for ref in self.hidden):
            raise Rejected("not_reachable")


_chat: type[Chat] = FakeChat
_directory: type[Directory] = FakeChat
