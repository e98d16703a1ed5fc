"""What every page of ours is sent with: nothing from elsewhere in it, no way into a
frame.
"""

import secrets

from aiohttp import web

YEAR = 365 * 24 * 3600
BROWSER = "shopcrew_forms"  # the cookie that a browser is recognized by
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Robots-Tag": "noindex, nofollow",
}


def nonce() -> str:
    """A word that marks our own styles and scripts, for one page."""
    return secrets.token_urlsafe(16)


def page(
    html: str, status: int, mark: str, *, connects: str = "'self'"
) -> web.Response:
    """A page, in which only what bears the mark has looks or acts."""
    policy = (
        f"default-src 'none'; style-src 'nonce-{mark}'; script-src 'nonce-{mark}'; "
        f"connect-src {connects}; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'self'"
    )
    headers = HEADERS | {"Content-Security-Policy": policy}
    return web.Response(
        text=html, status=status, content_type="text/html", headers=headers
    )


def see(where: str) -> web.Response:
    """Another page, to be fetched."""
    return web.Response(status=303, headers=HEADERS | {"Location": where})


def recognize(answer: web.StreamResponse, *, secure: bool) -> None:
    """Lets the browser be recognized from now on."""
    keep(answer, BROWSER, secrets.token_urlsafe(16), YEAR, secure=secure)


def keep(
    answer: web.StreamResponse, name: str, value: str, seconds: int, *, secure: bool
) -> None:
    """A cookie that no script reads and no other site sends."""
    answer.set_cookie(
        name, value, max_age=seconds, httponly=True, secure=secure, samesite="Lax"
    )
