"""Wakes what is due: the ticks of the clock, working days, recurring local dates."""

from schedules.calendars import WorkCalendar
from schedules.scheduler import Ticker

__all__ = ["Ticker", "WorkCalendar"]
