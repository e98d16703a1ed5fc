// Moments as one person reads them: in their zone and their language, never in the browser's.

const DAY = 24 * 60 * 60 * 1000;

const formatters = new Map();

function formatter(person, options) {
  const key = `${person.locale}|${person.tz}|${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, build(person, options));
  return formatters.get(key);
}

function build({ locale, tz }, options) {
  const all = { timeZone: tz || "UTC", hourCycle: "h23", ...options };
  try {
    return new Intl.DateTimeFormat(locale || "en", all);
  } catch {
    return new Intl.DateTimeFormat("en", { ...all, timeZone: "UTC" });
  }
}

const show = (date, person, options) => formatter(person, options).format(date);

export const clockTime = (date, person) => show(date, person, { hour: "2-digit", minute: "2-digit" });

export const weekdayAndDay = (date, person) =>
  show(date, person, { weekday: "short", day: "numeric", month: "short" });

export const dayAndMonth = (date, person) => show(date, person, { day: "numeric", month: "short" });

export const fullMoment = (date, person) => show(date, person, { dateStyle: "full", timeStyle: "short" });

/** The calendar day a moment falls on for this person, such as "2026-06-10". */
export function localDay(date, person) {
  return show(date, { ...person, locale: "en-CA" }, { year: "numeric", month: "2-digit", day: "2-digit" });
}

/** "today", "yesterday", "tomorrow" or null. */
export function nearDay(date, person, now) {
  const days = (Date.parse(localDay(date, person)) - Date.parse(localDay(now, person))) / DAY;
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days] ?? null;
}

/** Fills Slack's date tokens, such as "{date_short_pretty} at {time}". */
export function fillTokens(format, date, person, now) {
  return format.replace(/\{(\w+)\}/g, (whole, token) => fillToken(token, date, person, now) ?? whole);
}

const CALENDAR = {
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { year: "numeric", month: "long", day: "numeric", weekday: "long" },
};

function fillToken(token, date, person, now) {
  if (token === "date_num") return localDay(date, person);
  if (token === "time") return clockTime(date, person);
  if (token === "time_secs") return show(date, person, { timeStyle: "medium" });
  if (token === "ago") return ago(date, person, now);
  if (token.endsWith("_pretty")) return pretty(token.slice(0, -"_pretty".length), date, person, now);
  return token in CALENDAR ? show(date, person, CALENDAR[token]) : null;
}

function pretty(token, date, person, now) {
  const days = { yesterday: -1, today: 0, tomorrow: 1 }[nearDay(date, person, now)];
  if (days === undefined) return fillToken(token, date, person, now);
  return relative(person).format(days, "day");
}

const relative = (person) => new Intl.RelativeTimeFormat(person.locale || "en", { numeric: "auto" });

function ago(date, person, now) {
  const minutes = Math.round((date - now) / 60_000);
  if (Math.abs(minutes) < 60) return relative(person).format(minutes, "minute");
  if (Math.abs(minutes) < 24 * 60) return relative(person).format(Math.round(minutes / 60), "hour");
  return relative(person).format(Math.round(minutes / (24 * 60)), "day");
}

/** What a `datetime-local` field shows for this moment: "2026-06-10T17:00". */
export const toLocalField = (date, person) =>
  `${localDay(date, person)}T${clockTime(date, { ...person, locale: "en-GB" })}`;

/** The moment a person means by "2026-06-10T17:00" in their zone. */
export function fromLocalField(text, person) {
  const asIfUtc = Date.parse(`${text}Z`);
  // Twice, because the first guess may lie on the other side of a clock change.
  const guess = asIfUtc - zoneOffset(asIfUtc, person);
  return new Date(asIfUtc - zoneOffset(guess, person));
}

function zoneOffset(instant, person) {
  const wholeMinute = Math.floor(instant / 60_000) * 60_000;
  return Date.parse(`${toLocalField(new Date(wholeMinute), person)}Z`) - wholeMinute;
}
