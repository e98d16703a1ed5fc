"""Form pages over HTTP: `/forms/{token}`, for platforms without forms of their own.

A page belongs to the first browser that opens it. Whoever only looks at addresses (a
chat's link preview, a scanner) keeps no cookies, so a page is handed out on the second
request: the first one gets the cookie and is sent back for more.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import web
from multidict import MultiMapping

from adapters.web.answers import BROWSER, HEADERS, nonce, recognize, see
from adapters.web.answers import page as answered
from adapters.web.forms_html import Page, form_page, told_page
from bot.ports.pages import (
    Again,
    Download,
    FormPage,
    FormPages,
    Kept,
    Told,
    Typed,
    Verdict,
)

BACK = "shopcrew_task"  # the task's page from which the form was opened
SEEN = "back"  # the query of who was sent back with a cookie
KEPT = "kept"  # the query of who saved for later
STATUS = {
    Verdict.SENT: 200,
    Verdict.USED: 200,
    Verdict.EXPIRED: 410,
    Verdict.TAKEN: 403,
    Verdict.GONE: 410,
    Verdict.UNKNOWN: 404,
    Verdict.NO_BROWSER: 403,
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(pages: FormPages) -> list[web.RouteDef]:
    """The pages' addresses, below wherever the application is mounted."""
    desk = FormDesk(pages)
    return [
        web.get("/forms/{token}", desk.show, allow_head=False),
        web.post("/forms/{token}", desk.send),
        web.post("/forms/{token}/draft", desk.keep),
        web.post("/forms/{token}/back", desk.back),
        web.post("/forms/{token}/again", desk.again),
    ]


class FormDesk:
    """Answers the requests of form pages."""

    def __init__(self, pages: FormPages) -> None:
        self._pages = pages

    async def show(self, request: web.Request) -> web.StreamResponse:
        """The form, to the browser it belongs to."""
        token, browser = _token(request), request.cookies.get(BROWSER, "")
        page = await self._pages.show(token, browser)
        met = isinstance(page, Told) and page.verdict is Verdict.NO_BROWSER
        if met and SEEN not in request.query:
            return self._come_back(token)
        return _answer(page, token, kept=KEPT in request.query)

    async def send(self, request: web.Request) -> web.StreamResponse:
        """Takes the form, or shows it again with what is wrong."""
        token, browser = _token(request), request.cookies.get(BROWSER, "")
        typed = await _typed(request)
        sent = await self._pages.send(token, browser, typed)
        match sent:
            case Again(token=new):
                return see(new)
            case Download():
                return _file(sent)
            case Told(verdict=Verdict.SENT) if task := request.cookies.get(BACK):
                answer = see(f"../tasks/{quote(task)}")
                answer.del_cookie(BACK)
                return answer
            case _:
                return _answer(sent, token)

    async def back(self, request: web.Request) -> web.StreamResponse:
        """Keeps what was typed, and shows the form before this one."""
        token, browser = _token(request), request.cookies.get(BROWSER, "")
        before = await self._pages.back(token, browser, await _typed(request))
        if isinstance(before, Again):
            return see(f"../{before.token}")
        return _answer(before, token)

    async def keep(self, request: web.Request) -> web.StreamResponse:
        """Keeps a draft: for the page's own script, or for a button without one."""
        token, browser = _token(request), request.cookies.get(BROWSER, "")
        kept = await self._pages.keep(token, browser, await _typed(request))
        by_script = "json" in request.headers.get("Accept", "")
        if isinstance(kept, Kept) and by_script:
            return web.json_response({"said": kept.said}, headers=HEADERS)
        if isinstance(kept, Kept):
            return see(f"../{token}?{KEPT}")
        return _answer(kept, token)

    async def again(self, request: web.Request) -> web.StreamResponse:
        """Opens the same form once more, at an address of its own."""
        token, browser = _token(request), request.cookies.get(BROWSER, "")
        new = await self._pages.again(token, browser)
        return see(f"../{new.token}") if isinstance(new, Again) else _answer(new, token)

    def _come_back(self, token: str) -> web.StreamResponse:
        answer = see(f"{token}?{SEEN}")
        recognize(answer, secure=self._pages.secure)
        return answer


def _answer(page: FormPage | Told, token: str, *, kept: bool = False) -> web.Response:
    """The page of a form, or the one that says why there is none."""
    mark = nonce()
    shown = Page(token, mark, kept)
    if isinstance(page, FormPage):
        # 200 with mistakes too: some apps hide the page of an answer that is an error.
        status, html = 200, form_page(page, shown)
    else:
        status, html = STATUS[page.verdict], told_page(page, shown)
    return answered(html, status, mark)


def _file(file: Download) -> web.Response:
    """The file, to be kept and never shown in place of a page of ours."""
    name = quote(file.name, safe="")
    kept = f"attachment; filename*=UTF-8''{name}"
    headers = HEADERS | {"Content-Disposition": kept}
    return web.Response(
        body=file.content, content_type="application/octet-stream", headers=headers
    )


def _token(request: web.Request) -> str:
    return request.match_info["token"]


async def _typed(request: web.Request) -> Typed:
    """Every text that was sent, by the name of its field; files are none."""
    sent: MultiMapping[object] = await request.post()
    return {
        name: tuple(text for text in sent.getall(name) if isinstance(text, str))
        for name in sent
    }
