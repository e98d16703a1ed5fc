"""Joins DingTalk to the house."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web

from adapters.dingtalk import CARD_ROUTE, DINGTALK
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.app import CARDS_PATH, DingTalkApp
from adapters.dingtalk.chat import DingTalkChat
from adapters.dingtalk.doctor import checks
from adapters.dingtalk.hooks import origin_of
from adapters.dingtalk.leave import DingTalkLeaves
from adapters.dingtalk.login import DingTalkLogin
from adapters.dingtalk.notices import WorkNotices
from adapters.dingtalk.robot_name import RobotName
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.todo import DingTalkTodos
from adapters.pictures.pictures import DrawnPictures
from adapters.sheets.sheets import WrittenSheets
from bot.bootstrap.lines import Line, Way
from bot.clock import SystemClock
from bot.i18n import words
from bot.model.budget import Quota
from bot.model.finding import Finding
from bot.ports import Clock, Receive
from bot.ports.ownership import Ownership
from bot.rituals.delivery.tally import Tally
from bot.settings import Settings, keys_in, secret

MESSAGES_PATH = "/dingtalk/messages"
EVENTS_PATH = "/dingtalk/events"
LANGUAGE, ZONE = "zh", "Asia/Shanghai"  # DingTalk knows nobody's own


async def way_to_dingtalk(
    stack: AsyncExitStack,
    settings: Settings,
    clock: Clock,
    tally: Tally,
    own: Callable[[str], Ownership],
) -> Way:
    """Opens the way to DingTalk; `tally` counts what DingTalk counts. Of several
    replicas one is the owner of the Stream.
    """
    tenant = settings.dingtalk_corp_id or settings.dingtalk_client_id
    opened = _open_api(settings, tally.meter(DINGTALK, tenant))
    api = await stack.enter_async_context(opened)
    chat = _chat(settings, api, clock, _seal(settings))
    robot = RobotName(api, settings.dingtalk_robot_name)

    def join(receive: Receive) -> Line:
        stream = own(f"dingtalk stream {settings.dingtalk_client_id}")
        app = _app(settings, api, receive, chat, clock, stream, robot)
        return Line(DINGTALK, app, _doors(app), _quota(settings))

    return Way(
        DINGTALK,
        chat,
        join,
        _leaves(settings, api),
        _todos(settings, api),
        _notices(settings, api, tenant),
        login=_login(settings, api, tenant),
        robot=lambda: robot.now,
    )


def _app(
    settings: Settings,
    api: DingTalkApi,
    receive: Receive,
    chat: DingTalkChat,
    clock: Clock,
    ownership: Ownership,
    robot: RobotName,
) -> DingTalkApp:
    return DingTalkApp(
        api=api,
        receive=receive,
        clock=clock,
        directory=chat,
        mode=settings.dingtalk_mode,
        corp=settings.dingtalk_corp_id,
        event_token=secret(settings.dingtalk_event_token) or "",
        event_aes_key=secret(settings.dingtalk_event_aes_key) or "",
        public_url=settings.shopcrew_public_url,
        seal=_seal(settings),
        ownership=ownership,
        robot=robot,
    )


def _doors(app: DingTalkApp) -> list[web.RouteDef]:
    return [
        web.post(MESSAGES_PATH, app.handle_message),
        web.post(EVENTS_PATH, app.handle_event),
        web.post(CARDS_PATH, app.handle_card),
    ]


async def examine_dingtalk(settings: Settings) -> Sequence[Finding]:
    """Looks at the way to DingTalk."""
    async with _open_api(settings, lambda _: None) as api:
        return await checks(
            api,
            SystemClock(),
            mode=settings.dingtalk_mode,
            corp=settings.dingtalk_corp_id,
            event_aes_key=secret(settings.dingtalk_event_aes_key) or "",
            public_url=settings.shopcrew_public_url,
            card_template=settings.dingtalk_card_template_id,
            agent_id=settings.dingtalk_agent_id,
        )


def _chat(
    settings: Settings, api: DingTalkApi, clock: Clock, seal: Seal
) -> DingTalkChat:
    t = words(LANGUAGE, ZONE)
    return DingTalkChat(
        api,
        settings.dingtalk_corp_id or settings.dingtalk_client_id,
        clock,
        template=settings.dingtalk_card_template_id,
        route=CARD_ROUTE if settings.dingtalk_mode == "http" else "",
        trusted=_origins(settings),
        sent_privately=lambda who: t("answer-sent-privately", who=who),
        zone=ZONE,
        language=LANGUAGE,
        seal=seal,
        pictures=DrawnPictures(),
        sheets=WrittenSheets(),
    )


def _leaves(settings: Settings, api: DingTalkApi) -> DingTalkLeaves | None:
    return DingTalkLeaves(api, ZoneInfo(ZONE)) if settings.dingtalk_leave else None


def _todos(settings: Settings, api: DingTalkApi) -> DingTalkTodos | None:
    home = settings.shopcrew_public_url
    return DingTalkTodos(api, home) if settings.dingtalk_todo else None


def _notices(settings: Settings, api: DingTalkApi, tenant: str) -> WorkNotices | None:
    agent = settings.dingtalk_agent_id
    return WorkNotices(api, tenant, agent) if agent else None


def _login(settings: Settings, api: DingTalkApi, tenant: str) -> DingTalkLogin:
    corp = settings.dingtalk_corp_id
    return DingTalkLogin(api, tenant, corp, settings.dingtalk_login_url)


def _seal(settings: Settings) -> Seal:
    """The owner's own key signs what forms carry, else the one of the app."""
    key = settings.shopcrew_secret_key or settings.dingtalk_client_secret
    return Seal(*keys_in(secret(key) or ""))


def _quota(settings: Settings) -> Quota:
    return Quota(settings.dingtalk_monthly_calls, settings.dingtalk_monthly_pushes)


@asynccontextmanager
async def _open_api(
    settings: Settings, meter: Callable[[str], None]
) -> AsyncIterator[DingTalkApi]:
    async with aiohttp.ClientSession() as session:
        yield DingTalkApi(
            session,
            client_id=settings.dingtalk_client_id,
            client_secret=secret(settings.dingtalk_client_secret) or "",
            robot_code=settings.dingtalk_robot_code,
            api_url=settings.dingtalk_api_url,
            oapi_url=settings.dingtalk_oapi_url,
            meter=meter,
        )


def _origins(settings: Settings) -> set[str]:
    """What the owner named: addresses there may be answered through."""
    return {
        origin_of(settings.dingtalk_api_url),
        origin_of(settings.dingtalk_oapi_url),
    }
