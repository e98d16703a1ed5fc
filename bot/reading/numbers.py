"""Order numbers and products in what customers say."""

import re

from bot.model.expression import expression

# A number after one of these is the courier's, whatever else it looks like.
COURIER = expression(
    r"(?:[运運][单單][号號]|快[递遞][单單]?[号號]|物流[单單]?[号號]"
    r"|\btracking(?:\s+(?:no|number|id|code))?\.?)\s*[:：#]?\s*[A-Za-z0-9-]+",
    re.IGNORECASE | re.ASCII,
)
# A number after one of these is an order.
ORDER = expression(
    r"(?:\border(?:\s+(?:no|number|nr|id|ref(?:erence)?))?\.?|\bref(?:erence)?\.?|\bpo\b"
    r"|\bbestell(?:ung|nummer|-?nr\.?)|\bcommande(?:\s+n[o°]\.?)?|\bordine(?:\s+n\.?)?"
    r"|[订訂][单單](?:[编編]?[号號][码碼]?)?|[单單][号號]|#)"
    r"\s*(?:is\s+|是\s*|为\s*)?[:：#]?\s*"
    r"((?=[\w-]*\d{3})[A-Za-z0-9][\w-]{2,39})",
    re.IGNORECASE | re.ASCII,
)
# Long enough to be nothing else, and no telephone.
BARE_ORDER = expression(
    r"(?<![\w+-])(?!1[3-9]\d{9}(?!\d))(\d{9,20}|\d{3}-\d{7}-\d{7})(?![\w-])", re.ASCII
)
SKU = expression(
    r"(?:\bsku|\barticle(?:\s+(?:no|number))?\.?|\bitem(?:\s+(?:no|number))?\.?"
    r"|\bart\.?\s*nr\.?|\bmodel|[货貨][号號]|[编編][码碼]|款[号號]|型[号號])"
    r"\s*(?:is\s+|是\s*|为\s*)?[:：#]?\s*"
    r"((?=[\w./-]*\d)[A-Za-z0-9][\w./-]{1,39})",
    re.IGNORECASE | re.ASCII,
)
NAMED_SKU = expression(  # by words alone, in capitals: SKU CUP-RED
    r"\b(?i:sku)\s*(?:is\s+|是\s*|为\s*)?[:：#]?\s*"
    r"([A-Z][A-Z0-9]*(?:[-_./][A-Z0-9]+)+)(?![\w-])",
    re.ASCII,
)
BARE_SKU = expression(
    r"(?<![\w-])([A-Z][A-Z0-9]{0,7}-(?=[A-Z0-9]*\d)[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,6})*"
    r"|[A-Z]{2,3}\d{4,6})(?![\w-])",
    re.ASCII,
)
# What a screen says of itself, or what makes it cheaper, is no product.
CODE = expression(
    r"(?:\berror(?:\s+code)?|\bcode|\bfault|[错錯][误誤](?:[码碼]|代[码碼])?|代[码碼]"
    r"|[报報][错錯])\s*[:：#]?\s*[A-Z0-9]+(?:-[A-Z0-9]+)+",
    re.ASCII,
)
OURS = expression(r"[TFBR]-\d+")  # tasks, feedback, blockers and risks are no products
COUNTED = expression(r"(?:COVID|UTF|ISO|USB|WPA|MP|A|B|C)-\d{1,2}")
# In small letters: which order it is, not that anybody orders; "order 12 cups" does.
WHICH = expression(
    r"(?:\border|订单|(?<![下结买拍])单)"
    r"(?:(?: ?(?:no\b\.?|nr\b\.?|ref\b\.?|number|编号|号码?))+ ?[:#]? ?|[: ]*# ?)"
    r"[\w-]*\d[\w-]*"
    r"|(?:\border|订单)[: ]*(?:[a-z]*-?\d{4,}[a-z0-9-]*|\d+-\w+)"
)
ARTICLE = expression(
    r"(?:(?:\bsku|货号|款号)[: ]*)?(?<![\w-])(?!err|http|code)"
    r"(?:[a-z][a-z0-9]{1,7}-(?=[a-z0-9]*\d)[a-z0-9]{2,8}(?:-[a-z0-9]{1,6})*"
    r"|[a-z]{2,3}\d{4,6})(?![\w-])"
)


def order_in(text: str) -> str:
    """The order it is about, as it was written; empty where none is named."""
    ours = COURIER.sub(" ", text)
    named = ORDER.search(ours) or BARE_ORDER.search(ours)
    return named[1].rstrip("-") if named else ""


def sku_in(text: str) -> str:
    """The product it is about, in capital letters; empty where none is named."""
    order = order_in(text)
    if (named := SKU.search(text)) and named[1] != order:
        return named[1].rstrip(".,;/-").upper()
    if named := NAMED_SKU.search(text):
        return named[1]
    found = (each[1] for each in BARE_SKU.finditer(CODE.sub(" ", text)))
    return next((each for each in found if each != order and not _other(each)), "")


def unnumbered(said: str) -> str:
    """The same without its numbers: no sign of what is said about them."""
    if not any(map(str.isdigit, said)):
        return said
    return ARTICLE.sub(" wares ", WHICH.sub(" numbered ", said))


def _other(word: str) -> bool:
    return bool(OURS.fullmatch(word) or COUNTED.fullmatch(word))
