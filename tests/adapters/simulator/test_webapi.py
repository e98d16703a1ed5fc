"""The Web API answers Slack's own client as Slack would."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator

GENERAL, C_LEVEL = "C0GENERAL", "C0CLEVEL"


async def refusal(call: Any) -> str:
    """The error code of a call that must fail."""
    with pytest.raises(SlackApiError) as refused:
        await call
    return str(refused.value.response["error"])


async def test_auth_test_names_the_bot(client: AsyncWebClient) -> None:
    """The answer carries team, user and bot ids, and the scopes as a header."""
    answer = await client.auth_test()
    assert answer["user_id"] == "U0CREW1"
    assert answer["bot_id"] == "B0CREW1"
    assert "chat:write" in answer.headers["x-oauth-scopes"]


async def test_an_unknown_method_is_an_unknown_method(client: AsyncWebClient) -> None:
    """There is no friendly OK for what does not exist."""
    assert await refusal(client.api_call("chat.shout")) == "unknown_method"


async def test_tokens_are_checked(simulator: Simulator) -> None:
    """No token, a wrong one, and one of the wrong kind each have their error."""
    url = simulator.api_url
    nobody = AsyncWebClient(base_url=url)
    assert await refusal(nobody.auth_test()) == "not_authed"
    stranger = AsyncWebClient("xoxb-wrong", base_url=url)
    assert await refusal(stranger.auth_test()) == "invalid_auth"
    app = AsyncWebClient(simulator.slack.app.app_token, base_url=url)
    error = await refusal(app.chat_postMessage(channel=GENERAL, text="x"))
    assert error == "not_allowed_token_type"


async def test_a_missing_scope_says_what_is_needed(client: AsyncWebClient) -> None:
    """`channels:history` is not among the scopes of this app."""
    with pytest.raises(SlackApiError) as refused:
        await client.conversations_history(channel=GENERAL)
    answer = refused.value.response
    assert answer["error"] == "missing_scope"
    assert answer["needed"] == "channels:history"
    assert "chat:write" in answer["provided"]


@pytest.mark.parametrize("encoding", ["query", "form", "json"])
async def test_arguments_come_in_any_encoding(
    simulator: Simulator, encoding: str
) -> None:
    """Query, form and JSON mean the same, with the token in any of them."""
    token = simulator.slack.app.bot_token
    url = f"{simulator.api_url}users.info"
    arguments = {"user": "U0ANNA1", "token": token}
    if encoding == "json":
        sent: dict[str, Any] = {
            "json": {"user": "U0ANNA1"},
            "headers": {"Authorization": f"Bearer {token}"},
        }
    else:
        sent = {"params" if encoding == "query" else "data": arguments}
    async with aiohttp.ClientSession() as session, session.post(url, **sent) as answer:
        assert answer.status == 200
        assert (await answer.json())["user"]["name"] == "anna"


async def test_errors_of_posting(simulator: Simulator, client: AsyncWebClient) -> None:
    """Each mistake has Slack's code; what cannot be seen does not exist."""

    async def post(channel: str = GENERAL, **said: Any) -> str:
        sent = {"channel": channel, **said}
        return await refusal(client.api_call("chat.postMessage", json=sent))

    assert await post(C_LEVEL, text="x") == "channel_not_found"
    assert await post("C0NOWHERE", text="x") == "channel_not_found"
    assert await post(text=" ") == "no_text"
    assert await post(blocks=[{"type": "section"}]) == "invalid_blocks"
    assert await post(blocks="[{") == "invalid_blocks_format"
    assert await post(text="x", thread_ts="1.000001") == "cannot_reply_to_message"
    assert await post(markdown_text="x", text="x") == "markdown_text_conflict"
    half = {"event_type": "x"}
    assert await post(text="x", metadata=half) == "invalid_metadata_format"
    simulator.slack.workspace.conversation("#it").archived = True
    assert await post("C0IT", text="x") == "is_archived"


