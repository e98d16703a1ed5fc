"""HTML → plain text, as a person would read it: pure."""

import re
from html.parser import HTMLParser

HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
BREAKS = frozenset(
    {"p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "hr",
     "section", "article", "header", "footer", "pre", "blockquote", "dt", "dd"}
)  # fmt: skip
CELLS = frozenset({"td", "th"})
QUOTE = "blockquote"
MANY = re.compile(r"\n{3,}")
SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")


class Reader(HTMLParser):
    """Collects words; what is quoted gets "> " before every line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._hidden = 0
        self._depth = 0

    @property
    def text(self) -> str:
        """What there is to read."""
        lines = (SPACES.sub(" ", line).strip() for line in self._lines)
        return MANY.sub("\n\n", "\n".join(lines)).strip()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A block begins a line."""
        if tag in HIDDEN:
            self._hidden += 1
        if tag in BREAKS:
            self._depth += tag == QUOTE
            self._begin()
            if tag == "li":
                self._lines[-1] += "• "
        if tag in CELLS:
            self._lines[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        """And ends one."""
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in BREAKS:
            self._depth = max(0, self._depth - (tag == QUOTE))
            self._begin()
            if tag in ("p", "h1", "h2", "h3", "h4", "table"):
                self._lines.append("")
                self._begin()

    def handle_data(self, data: str) -> None:
        """Words; a line break of the source is a space."""
        if not self._hidden:
            self._lines[-1] += data.replace("\n", " ")

    def _begin(self) -> None:
        start = "> " if self._depth else ""
        if self._lines[-1].strip(" >"):
            self._lines.append(start)
        else:
            self._lines[-1] = start


def as_text(html: str) -> str:
    """The words of a page. One that ends in the middle is read as far as it goes."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.text
