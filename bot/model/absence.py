"""Rules about being away: which days are meant, when somebody is back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model.people import AbsenceKind
from bot.model.text import simplified

LONGEST = timedelta(days=366)
KINDS = {
    AbsenceKind.VACATION: "vacation holiday holidays pto 休假 年假 度假 放假 旅游",
    AbsenceKind.SICK: "sick ill sickness flu doctor dentist 病假 生病 看病 发烧",
    AbsenceKind.TRAVEL: "travel travelling traveling trip 出差",
    AbsenceKind.FAMILY: "family wedding parental kids 婚假 产假 陪产假 丧假 家事 家里",
    AbsenceKind.TRAINING: "training course conference workshop 培训 学习 课程",
}


@dataclass(frozen=True, slots=True)
class Days:
    """Whole local days, both ends included."""

    first: date
    last: date

    @classmethod
    def of(cls, first: str, last: str) -> "Days":
        """From ISO dates, as messages keep them."""
        return cls(date.fromisoformat(first), date.fromisoformat(last))

    @property
    def in_order(self) -> bool:
        """Whether the first day is not after the last."""
        return self.first <= self.last

    @property
    def one(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    @property
    def too_long(self) -> bool:
        """Whether it is more than a year, which nobody means."""
        return self.last - self.first > LONGEST


def back_on(days: Days, works: Callable[[date], bool]) -> date:
    """The first working day after; the day after if none comes within two weeks."""
    after = days.last + timedelta(days=1)
    fortnight = (after + timedelta(days=n) for n in range(14))
    return next((day for day in fortnight if works(day)), after)


def kind_in(reason: str) -> AbsenceKind:
    """What kind of absence a reason speaks of (PEERS B05)."""
    words = set(reason.casefold().replace(",", " ").split())
    han = simplified(reason)
    for kind, known in KINDS.items():
        for word in known.split():
            if word in words if word.isascii() else word in han:
                return kind
    return AbsenceKind.OTHER
