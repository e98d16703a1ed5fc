"""What the forms are filled with, whose they are or are not."""

from bot.events import Values

TASK: Values = {
    "title": "zeppelin", "details": "", "owner": None, "day": "2026-03-06",
    "time": "17:00", "repeat": None, "priority": "normal", "project": None,
    "department": None, "followers": (),
}  # fmt: skip
STANDUP: Values = {
    "name": "Spy", "at": "09:30", "zone": "local", "days": "weekdays", "place": None,
    "people": (), "observers": (), "close": None, "remind": "30", "questions": "How?",
}  # fmt: skip
WHEN: Values = {
    "at": "09:30", "eve": "same", "days": "weekdays", "zone": "local", "close": None,
    "close_day": "same", "remind": "30",
}  # fmt: skip
ASKED: Values = {
    "questions": "How?", "optional": (), "observers": (), "readers": "all",
    "missing": "names", "after": "0",
}  # fmt: skip
APPROVAL: Values = {"what": "refund", "amount": "5 EUR", "whom": None, "text": "Mine"}
PROMISE: Values = {"severity": "high", "answer-high": "1h", "hours-high": "always"}
EXPORT: Values = {"kind": "csv", "first": "2026-03-01", "last": None}
SETTINGS: Values = {
    "language": "en", "zone": "Berlin", "start": "09:00", "end": "18:00",
    "days": ("0", "1"), "reminders": "active", "forms": "form",
}  # fmt: skip
AREA: Values = {
    "name": "Pots", "owner": "Cy Twombly", "deputies": (), "informed": (), "also": None,
    "department": None,
}  # fmt: skip
AWAY: Values = {"first": "2026-03-04", "last": "2026-03-05", "reason": ""}
REVIEW: Values = {
    "strengths": "Mine", "next": "Mine", "goals": None, "note": None, "what": "send",
}  # fmt: skip
OWN_VIEW: Values = {"proud": "Mine", "hard": None, "wish": None, "what": "send"}
CYCLE: Values = {
    "name": "Spring", "cadence": "monthly", "weeks": "2", "due": None, "self": "no",
}  # fmt: skip
CHECK: Values = {"mood": "good", "answer": "I was here", "share": "yes"}
MEASURE: Values = {
    "name": "Pots", "unit": "percent", "currency": None, "target": "< 2%",
    "direction": None, "owner": None, "cadence": "weekly", "department": None,
    "formula": None, "source": None, "basis": None, "deputies": (), "also": None,
    "zone": None, "private": "open",
}  # fmt: skip
RISK: Values = {
    "scenario": "Mine now", "category": "other", "likelihood": "1", "impact": "1",
    "owner": "Bo Lin", "mitigation": None, "due": None, "readers": "all",
}  # fmt: skip
MEASURED: Values = {"value": "5%", "confidence": "red", "note": "Mine", "period": None}
