"""Pages of tasks over HTTP: `/tasks/T-12`, and the ways to sign in for them."""

from urllib.parse import quote

from aiohttp import web
from multidict import MultiMapping

from adapters.web.answers import BROWSER, HEADERS, keep, nonce, page, recognize, see
from adapters.web.forms import BACK
from adapters.web.forms_html import Page, told_page
from adapters.web.tasks_html import Hello, sign_in_page, task_page
from bot.ports.pages import Again, Told, Verdict
from bot.ports.task_pages import Entered, Press, SignIn, TaskPage, TaskPages

SESSION = "shopcrew_session"
STATE = "shopcrew_sign_in"
HOURS = 12 * 3600
MINUTES = 10 * 60
SEEN = "back"  # the query of who was sent back with a cookie
STATUS = {Verdict.GONE: 404, Verdict.NO_BROWSER: 403, Verdict.UNKNOWN: 403}
OUTSIDE = "'self' https://*.dingtalk.com https://*.alicdn.com"  # what a client asks


def routes(tasks: TaskPages) -> list[web.RouteDef]:
    """The pages' addresses, below wherever the application is mounted."""
    desk = TaskDesk(tasks)
    return [
        web.get("/tasks/{task}", desk.show, allow_head=False),
        web.post("/tasks/{task}", desk.press),
        web.get("/login/{platform}", desk.leave, allow_head=False),
        web.post("/login/{platform}", desk.hello),
        web.get("/login/{platform}/back", desk.back, allow_head=False),
    ]


class TaskDesk:
    """Answers the requests of tasks' pages."""

    def __init__(self, tasks: TaskPages) -> None:
        self._tasks = tasks

    async def show(self, request: web.Request) -> web.StreamResponse:
        """The task, to who may see it."""
        if "key" in request.query:
            return await self._enter(request)
        shown = await self._tasks.show(_task(request), _session(request))
        return self._answer(request, shown)

    async def press(self, request: web.Request) -> web.StreamResponse:
        """Does what was pressed, and shows the task as it is then."""
        task, sent = _task(request), await request.post()
        done = await self._tasks.press(
            task,
            _session(request),
            request.cookies.get(BROWSER, ""),
            Press(*(_text(sent, name) for name in ("sign", "press", "after"))),
        )
        match done:
            case None:
                return see(quote(task))
            case Again(token=token):
                answer = see(f"../forms/{token}")
                keep(answer, BACK, task, HOURS, secure=self._tasks.secure)
                return answer
            case _:
                return self._answer(request, done)

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """To the platform's own page; the browser that goes is the one that returns."""
        task = request.query.get("to", "")
        way = await self._tasks.ask(request.match_info["platform"], task)
        if way is None:
            return see(f"../tasks/{quote(task)}")
        url, state = way
        answer = see(url)
        keep(answer, STATE, state, MINUTES, secure=self._tasks.secure)
        return answer

    async def back(self, request: web.Request) -> web.StreamResponse:
        """From the platform's page, with a code for who it is."""
        platform, state = request.match_info["platform"], request.query.get("state", "")
        code = request.query.get("authCode") or request.query.get("code", "")
        if not state or request.cookies.get(STATE) != state:
            return see("../../tasks/T-0")
        found = await self._tasks.back(platform, state, code)
        if found is None:
            return see("../../tasks/T-0")
        task, who = found
        if isinstance(who, SignIn):
            return self._answer(request, who, task, above="../")
        answer = see(f"../../tasks/{quote(task)}")
        answer.del_cookie(STATE)
        return self._let_in(answer, request, who)

    async def hello(self, request: web.Request) -> web.StreamResponse:
        """A code from the platform's own client: only our own page sends JSON here."""
        if request.content_type != "application/json":
            return web.json_response({"ok": False}, status=415, headers=HEADERS)
        sent = await request.json()
        code = sent.get("code") if isinstance(sent, dict) else None
        platform = request.match_info["platform"]
        who = await self._tasks.hello(platform, "", str(code or ""))
        if isinstance(who, SignIn):
            return web.json_response({"ok": False}, status=403, headers=HEADERS)
        answer = web.json_response({"ok": True}, headers=HEADERS)
        return self._let_in(answer, request, who)

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        """With a key from a chat. Who only looks at addresses keeps no cookies, and
        does not use it up.
        """
        task, key = _task(request), request.query["key"]
        browser = request.cookies.get(BROWSER, "")
        who = await self._tasks.enter(task, key, browser)
        met = isinstance(who, Told) and who.verdict is Verdict.NO_BROWSER
        if met and SEEN not in request.query:
            answer = see(f"{quote(task)}?key={quote(key)}&{SEEN}")
            recognize(answer, secure=self._tasks.secure)
            return answer
        if isinstance(who, Entered):
            return self._let_in(see(quote(task)), request, who)
        return self._answer(request, who)

    def _let_in(
        self, answer: web.Response, request: web.Request, who: Entered
    ) -> web.Response:
        secure = self._tasks.secure
        keep(answer, SESSION, who.session, HOURS, secure=secure)
        if BROWSER not in request.cookies:
            recognize(answer, secure=secure)
        return answer

    def _answer(
        self,
        request: web.Request,
        said: TaskPage | SignIn | Told,
        task: str = "",
        above: str = "",
    ) -> web.Response:
        mark = nonce()
        shown = Page(quote(task or _task(request)), mark)
        match said:
            case TaskPage():
                return page(task_page(said, shown), 200, mark)
            case SignIn():
                hello = self._hello(request, said)
                html = sign_in_page(said, shown, hello, above)
                return page(html, 200, mark, connects=OUTSIDE if hello else "'self'")
            case Told():
                return page(told_page(said, shown), STATUS[said.verdict], mark)

    def _hello(self, request: web.Request, said: SignIn) -> Hello | None:
        """What the client can do by itself, where it is the platform's own."""
        client = request.headers.get("User-Agent", "")
        for platform in said.ways:
            inside = self._tasks.inside(platform)
            if inside and inside.mark in client:
                return Hello.to(platform, inside)
        return None


def _task(request: web.Request) -> str:
    return request.match_info.get("task", "")


def _session(request: web.Request) -> str:
    return request.cookies.get(SESSION, "")


def _text(sent: MultiMapping[object], name: str) -> str:
    found = sent.get(name)
    return found if isinstance(found, str) else ""
