"""Files go in three steps, and Slack's own helper takes them all."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.test_webapi import refusal


async def test_a_file_is_uploaded_and_shared(
    simulator: Simulator, client: AsyncWebClient
) -> None:
    """`files_upload_v2` leaves a message with the file and its comment."""
    await client.files_upload_v2(
        channel="C0IT", content="a;b", filename="a.csv", initial_comment="Export"
    )
    message = next(simulator.slack.workspace.messages("C0IT"))
    assert message.text == "Export"
    assert message.files[0]["name"] == "a.csv"
    upload = simulator.slack.uploads.files[message.files[0]["id"]]
    assert upload.content == b"a;b"


async def test_a_file_without_bytes_cannot_be_completed(
    client: AsyncWebClient,
) -> None:
    """The id alone is not a file, and a length is compulsory."""
    got = await client.files_getUploadURLExternal(filename="a.csv", length=3)
    complete = client.files_completeUploadExternal(files=[{"id": got["file_id"]}])
    assert await refusal(complete) == "file_not_found"
    nothing = client.api_call(
        "files.getUploadURLExternal", params={"filename": "a.csv"}
    )
    assert await refusal(nothing) == "invalid_arguments"
