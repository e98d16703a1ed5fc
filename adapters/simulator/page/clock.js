// The clock of the sample company: what time it is, for whom, and how to move it.

import * as server from "./api.js";
import { clockTime, fromLocalField, toLocalField, weekdayAndDay } from "./dates.js";
import { el, whileBusy } from "./dom.js";
import { cityOf, isDirect, sharedName } from "./names.js";
import { openPopup } from "./popup.js";
import { pageLocale, t } from "./words.js";

const HOUR = 60 * 60 * 1000;
const MOST_NAMES = 5;
const OFFICES = ["Europe/Berlin", "Asia/Shanghai", "America/New_York"];

export class Clock {
  constructor(page) {
    this.page = page;
    this.moment = el("strong", { class: "clock-moment" });
    this.offices = el("span", { class: "clock-offices" });
    this.buttons = el(
      "div",
      { class: "clock-buttons" },
      this.button(t("plusHour"), () => ({ advance: "1h" })),
      this.button(t("plusDay"), () => ({ advance: "1d" })),
      this.button([t("nextThing"), glyph(" ⏭")], () => ({ next: true }), t("nextThingHint")),
      this.jumpButton(),
      this.playButton(),
    );
    this.element = el(
      "section",
      { class: "clock", "aria-label": t("clock") },
      el("div", { class: "clock-face" }, this.moment, this.offices),
      this.buttons,
    );
  }

  /** Nobody moves it by hand while a week plays. */
  rest(playing) {
    this.buttons.inert = playing;
  }

  jumpButton() {
    const button = el(
      "button",
      { type: "button", class: "button", "aria-haspopup": "dialog" },
      `${t("jumpTo")}…`,
    );
    button.addEventListener("click", () => this.askWhen(button));
    return button;
  }

  playButton() {
    const words = [glyph("▶ "), t("playWeek")];
    const button = el("button", { type: "button", class: "button primary", "aria-haspopup": "menu" }, words);
    button.addEventListener("click", () => this.page.play.choose(button));
    return button;
  }

  askWhen(anchor) {
    const person = this.page.person();
    const soon = new Date(this.page.now().getTime() + HOUR);
    const field = el("input", {
      type: "datetime-local",
      value: toLocalField(soon, person).replace(/\d\d$/, "00"),
    });
    const go = el("button", { class: "button primary" }, t("jump"));
    const jump = async (event) => {
      event.preventDefault();
      if (!field.value) return;
      const to = fromLocalField(field.value, person).toISOString();
      await whileBusy(go, () => this.move({ to }));
      close();
    };
    const close = openPopup(
      anchor,
      el(
        "form",
        { class: "clock-jump", on: { submit: jump } },
        el("label", {}, el("small", {}, t("yourTime", { city: cityOf(person.tz) })), field),
        go,
      ),
    );
    field.focus();
  }

  button(label, move, title = null) {
    const button = el("button", { type: "button", class: "button", title }, label);
    button.addEventListener("click", () => whileBusy(button, () => this.move(move())));
    return button;
  }

  async move(move) {
    await this.page.attempt(async () => {
      const answer = await server.moveClock(move);
      await this.tell(move, answer);
      await this.page.refresh();
    });
  }

  /** Says what happened on the way, and where, since much of it happens to other people. */
  async tell(move, { steps, happened = [] }) {
    if (move.next && steps === 0) return this.page.toast(t("nothingNext"));
    const ids = new Set(happened.map((message) => message.in));
    if (!ids.size) return;
    const places = (await server.places()).filter((place) => ids.has(place.id));
    const names = [...new Set(places.map((place) => this.nameOf(place)))];
    const where = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), "…"] : names;
    this.page.toast(t("happened", { n: happened.length, where: where.join(", ") }));
  }

  nameOf(place) {
    if (!isDirect(place)) return sharedName(place);
    return this.page.people.find((person) => person.id === place.with)?.name ?? place.name;
  }

  /** Shows the simulated moment as `person` reads it. */
  show(now, person) {
    const reader = { ...person, locale: pageLocale() };
    this.moment.replaceChildren(
      `${weekdayAndDay(now, reader)} · ${clockTime(now, reader)}`,
      el("small", {}, ` ${t("yourTime", { city: cityOf(person.tz) })}`),
    );
    this.offices.replaceChildren(...OFFICES.filter((tz) => tz !== person.tz).map((tz) => office(now, tz)));
  }
}

// Left out where there is no room.
const glyph = (sign) => el("span", { class: "glyph", "aria-hidden": "true" }, sign);

const office = (now, tz) => el("span", {}, `${cityOf(tz)} ${clockTime(now, { locale: "en-GB", tz })}`);
