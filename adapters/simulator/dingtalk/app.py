"""How the app is configured in DingTalk's developer console (开发者后台)."""

from __future__ import annotations

from dataclasses import dataclass

CLIENT_ID = "dingteawarecrew01"
CLIENT_SECRET = "simulator-dingtalk-client-secret"  # noqa: S105 opens only the simulator
EVENT_TOKEN = "simulatoreventtoken"  # noqa: S105
EVENT_AES_KEY = "c2ltdWxhdG9yZGluZ3RhbGtldmVudGFlc2tleTAwMDA"
TEMPLATE_ID = "crew-card.schema"

_PERMISSIONS = """qyapi_base qyapi_robot_sendmsg Card.Instance.Write
    Card.Streaming.Write qyapi_get_member qyapi_get_department_list qyapi_chat_read
    qyapi_get_attendance_data qyapi_attendance_group_read Todo.Todo.Write
    Contact.User.Read"""
DEFAULT_PERMISSIONS = frozenset(_PERMISSIONS.split())


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things take: acknowledgements in real time, the rest by the clock."""

    message_ack: float = 3.0
    http_ack: float = 2.5
    card_ack: float = 2.0
    ticket: float = 90.0
    ping: float = 25.0
    closing: float = 10.0
    again: tuple[float, ...] = (60.0, 60.0)
    again_http: tuple[float, ...] = (10.0, 30.0)


@dataclass(frozen=True, slots=True)
class DingTalkApp:
    """An internal app with a robot: without callback URLs it uses Stream mode."""

    client_id: str = CLIENT_ID
    client_secret: str = CLIENT_SECRET
    agent_id: int = 2_580_000_001
    robot_name: str = "店小二"
    called: tuple[str, ...] = ("店小二", "Shopcrew", "bot")
    templates: tuple[str, ...] = (TEMPLATE_ID,)
    permissions: frozenset[str] = DEFAULT_PERMISSIONS
    message_url: str | None = None
    event_url: str | None = None
    event_token: str = EVENT_TOKEN
    event_aes_key: str = EVENT_AES_KEY
    login_redirects: tuple[str, ...] = ()
    pace: Pace = Pace()
    strict: bool = True
    limits: bool = True
    monthly_calls: int | None = None
    monthly_pushes: int | None = None

    @property
    def robot_code(self) -> str:
        """For an internal app it equals the client id (facts §1.9)."""
        return self.client_id
