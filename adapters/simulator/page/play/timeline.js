// The week as a strip: its days, what is special about them, what happened when, and how far it is.

import { localDay } from "../dates.js";
import { el } from "../dom.js";
import { pageLocale, t } from "../words.js";

const HOUR = 60 * 60 * 1000;

export class Timeline {
  constructor(page) {
    this.page = page;
    this.days = el("div", { class: "play-days" });
    this.marks = el("div", { class: "play-marks", "aria-hidden": "true" });
    this.cursor = el("span", { class: "play-cursor", "aria-hidden": "true" });
    this.element = el("div", { class: "play-line" }, this.days, this.marks, this.cursor);
    this.drawn = 0;
  }

  draw(state) {
    this.from = Date.parse(state.from);
    this.length = Date.parse(state.until) - this.from;
    if (!this.days.childElementCount) this.drawDays(state);
    for (const [at, what] of state.marks.slice(this.drawn)) this.marks.append(this.mark(at, what));
    this.drawn = state.marks.length;
    this.cursor.style.left = this.percent(Date.parse(state.now));
  }

  mark(at, what) {
    const mark = el("i", { data: { what } });
    mark.style.left = this.percent(Date.parse(at));
    return mark;
  }

  /** One part for each day, as the visitor's own person counts days. */
  drawDays(state) {
    const reader = this.page.play.clockOwner ?? this.page.person();
    const special = state.scenes.find(({ name }) => name === state.scene)?.days ?? {};
    this.days.replaceChildren(
      ...this.starts(reader).map(([start, end]) => {
        const date = new Date(start + (end - start) / 2);
        const key = special[localDay(date, reader)];
        const day = el(
          "span",
          { class: "play-day", data: { special: key, weekend: weekend(date, reader) }, title: key ? t(`day_${key}`) : null },
          el("b", {}, label(date, reader, "short")),
          key && el("em", {}, t(`badge_${key}`)),
        );
        day.style.left = this.percent(start);
        day.style.width = `${((end - start) / this.length) * 100}%`;
        return day;
      }),
    );
  }

  /** Where the days begin and end, hour by hour, so that a clock change cannot move them. */
  starts(reader) {
    const until = this.from + this.length;
    const found = [this.from];
    let last = localDay(new Date(this.from), reader);
    for (let at = Math.ceil(this.from / HOUR) * HOUR; at < until; at += HOUR) {
      const day = localDay(new Date(at), reader);
      if (day !== last) found.push(at);
      last = day;
    }
    return found.map((start, index) => [start, found[index + 1] ?? until]);
  }

  percent(moment) {
    const part = (moment - this.from) / this.length;
    return `${Math.max(0, Math.min(1, part)) * 100}%`;
  }
}

const format = (date, { tz }, options) =>
  new Intl.DateTimeFormat(pageLocale(), { timeZone: tz || "UTC", ...options }).format(date);

const label = (date, reader) => `${format(date, reader, { weekday: "short" })} ${format(date, reader, { day: "numeric" })}`;

const weekend = (date, { tz }) =>
  ["Sat", "Sun"].includes(new Intl.DateTimeFormat("en", { timeZone: tz || "UTC", weekday: "short" }).format(date));
