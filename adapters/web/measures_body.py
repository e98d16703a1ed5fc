"""The JSON by which a system brings values of measures; wrong fields, in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from adapters.web.wrong import reasons
from bot.model.measure.rows import Row
from bot.ports.measure_intake import Exact, MeasureParcel, Reading

MOST = 500  # values of one request
Short = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Note = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]
# Text is read as people type it; "1.234" is more than a thousand orders, 1.234 is not.
Number = Annotated[Short | Decimal, Field(union_mode="left_to_right")]


class One(BaseModel):
    """One value; what is null was not said."""

    model_config = ConfigDict(extra="ignore")

    measure: Short
    period: Short
    value: Number | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    confidence: Short | None = None
    note: Note | None = None

    def reading(self, line: int) -> Reading:
        """What the core takes."""
        row = Row(
            line=line,
            measure=self.measure,
            period=self.period,
            value=_text(self.value),
            numerator=_text(self.numerator),
            denominator=_text(self.denominator),
            confidence=self.confidence or "",
            note=self.note or "",
        )
        given = (self.value, self.numerator, self.denominator)
        value, top, bottom = (
            each if isinstance(each, Decimal) else None for each in given
        )
        return Reading(row, Exact(value, top, bottom))


class Body(BaseModel):
    """The documented fields; others are left alone."""

    model_config = ConfigDict(extra="ignore")

    values: Annotated[list[One], Field(min_length=1, max_length=MOST)]

    def parcel(self, external: str) -> MeasureParcel:
        """What the core takes; lines are counted from one."""
        return MeasureParcel(
            external, tuple(one.reading(n) for n, one in enumerate(self.values, 1))
        )


def read(raw: bytes) -> Body | Mapping[str, str]:
    """What it says, or what is wrong with it by field."""
    return reasons(Body, raw)


def _text(value: Decimal | str | None) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}" if abs(value.adjusted()) < 40 else str(value)
    return value or ""
