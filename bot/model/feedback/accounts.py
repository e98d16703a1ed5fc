"""What customers are called elsewhere: in WeChat, in QQ, at their bank."""

import re

from bot.model.expression import expression

_WECHAT = r"(?:微信|薇信|威信|v信|\bvx|\bwechat|\bweixin)"
_IS = r"(?: ?(?:是|为|為) ?| ?[:：] ?)"
_DEVICE = r"(?!iphone|ipad|ios|android|harmony|windows|mac|version)"
# However it is announced; "WeChat: payment fails" announces nobody.
_CHATS = tuple(
    expression(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"({_WECHAT}(?:号码?|號碼?)(?:{_IS}| ?))[a-z][\w-]+",
        rf"({_WECHAT}(?: ?ID is |(?: ?ID)?{_IS}))[a-z][\w-]++(?! [a-z])",
        rf"({_WECHAT}(?: ?ID)? ?){_DEVICE}[a-z](?=[\w-]*[\d_])[\w-]{{5,19}}(?![\w-])",
        r"()(?<!\w)wxid_[\w-]+",
        rf"((?:\bQQ|扣扣)群?(?:号码?|號碼?)?(?: is |{_IS}| ?))[1-9]\d{{4,11}}(?!\w)",
    )
)
_IBAN = expression(
    r"(?P<named>\bIBAN(?: is)?[ :：]*)?(?<![\w-])"
    r"(?P<number>[A-Z]{2}\d\d(?:[A-Z0-9]{11,30}|(?:[ -][A-Z0-9]{4}){2,7}"
    r"(?:[ -][A-Z0-9]{1,4})?))(?![\w-])",
    re.ASCII | re.IGNORECASE,
)
SHORTEST = 15  # letters and digits of an IBAN


def without_accounts(text: str) -> str:
    """The text without any of them."""
    for chat in _CHATS:
        text = chat.sub(r"\1•••", text)
    return _IBAN.sub(_without, text)


def _without(found: re.Match[str]) -> str:
    """A word behind the number may look like its last part."""
    named, number = found["named"] or "", found["number"]
    ends = [match.start() for match in re.finditer(r"[ -]", number)]
    for end in (len(number), *reversed(ends)):
        if _checked(number[:end]):
            return f"{named}•••{number[end:]}"
    return f"{named}•••" if named else number


def _checked(number: str) -> bool:
    """Whether the check digits of an IBAN are right (ISO 13616: 97 goes into it)."""
    bare = re.sub("[ -]", "", number)
    digits = "".join(str(int(letter, 36)) for letter in bare[4:] + bare[:4])
    return len(bare) >= SHORTEST and int(digits) % 97 == 1
