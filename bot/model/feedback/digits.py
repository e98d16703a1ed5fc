"""Digits that tell no customer apart: dates, prices and products."""

import re

from bot.model.expression import expression

_NO_MORE = r"(?![ ()/.-]{0,2}\d)"  # else it is a phone that begins like that
_YEAR = r"(?:19|20)\d\d"
_DAYS = "|".join(
    rf"{_YEAR}{by}\d{{1,2}}{by}\d{{1,2}}|\d{{1,2}}{by}\d{{1,2}}{by}(?:{_YEAR}|\d\d)"
    for by in ("-", "/", r"\.")
)
_TIME = r"[ T]\d{1,2}:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?"
_DATE = rf"(?<![\d.+/-])(?:{_DAYS})(?:{_TIME}|{_NO_MORE})(?![\w-])"

_SUM = r"(?:[1-9]\d{0,2}(?:[ .,'’]\d{3})+|[1-9]\d{0,8})(?:[.,]\d\d?)?"
_MONEY = r"(?:[¥￥€$£]|EUR|USD|CNY|RMB|CHF|GBP|HKD)"
_PRICE = (
    rf"(?<![\w.,-])(?:{_MONEY} ?{_SUM}{_NO_MORE}(?!\w)"
    rf"|{_SUM} ?(?:{_MONEY}(?! ?\d)|元|块|euros?\b|dollars?\b)"
    rf"|[1-9]\d{{0,6}}[.,]\d\d{_NO_MORE}(?![\w-]))"
)

_PRODUCT = (
    r"(?:\b(?:SKU|EAN|GTIN)\b|\b(?:article|item) (?:no\b\.?|number\b)|\bart\. ?nr\.?"
    r"|货号|貨號|款号|款號|型号|型號|商品编码)[ :：#]*[A-Za-z0-9][\w./-]*"
)

STAYS = expression(f"({_DATE}|{_PRICE}|{_PRODUCT})", re.ASCII | re.IGNORECASE)
