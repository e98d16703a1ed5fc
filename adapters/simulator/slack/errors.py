"""How Slack refuses a call."""

from __future__ import annotations

from adapters.simulator.wire import Json


class SlackError(Exception):
    """An `ok: false` answer with Slack's own code."""

    def __init__(self, code: str, **extra: object) -> None:
        super().__init__(code)
        self.code = code
        self.extra = extra

    def body(self) -> Json:
        """The JSON body of the refusal."""
        return {"ok": False, "error": self.code, **self.extra}


def invalid_arguments(*messages: str) -> SlackError:
    """`invalid_arguments` with Slack's list of reasons."""
    return SlackError(
        "invalid_arguments", response_metadata={"messages": list(messages)}
    )


def invalid_blocks(messages: list[str]) -> SlackError:
    """`invalid_blocks` with the reasons in both places where Slack puts them."""
    plain = [message.removeprefix("[ERROR] ") for message in messages]
    return SlackError(
        "invalid_blocks", errors=plain, response_metadata={"messages": messages}
    )
