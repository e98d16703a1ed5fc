"""Slash commands: the client's own, the app's, and how its answer is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.simulator.slack import markup, payloads, typed
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.records import Conversation, Kind
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.slack.person import Person


async def run_command(
    person: Person, place: Conversation, text: str, thread: str | None
) -> Json:
    """Run what starts with `/`; the client refuses what Slack refuses (facts §2)."""
    word, _, rest = text.partition(" ")
    if thread is not None:
        return _refused(person, f"{word} is not supported in threads. Sorry!")
    if word == "/invite":
        return _invite(person, place, rest)
    if word != person.slack.app.command:
        return _refused(person, f"{word} is not a valid command.")
    payload = _payload(person, place, word, rest.strip())
    answer = await person.slack.outbox.ask("slash_commands", payload)
    if answer.trouble is None and answer.body:
        return {"ok": True, "ack": _shown(person, place, answer.body)}
    return person.outcome(answer, word)


def _payload(person: Person, place: Conversation, word: str, words: str) -> Json:
    slack = person.slack
    escaped = slack.app.should_escape
    text = typed.command_text(slack.workspace, words) if escaped else words
    return payloads.slash_command(
        slack.workspace,
        slack.workspace.users[person.id],
        place,
        command=word,
        text=text if escaped else markup.escape(words),
        response_url=slack.response_url("commands", person.id, place.id),
        trigger_id=slack.triggers.issue(person.id),
    )


def _shown(person: Person, place: Conversation, body: Json | str) -> str:
    """Show the body of an acknowledgement, private unless it says in_channel."""
    said: Json = {"text": body} if isinstance(body, str) else body
    slack = person.slack
    url = slack.response_url("commands", person.id, place.id)
    path = url.partition("/slack/hooks/")[2]
    try:
        message = slack.hooks.answer(slack.response_urls.use(path), said)
    except SlackError as refusal:
        slack.notice(person.id, f"the answer was refused: {refusal.code}")
        return ""
    text = message.text if message else ""
    if message is not None and message.ephemeral_to:
        slack.notice(person.id, text)
    return text


def _invite(person: Person, place: Conversation, names: str) -> Json:
    if person.id not in place.members or place.kind is Kind.IM:
        return _refused(person, "you cannot invite anybody here")
    for name in names.split():
        user = typed.find_person(person.slack.workspace, name)
        if user is None:
            return _refused(person, f"nobody here is called {name}")
        if user not in place.members:
            person.slack.join(place, user, inviter=person.id)
    return {"ok": True}


def _refused(person: Person, sentence: str) -> Json:
    person.slack.notice(person.id, sentence)
    return {"ok": False, "error": sentence}
