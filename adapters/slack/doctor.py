"""Does the connection to Slack work, and if not, what is to be mended?"""

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.errors import ours
from adapters.slack.manifest import EVENTS, FILE_SCOPE, PICTURE_SCOPE, SCOPES
from adapters.wire import seconds_off, string
from bot.errors import ChatError, Unreachable
from bot.model.finding import Finding, Level, worst_first
from bot.ports import Clock

SKEW = 60  # seconds our clock may be off without a word
REFUSED = 300  # seconds off at which signed requests are refused


async def checks(
    client: AsyncWebClient,
    clock: Clock,
    *,
    app_token: str | None = None,
    signing_secret: str | None = None,
) -> list[Finding]:
    """Everything that can be seen from here; the first thing to mend comes first.

    Without a token of the client's, workspaces install us by themselves.
    """
    found = await _bot(client, clock) if client.token else []
    if app_token:
        found.append(await _socket(client, app_token))
    elif signing_secret:
        found.append(Finding(Level.OK, "doctor-slack-http"))
    else:
        found.append(Finding(Level.FAIL, "doctor-slack-no-way-in"))
    return worst_first(found)


async def _bot(client: AsyncWebClient, clock: Clock) -> list[Finding]:
    try:
        with ours():
            answer = await client.auth_test()
    except ChatError as failed:
        return [_failed("doctor-slack-bot-token", failed)]
    name = string(answer.data, "team")
    token = Finding(Level.OK, "doctor-slack-bot-token-ok", {"workspace": name})
    return [token, _scopes(answer), _events(), *_skew(answer, clock)]


def _scopes(answer: AsyncSlackResponse) -> Finding:
    granted = {scope.strip() for scope in _header(answer, "x-oauth-scopes").split(",")}
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        scopes = {"scopes": ", ".join(missing)}
        return Finding(Level.FAIL, "doctor-slack-scopes-missing", scopes)
    if PICTURE_SCOPE not in granted:
        lacking = {"scope": PICTURE_SCOPE}
        return Finding(Level.WARN, "doctor-slack-no-pictures", lacking)
    if FILE_SCOPE not in granted:
        return Finding(Level.WARN, "doctor-slack-no-files", {"scope": FILE_SCOPE})
    return Finding(Level.OK, "doctor-slack-scopes-ok")


def _events() -> Finding:
    """Slack tells nobody what an app subscribes to: the owner has to look."""
    return Finding(Level.OK, "doctor-slack-events", {"events": ", ".join(EVENTS)})


def _skew(answer: AsyncSlackResponse, clock: Clock) -> list[Finding]:
    seconds = seconds_off(_header(answer, "date"), clock.now())
    if seconds <= SKEW:
        return []
    level = Level.FAIL if seconds >= REFUSED else Level.WARN
    return [Finding(level, "doctor-slack-clock", {"seconds": seconds})]


async def _socket(client: AsyncWebClient, app_token: str) -> Finding:
    try:
        with ours():
            await client.apps_connections_open(app_token=app_token)
    except ChatError as failed:
        return _failed("doctor-slack-app-token", failed)
    return Finding(Level.OK, "doctor-slack-socket-ok")


def _failed(key: str, failed: ChatError) -> Finding:
    if isinstance(failed, Unreachable):
        key = "doctor-slack-unreachable"
    return Finding(Level.FAIL, key, {"why": failed.code})


def _header(answer: AsyncSlackResponse, name: str) -> str:
    return next((v for k, v in answer.headers.items() if k.lower() == name), "")
