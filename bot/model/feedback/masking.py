"""What nobody outside the triage room reads of a customer (PEERS H27)."""

import re
from collections.abc import Iterable
from datetime import datetime

from bot.model.expression import expression
from bot.model.feedback import Update, UpdateKind
from bot.model.feedback.accounts import without_accounts
from bot.model.feedback.digits import STAYS
from bot.model.feedback.life import UNDO

_MAIL = expression(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Seven digits and more, as phones, cards and orders are written: +49 30 1234567.
_NUMBER = expression(r"(?<![\w-])\+?\d(?:[ ()/.-]{0,2}\d){6,}(?![\w-])", re.ASCII)
_STREET = expression(
    r"\b\d{1,4}\s+(?:[A-Z][\w'’.]*\s+){1,3}"
    r"(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|drive)\b"
    r"|[A-ZÄÖÜ][\wäöüß]+(?:straße|strasse|str\.|weg|gasse|platz|allee)\s*\d+\w?"
    r"|[\u4e00-\u9fff]{2,}(?:路|街|大道|巷|弄)\d+[号弄][^\s，。,;；]*",
    re.IGNORECASE,
)
# Names, where what stands beside them says that they are some.
_FAMILIES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
    "張劉陳楊黃趙吳孫馬許鄧韓馮蕭葉蘇呂盧鐘譚陸範賈鄒龍賀顧龔萬錢嚴湯"
)
_HAN_NAME = expression(
    rf"(?:欧阳|司马|诸葛|上官|司徒|[{_FAMILIES}])[\u4e00-\u9fff]{{0,2}}?(?=先生|女士|小姐|太太)"
)
# Behind 客户 a name has no mark: a family of which few words begin, and then a verb.
_PLAIN = (
    "李王张刘陈杨赵吴徐孙朱郭郑梁邓韩冯彭董潘袁蔡蒋魏"
    "苏吕丁沈姚姜崔谭陆汪范廖邹薛闫龚邵覃戴"
)
_HAN_CUSTOMER = expression(
    r"(?<=客户|顾客|买家|会员)(?!王牌|苏打|丁点|张贴|陆续|戴着)"
    rf"[{_PLAIN}][\u4e00-\u9fff]{{1,2}}?"
    r"(?=[付说反要买收在来问投退想没表打申咨提]|[，,。：:；;（(\s]|$)"
)
_NO_NAME = "Service|Support|Care|Feedback|Success|Portal|Account|Center|Centre|ID|No"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_NAME = expression(
    r"(?P<who>\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\b\.?"
    rf"|[Cc](?:ustomer|lient)(?!\s+(?:{_NO_NAME})\b))\s+)"
    rf"(?P<name>{_CAPITAL}(?:\s+{_CAPITAL})?)"
)
# What only those read who work on it, and what people typed.
AMONG_US = frozenset(
    {
        UpdateKind.NOTE, UpdateKind.CORRECTED, UpdateKind.OWNED, UpdateKind.WARNED,
        UpdateKind.BREACHED, UpdateKind.ESCALATED, UpdateKind.APPROVAL,
    }
)  # fmt: skip
TYPED = frozenset(
    {UpdateKind.NOTE, UpdateKind.REPLY, UpdateKind.SAID, UpdateKind.APPROVAL}
)
KEPT = 3  # digits by which people know a number again


def masked(text: str) -> str:
    """The text without addresses and accounts of any kind, and of long numbers the
    last digits, of names the first letters where it says that they are some; dates,
    prices and products stay.
    """
    without = _STREET.sub("•••", _MAIL.sub("•••@•••", text))
    for pattern in (_HAN_NAME, _HAN_CUSTOMER):
        without = pattern.sub(lambda found: masked_name(found[0]), without)
    without = _NAME.sub(
        lambda found: f"{found['who']}{masked_name(found['name'])}", without
    )
    parts = STAYS.split(without_accounts(without))
    parts[::2] = [_NUMBER.sub(_last, part) for part in parts[::2]]
    return "".join(parts)


def masked_name(name: str) -> str:
    """The first letter of each part."""
    return " ".join(f"{part[0]}•••" for part in name.split())


def masked_number(number: str) -> str:
    """The last digits; nothing of a number that is no longer than those."""
    return f"•••{number[-KEPT:]}" if len(number) > KEPT else "•••" if number else ""


def heard(story: Iterable[Update], person_id: int, now: datetime) -> list[Update]:
    """What who sent it may read of its story: nothing among us, nothing that others
    said who sent it, too, and no words that may still be taken back.
    """
    return [
        each
        for each in story
        if each.kind not in AMONG_US
        and not (each.kind is UpdateKind.SAID and each.person_id != person_id)
        and not (each.kind is UpdateKind.REPLY and now < each.at + UNDO)
    ]


def _last(number: re.Match[str]) -> str:
    digits = "".join(letter for letter in number[0] if letter.isdigit())
    return f"•••{digits[-KEPT:]}"
