"""What a client does with an address: say a text, or open a page (facts §5.7)."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")


def said_by(url: str) -> str | None:
    """The text that a `dtmd://` address makes the client say, else None."""
    parts = urlsplit(url)
    if parts.scheme != "dtmd" or not parts.path.endswith("/sendMessage"):
        return None
    texts = parse_qs(parts.query).get("content")
    return texts[0] if texts else None


def page_of(url: str) -> str:
    """The page behind an address, out of DingTalk's own wrapping."""
    parts = urlsplit(url)
    if parts.scheme == "dingtalk" and parts.path.endswith("/link"):
        return (parse_qs(parts.query).get("url") or [url])[0]
    return url


def links_in(markdown: str) -> list[tuple[str, str]]:
    """Label and address of the links in a markdown message, images left out."""
    return _MARKDOWN_LINK.findall(markdown)
