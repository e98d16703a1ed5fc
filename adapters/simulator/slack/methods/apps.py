"""auth, api, apps, team and bots."""

from __future__ import annotations

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.wire import Json


def api_test(call: Call) -> Json:
    """Echo the arguments, or fail as asked."""
    if error := call.text("error"):
        raise SlackError(error, args=call.arguments)
    return {"args": call.arguments}


def auth_test(call: Call) -> Json:
    """Say whose token it is."""
    workspace = call.slack.workspace
    company, bot = workspace.company, workspace.bot
    answer: Json = {
        "url": f"https://{company.domain}.slack.com/",
        "team": company.name,
        "team_id": company.team_id,
        "is_enterprise_install": False,
    }
    if call.grant.kind == "app":
        return {"app_name": bot.name, "app_id": company.app_id}
    return answer | {"user": bot.handle, "user_id": bot.id, "bot_id": bot.bot_id}


def connections_open(call: Call) -> Json:
    """A one-use WebSocket address for Socket Mode."""
    return {"url": call.slack.socket_url()}


def team_info(call: Call) -> Json:
    """The workspace's own data."""
    company = call.slack.workspace.company
    wanted = call.text("team")
    if wanted not in (None, company.team_id):
        raise SlackError("team_not_found")
    team = {
        "id": company.team_id,
        "name": company.name,
        "domain": company.domain,
        "url": f"https://{company.domain}.slack.com/",
        "email_domain": "",
        "icon": {"image_default": True},
    }
    return {"team": team}


def bots_info(call: Call) -> Json:
    """The app's bot."""
    workspace = call.slack.workspace
    if call.text("bot") != workspace.bot.bot_id:
        raise SlackError("bot_not_found")
    bot: Json = {
        "id": workspace.bot.bot_id,
        "deleted": False,
        "name": workspace.bot.name,
        "updated": 1_700_000_000,
        "app_id": workspace.company.app_id,
        "user_id": workspace.bot.id,
        "icons": {},
    }
    return {"bot": bot}


METHODS = (
    method("api.test", api_test, caller="any"),
    method("auth.test", auth_test, caller="any"),
    method(
        "apps.connections.open", connections_open, "connections:write", caller="app"
    ),
    method("team.info", team_info, "team:read", "team domain"),
    method("bots.info", bots_info, "users:read", "bot"),
)
