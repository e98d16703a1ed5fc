"""The moment all date tests speak at: Thursday, 12 March 2026, ten in the morning."""

from datetime import datetime
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 12, 10, 0, tzinfo=BERLIN)