async def test_public_channels_need_membership_or_a_scope(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """`chat:write.public` lets the bot post where it is not a member."""
    simulator.slack.workspace.conversation("#it").members.remove("U0CREW1")
    assert (await client.chat_postMessage(channel="C0IT", text="x"))["ok"]
    grants = simulator.slack.grants
    token = simulator.slack.app.bot_token
    grants[token] = type(grants[token])(token, "bot", ("chat:write",))
    error = await refusal(client.chat_postMessage(channel="C0IT", text="x"))
    assert error == "not_in_channel"


async def test_update_replaces_and_delete_removes_own_messages_only(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """Text without blocks removes the blocks; people's messages are theirs."""
    blocks: Any = [{"type": "divider"}]
    posted = await client.chat_postMessage(channel=GENERAL, text="a", blocks=blocks)
    ts = posted["ts"]
    await client.chat_update(channel=GENERAL, ts=ts, text="b")
    message = simulator.slack.workspace.message(GENERAL, ts)
    assert message is not None
    assert (message.text, message.blocks) == ("b", [])
    long = client.chat_update(channel=GENERAL, ts=ts, text="x" * 4001)
    assert await refusal(long) == "msg_too_long"
    said = await simulator.slack.person("anna").say("#general", "mine")
    theirs = client.chat_update(channel=GENERAL, ts=said["ts"], text="b")
    assert await refusal(theirs) == "cant_update_message"
    await client.chat_delete(channel=GENERAL, ts=ts)
    gone = client.chat_update(channel=GENERAL, ts=ts, text="c")
    assert await refusal(gone) == "message_not_found"


async def test_a_dm_has_one_id_for_ever(client: AsyncWebClient) -> None:
    """Opening twice, or posting to the person's id, is the same conversation."""
    first = await client.conversations_open(users="U0ANNA1")
    second = await client.conversations_open(users=["U0ANNA1"])
    posted = await client.chat_postMessage(channel="U0ANNA1", text="hi")
    assert first["channel"]["id"] == second["channel"]["id"] == posted["channel"]
    assert await refusal(client.conversations_open(users="U0X")) == "user_not_found"


async def test_metadata_is_found_again_in_history(client: AsyncWebClient) -> None:
    """A message's key can be looked up after a crash, in a DM."""
    metadata = {"event_type": "delivery", "event_payload": {"key": "standup:1"}}
    dm = (await client.conversations_open(users="U0ANNA1"))["channel"]["id"]
    await client.chat_postMessage(channel=dm, text="hi", metadata=metadata)
    history = await client.conversations_history(channel=dm, include_all_metadata=True)
    assert history["messages"][0]["metadata"] == metadata
    plain = await client.conversations_history(channel=dm)
    assert "metadata" not in plain["messages"][0]


async def test_threads_keep_their_replies_out_of_the_channel(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """A reply to a reply stays in the same thread."""
    dm = simulator.slack.workspace.dm("U0ANNA1").id
    parent = await client.chat_postMessage(channel=dm, text="parent")
    reply = await client.chat_postMessage(
        channel=dm, text="reply", thread_ts=parent["ts"]
    )
    await client.chat_postMessage(channel=dm, text="deep", thread_ts=reply["ts"])
    history = await client.conversations_history(channel=dm)
    assert [m["text"] for m in history["messages"]] == ["parent"]
    assert history["messages"][0]["reply_count"] == 2
    thread = await client.conversations_replies(channel=dm, ts=parent["ts"])
    assert [m["text"] for m in thread["messages"]] == ["parent", "reply", "deep"]
    missing = client.conversations_replies(channel=dm, ts="1.000001")
    assert await refusal(missing) == "thread_not_found"


async def test_people_are_paged_by_cursor(client: AsyncWebClient) -> None:
    """Slackbot is listed with `is_bot` false, and the pages join up."""
    seen: list[dict[str, Any]] = []
    async for page in await client.users_list(limit=4, include_locale=True):
        seen += page["members"]
    assert len({user["id"] for user in seen}) == len(seen) == 11
    slackbot = next(user for user in seen if user["id"] == "USLACKBOT")
    assert slackbot["is_bot"] is False
    anna = next(user for user in seen if user["name"] == "anna")
    assert (anna["tz"], anna["locale"]) == ("Europe/Berlin", "en-US")
    assert anna["profile"]["email"] == "anna@teaware.example"
    assert await refusal(client.users_list(cursor="nonsense")) == "invalid_cursor"


async def test_people_are_found_by_email(client: AsyncWebClient) -> None:
    """An unknown address is `users_not_found`, with an s."""
    found = await client.users_lookupByEmail(email="sam@teaware.example")
    assert found["user"]["id"] == "U0SAM01"
    missing = client.users_lookupByEmail(email="who@teaware.example")
    assert await refusal(missing) == "users_not_found"


async def test_private_channels_show_only_to_members(client: AsyncWebClient) -> None:
    """The list and the info hide what the bot is not in."""
    listed = await client.conversations_list(types="public_channel,private_channel")
    names = {channel["name"] for channel in listed["channels"]}
    assert "general" in names
    assert "c-level" not in names
    error = await refusal(client.conversations_info(channel=C_LEVEL))
    assert error == "channel_not_found"
    members = await client.conversations_members(channel="C0IT")
    assert set(members["members"]) == {"U0JONAS1", "U0ZHANG1", "U0ANNA1", "U0CREW1"}


async def test_ephemerals_reach_members_and_cannot_be_updated(
    client: AsyncWebClient,
) -> None:
    """Outsiders get `user_not_in_channel`; the ts is of no use afterwards."""
    shown = await client.chat_postEphemeral(channel="C0IT", user="U0ANNA1", text="psst")
    update = client.chat_update(channel="C0IT", ts=shown["message_ts"], text="x")
    assert await refusal(update) == "message_not_found"
    outside = client.chat_postEphemeral(channel="C0IT", user="U0SAM01", text="psst")
    assert await refusal(outside) == "user_not_in_channel"


async def test_reactions_are_once_only(client: AsyncWebClient) -> None:
    """Twice is `already_reacted`, and a strange name is `invalid_name`."""
    ts = (await client.chat_postMessage(channel=GENERAL, text="x"))["ts"]
    await client.reactions_add(channel=GENERAL, timestamp=ts, name="tea")
    again = client.reactions_add(channel=GENERAL, timestamp=ts, name="tea")
    assert await refusal(again) == "already_reacted"
    strange = client.reactions_add(channel=GENERAL, timestamp=ts, name=":tea:")
    assert await refusal(strange) == "invalid_name"
    got = await client.reactions_get(channel=GENERAL, timestamp=ts)
    assert got["message"]["reactions"][0]["users"] == ["U0CREW1"]


async def test_timestamps_are_unique_and_increase(client: AsyncWebClient) -> None:
    """Each ts is later than the one before, with six decimals."""
    stamps = [
        (await client.chat_postMessage(channel=GENERAL, text="x"))["ts"]
        for _ in range(5)
    ]
    assert stamps == sorted(set(stamps))
    assert all(len(ts.split(".")[1]) == 6 for ts in stamps)


async def test_calls_are_recorded_with_unknown_arguments(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """An unknown argument is tolerated but kept for a test to see."""
    await client.chat_postMessage(channel=GENERAL, text="x", colour="red")
    recorded = simulator.slack.requests[-1]
    assert recorded.method == "chat.postMessage"
    assert recorded.unknown == ("colour",)
    assert recorded.token == simulator.slack.app.bot_token
    assert recorded.ok


async def test_a_scheduled_message_comes_when_the_clock_gets_there(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """Past and far times are refused; the list empties when it is posted."""
    now = int(simulator.clock.now().timestamp())
    schedule = client.chat_scheduleMessage
    past = schedule(channel=GENERAL, post_at=now - 60, text="x")
    assert await refusal(past) == "time_in_past"
    far = schedule(channel=GENERAL, post_at=now + 121 * 86_400, text="x")
    assert await refusal(far) == "time_too_far"
    await schedule(channel=GENERAL, post_at=now + 3600, text="later")
    assert (await client.chat_scheduledMessages_list())["scheduled_messages"]
    moved = await simulator.advance("2h")
    assert [message["text"] for message in moved["happened"]] == ["later"]
    assert not (await client.chat_scheduledMessages_list())["scheduled_messages"]
