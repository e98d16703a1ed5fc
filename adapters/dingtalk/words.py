"""What a person said in a message of any kind, as the core reads it."""

import re
import unicodedata

from adapters.dingtalk.wire import text
from adapters.wire import Wire, find, records

# Clients put these around a mention; str.strip() leaves all but the spaces.
AROUND = " \t\r\n\f\v\u00a0\u2005\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
LOOKS_LIVE = re.compile("<(?=[@#])")
JOINER = "\u2060"
PICTURE = "🖼"
CALL = re.compile(r"[@＠][^\s@＠\u2005]+")
# What a quoted reply can stand for.
SHORTCUTS = {
    "task.from_message": re.compile(
        "[转轉][为為成]?任[务務]|task|maketask|makeatask|turnintoatask", re.IGNORECASE
    ),
    "feedback.from_message": re.compile(
        "[转轉][为為成]?(?:反[馈饋]|客[诉訴])|feedback|forwardasfeedback", re.IGNORECASE
    ),
    "risk.from_message": re.compile(
        "(?:登[记記]|[转轉][为為成]?)风[险險]|risk|make(?:a)?risk|turnintoarisk",
        re.IGNORECASE,
    ),
    "retro.from_message": re.compile(
        "(?:加入|放[进進]|[转轉][为為成]?)(?:复盘|復盤|回[顾顧])|retro|addtoretro|addtotheretro",
        re.IGNORECASE,
    ),
    "kudos.from_message": re.compile(
        "[点點]个?[赞讚]|表[扬揚]|kudos|givekudos", re.IGNORECASE
    ),
}


def words(data: Wire, *, called: int = 0, among: bool = True) -> str:
    """The words of a message; of a picture or a file, none.

    `called` is how many people but the bot it calls, `among` whether in a group.
    """
    match text(data, "msgtype"):
        case "richText":
            said = rich(find(data, "content"))
            return _typed(_uncalled(said, called) if among else said)
        case "audio":
            return _typed(text(data, "content", "recognition"))
        case _:
            return _typed(text(data, "text", "content"))


def quoted(data: Wire) -> str:
    """What the message said that this one answers to, where DingTalk tells."""
    content = find(data, "text", "repliedMsg", "content")
    if isinstance(content, str):
        return _typed(text(data, "text", "repliedMsg", "content"))
    said = text(content, "text") or text(content, "content") or rich(content)
    said = said or text(content, "recognition") or text(content, "fileName")
    pictures = _pictures(data, content)
    return _typed(f"{said} {pictures}" if pictures else said)


def _pictures(data: Wire, content: object) -> str:
    """A sign for each picture that was quoted: it has no lasting address, but whoever
    reads the words shall know that it is there.
    """
    parts = [text(part, "type") for part in records(content, "richText")]
    kind = text(data, "text", "repliedMsg", "msgType")
    alone = kind in ("picture", "image") or (
        kind != "file" and text(content, "pictureDownloadCode")
    )
    return PICTURE * (parts.count("picture") + bool(alone))


def rich(content: object) -> str:
    """The texts of a rich text, pictures left out."""
    parts = records(content, "richText")
    return "".join(text(part, "text") for part in parts)


def shortcut_of(said: str) -> str:
    """The shortcut that the words ask for, about what they answer to; "" for none."""
    bare = "".join(unicodedata.normalize("NFKC", said).split()).strip("/。.!")
    asked = (name for name, words in SHORTCUTS.items() if words.fullmatch(bare))
    return next(asked, "")


def _uncalled(said: str, called: int) -> str:
    """Without the bot's own name, which HarmonyOS repeats (facts §1.9).

    It comes first, and then more names are called than people.
    """
    said = said.strip(AROUND)
    first = CALL.match(said)
    if first and len(CALL.findall(said)) > called:
        return said[first.end() :]
    return said


def _typed(said: str) -> str:
    """The words as typed, in which nothing looks like the core's own mentions."""
    return LOOKS_LIVE.sub("<" + JOINER, said.strip(AROUND))
