"""The rich_text block: its sections and inline elements (facts §14)."""

from __future__ import annotations

from adapters.simulator.slack.shape import (
    Check,
    anything,
    array,
    boolean,
    integer,
    matching,
    one_of,
    record,
    string,
    typed,
)

_MANY = 10_000
_STYLES = "bold italic strike code underline highlight client_highlight unlink"
_STYLE = record(dict.fromkeys(_STYLES.split(), boolean))


def _inline(required: str, **fields: Check) -> Check:
    return record({"type": anything, "style": _STYLE, **fields}, f"type {required}")


_ID = string(255)
INLINE = {
    "text": _inline("text", text=string(_MANY)),
    "link": _inline("url", url=string(3000), text=string(_MANY, 0), unsafe=boolean),
    "emoji": _inline(
        "name", name=string(255), unicode=string(255), skin_tone=anything, url=anything
    ),
    "user": _inline("user_id", user_id=matching(r"[UW][A-Z0-9]+", "a user id")),
    "channel": _inline(
        "channel_id", channel_id=matching(r"[CDG][A-Z0-9]+", "a channel id")
    ),
    "usergroup": _inline("usergroup_id", usergroup_id=_ID),
    "team": _inline("team_id", team_id=_ID),
    "broadcast": _inline("range", range=one_of("here", "channel", "everyone")),
    "date": _inline(
        "timestamp format",
        timestamp=integer(0, 10**11),
        format=string(1000),
        url=string(3000),
        fallback=string(1000),
    ),
    "color": _inline("value", value=matching(r"#[0-9a-fA-F]{6}", "a colour")),
}
_PLAIN = {kind: INLINE[kind] for kind in ("text", "link")}
_ELEMENTS = array(typed(INLINE), _MANY, 0)
_SECTION = record({"type": anything, "elements": _ELEMENTS}, "type elements")

_PARTS = {
    "rich_text_section": _SECTION,
    "rich_text_list": record(
        {
            "type": anything,
            "style": one_of("bullet", "ordered"),
            "elements": array(typed({"rich_text_section": _SECTION}), _MANY, 0),
            "indent": integer(0, 8),
            "offset": integer(0, _MANY),
            "border": integer(0, 1),
        },
        "type style elements",
    ),
    "rich_text_preformatted": record(
        {
            "type": anything,
            "elements": array(typed(_PLAIN), _MANY, 0),
            "border": integer(0, 1),
            "language": string(100),
        },
        "type elements",
    ),
    "rich_text_quote": record(
        {"type": anything, "elements": _ELEMENTS, "border": integer(0, 1)},
        "type elements",
    ),
}

RICH_TEXT = record(
    {
        "type": anything,
        "block_id": string(255),
        "elements": array(typed(_PARTS), _MANY, 0),
    },
    "type elements",
)
