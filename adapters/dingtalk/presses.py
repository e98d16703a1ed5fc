"""Buttons on their way through a client: as an id, and as words that a press types.

Where there are no cards, a button is a `dtmd://` link: pressing it makes the client
say a text for the person (facts §5.7). That text is the label and, in braces, what the
button means: "完成 {task.done 12}". It is ASCII but for the label, survives the client
as it is, and nobody types a dotted word in braces by chance. Who does type one has
pressed the button: a value is never proof of a right.
"""

import re
from urllib.parse import quote, unquote

from adapters.prose import cut

ACTION = r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+"
TYPED = re.compile(rf"\{{({ACTION})(?: ([!-z|~ ]*))?\}}\s*\Z")
READABLE = "!#$&'()*+,-./:;=?@[]^_`|~ "  # of ASCII: what stays as it is in braces
LABEL = 24
SEND = "dtmd://dingtalkclient/sendMessage?content="


def id_of(action: str, value: str) -> str:
    """What a button of a card is called."""
    return f"{action}|{value}" if value else action


def read_id(id: str) -> tuple[str, str]:
    """The action and the value in what a button of a card is called."""
    action, _, value = id.partition("|")
    return action, value


def address(label: str, action: str, value: str) -> str:
    """A link that makes the client say what the button means."""
    return SEND + quote(typed(label, action, value), safe="")


def typed(label: str, action: str, value: str) -> str:
    """What the client says for who pressed."""
    meant = f"{action} {quote(value, safe=READABLE)}" if value else action
    return f"{cut(' '.join(label.split()), LABEL)} {{{meant}}}".strip()


def read_typed(text: str) -> tuple[str, str] | None:
    """The action and the value in words that a press typed."""
    found = TYPED.search(text)
    return (found[1], unquote(found[2] or "")) if found else None
