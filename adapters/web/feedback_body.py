"""The JSON by which a system tells what a customer said; wrong fields, in words."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    StringConstraints,
)
from rapidfuzz import process

from adapters.web.wrong import reasons
from bot.model.feedback import (
    FIELD_LIMIT,
    Kind,
    Sentiment,
    Severity,
    Step,
    may_be_order,
)
from bot.model.files import AT_MOST, FileLink
from bot.model.text import shows
from bot.ports.intake import Parcel

EMAIL = re.compile(r"[^\s<>@\"]{1,64}@[^\s<>@\"]{1,190}")
URL = re.compile(r"https?://[^\s<>\"|]{1,2000}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
NAMED = 20  # names in one answer
CLOSE = 75  # from which on two names are the same, of 100
SAME = {  # what help desks and shops call our fields
    "text": {"message", "body", "comment", "content", "description", "feedback"},
    "customer": {"customername", "customerid", "email", "name", "buyer", "user"},
    "order": {"orderid", "ordernumber", "orderno", "ordername"},
    "sku": {"product", "productid", "item", "itemid", "skuid"},
    "channel": {"shop", "store", "platform", "marketplace"},
    "market": {"country", "countrycode", "region"},
    "severity": {"priority", "urgency"},
    "kind": {"type", "category"},
    "url": {"link", "permalink", "ticketurl"},
    "said_at": {"date", "time", "timestamp", "createdat"},
    "files": {"attachments", "images", "pictures", "photos"},
}
OLDEST = datetime(2000, 1, 1, tzinfo=UTC)


def _shown(text: str) -> str:
    if not shows(text):
        raise ValueError("There are no words in it")
    return text


def _lately(at: datetime) -> datetime:
    if at < OLDEST:
        raise ValueError("Input should be after the year 2000")
    return at


def _order(typed: str) -> str:
    if typed and not may_be_order(typed):
        raise ValueError("Input should have a digit, as order numbers have")
    return typed


def _form(pattern: re.Pattern[str], what: str) -> AfterValidator:
    """What has this form, or is empty."""

    def check(text: str) -> str:
        text = text.strip()
        if text and not pattern.fullmatch(text):
            raise ValueError(f"Input should be {what}")
        return text

    return AfterValidator(check)


Words = Annotated[str, AfterValidator(_shown)]
Short = Annotated[str, StringConstraints(max_length=FIELD_LIMIT, strip_whitespace=True)]
Order = Annotated[Short, AfterValidator(_order)]
Email = Annotated[str, _form(EMAIL, "an e-mail address, such as maria@example.com")]
Url = Annotated[str, _form(URL, "an address that begins with https:// or http://")]
Language = Annotated[str, _form(LANGUAGE, "a language, such as en, zh or de-AT")]


class File(BaseModel):
    """A file by its link."""

    name: Annotated[str, StringConstraints(max_length=200)] = ""
    url: Annotated[Url, StringConstraints(min_length=1)]


class Body(BaseModel):
    """The documented fields; others are named back. What is null was not said."""

    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)

    text: Words
    customer: Short | None = None
    order: Order | None = None
    sku: Short | None = None
    channel: Short | None = None
    market: Short | None = None
    step: Step | None = None
    severity: Severity | None = None
    kind: Kind | None = None
    sentiment: Sentiment | None = None
    language: Language | None = None
    author: Email | None = None
    on_behalf_of: Email | None = None
    url: Url | None = None
    said_at: Annotated[AwareDatetime, AfterValidator(_lately)] | None = None
    files: list[File] | None = None

    def parcel(self, external: str, now: datetime) -> Parcel:
        """What the core takes; nobody has said anything in the future."""
        files = tuple(FileLink(each.name, each.url) for each in self.files or ())
        return Parcel(
            external=external,
            text=self.text,
            said_at=min(self.said_at, now) if self.said_at else None,
            customer=self.customer or "",
            order=self.order or "",
            sku=self.sku or "",
            channel=self.channel or "",
            market=self.market or "",
            step=self.step,
            severity=self.severity,
            kind=self.kind,
            sentiment=self.sentiment,
            language=self.language or "",
            author=self.author or "",
            behalf=self.on_behalf_of or "",
            url=self.url or "",
            files=files[:AT_MOST],
            left_out=tuple(each.name or each.url for each in files[AT_MOST:]),
        )

    def unknown(self) -> Mapping[str, str]:
        """The names that are no field, each with the field that may have been meant."""
        names = list(self.model_extra or ())[:NAMED]
        return {name[:FIELD_LIMIT]: meant(name) for name in names}


def meant(name: str) -> str:
    """The field that a name is likely for; "" for none."""
    plain = re.sub("[^a-z]", "", name.casefold())
    for field, names in SAME.items():
        if plain in names:
            return field
    found = process.extractOne(plain, list(Body.model_fields), score_cutoff=CLOSE)
    return found[0] if found else ""


def read(raw: bytes) -> Body | Mapping[str, str]:
    """What it says, or what is wrong with it by field."""
    return reasons(Body, raw)
