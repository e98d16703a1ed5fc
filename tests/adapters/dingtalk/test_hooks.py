"""The answering address comes from outside: only DingTalk itself is spoken to."""

import pytest

from adapters.dingtalk.hooks import is_safe, origin_of, respond
from adapters.dingtalk.render import Message
from bot.errors import Rejected
from tests.adapters.dingtalk.recorder import Recorder

TRUSTED = frozenset({origin_of("http://127.0.0.1:8080/simulator/dingtalk/oapi")})


@pytest.mark.parametrize(
    "url",
    [
        "https://oapi.dingtalk.com/robot/sendBySession?session=x",
        "https://api.dingtalk.io/x",
        "https://dingtalk.com/x",
        "https://oapi.dingtalk.com:443/x",
        "http://127.0.0.1:8080/robot/sendBySession?session=x",
    ],
)
def test_dingtalk_is_spoken_to(url: str) -> None:
    """And what the settings name."""
    assert is_safe(url, TRUSTED)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://oapi.dingtalk.com/x",
        "https://oapi.dingtalk.com.evil.test/x",
        "https://evil.test/?x=https://oapi.dingtalk.com",
        "https://oapi.dingtalk.com@evil.test/x",
        "https://u:p@oapi.dingtalk.com/x",
        "https://evildingtalk.com/x",
        "https://oapi.dingtalk.com:8443/x",
        "https://[::1/x",
        "https://oapi.dingtalk.com:99999/x",
        "http://127.0.0.1:9090/x",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "//oapi.dingtalk.com/x",
    ],
)
async def test_nobody_else_is_spoken_to(url: str) -> None:
    """A forged push does not make us call anybody."""
    api = Recorder()
    with pytest.raises(Rejected, match="unsafe_address"):
        await respond(api, url, Message("t", "x"), TRUSTED)
    assert api.calls == []
