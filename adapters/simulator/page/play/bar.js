// The strip under the clock while a week plays: what happens now, how fast, and where in the week.

import * as server from "../api.js";
import { clockTime, weekdayAndDay } from "../dates.js";
import { button, el, whileBusy } from "../dom.js";
import { cityOf, sharedName } from "../names.js";
import { pageLocale, t } from "../words.js";
import { Follower } from "./follow.js";
import { sceneMenu } from "./scenes.js";
import { Timeline } from "./timeline.js";

const PACES = [30, 60, 120, 300];
const LONGEST_WORDS = 120;

export class Play {
  constructor(page) {
    this.page = page;
    this.follower = new Follower(page);
    this.element = document.getElementById("play");
    this.state = null;
    this.closed = this.leaving = false;
  }

  /** Whose clock the page shows: it does not jump while the page follows others. */
  get clockOwner() {
    return this.follower.owner;
  }

  get on() {
    return ["playing", "paused"].includes(this.state?.state);
  }

  /** What the server says of the play; another company than before means a page of its own. */
  show(state) {
    if (this.leaving) return;
    if (this.state && this.state.company !== state.company) {
      // Once: asked for again and again, a slow reload would never come to its end.
      this.leaving = true;
      location.reload();
      return;
    }
    const before = this.state;
    this.state = state;
    if (this.on) this.closed = false;
    this.follower.follow(state, this.on);
    if (before?.state !== state.state || before?.from !== state.from) this.build();
    document.body.toggleAttribute("data-playing", this.on);
    this.page.clock?.rest(state.state === "playing");
    this.draw();
  }

  /** Draws the fixed parts, again after a change of language. */
  build() {
    const started = Boolean(this.state?.from);
    this.element.hidden = !started || this.closed;
    this.element.setAttribute("aria-label", t("play"));
    if (!started) return;
    this.caption = el("p", { class: "play-caption", role: "status" });
    this.timeline = new Timeline(this.page);
    this.element.replaceChildren(
      el("div", { class: "play-row" }, this.caption, el("div", { class: "play-buttons" }, this.buttons())),
      this.timeline.element,
    );
    this.draw();
  }

  buttons() {
    if (!this.on) {
      const again = button("button", `${t("playWeek")} ▾`, () => this.choose(again));
      const close = () => {
        this.closed = true;
        this.element.hidden = true;
      };
      return [again, button("plain", "✕", close, t("close"))];
    }
    const paused = this.state.state === "paused";
    this.followButton = button("button play-follow", t("playFollow"), () => this.toggleFollow());
    return [
      button("button primary", paused ? "▶\uFE0E" : "❚❚", () => this.steer(paused ? "resume" : "pause"), t(paused ? "playResume" : "playPause")),
      button("button", "■", () => this.steer("stop"), t("playStop")),
      this.paces(),
      this.followButton,
    ];
  }

  paces() {
    const now = this.state.seconds;
    const known = PACES.includes(now) ? PACES : [...PACES, now].sort((a, b) => a - b);
    const select = el(
      "select",
      { class: "play-pace", "aria-label": t("playPace"), title: t("playPace") },
      known.map((seconds) => el("option", { value: seconds, selected: seconds === now }, duration(seconds))),
    );
    select.addEventListener("change", () => this.steer("pace", Number(select.value)));
    return select;
  }

  toggleFollow() {
    this.follower.on = !this.follower.on;
    this.draw();
    if (this.follower.on) this.page.refresh();
  }

  steer(what, seconds) {
    return this.page.attempt(async () => {
      await server.play({ do: what, seconds });
      await this.page.refresh();
    });
  }

  /** Lets the visitor choose what to play. */
  choose(anchor) {
    sceneMenu(anchor, this.state, (wish) => whileBusy(anchor, () => this.begin(wish)));
  }

  begin(wish) {
    return this.page.attempt(async () => {
      const { anew } = await server.play(wish);
      if (anew) this.page.beginsAnew();
      else await this.page.refresh();
    });
  }

  draw() {
    if (!this.caption || this.element.hidden) return;
    this.caption.replaceChildren(...this.captionOf(this.state));
    this.timeline.draw(this.state);
    this.followButton?.setAttribute("aria-pressed", String(this.follower.on));
  }

  captionOf({ state, caption, marks }) {
    if (state === "ended" || state === "stopped") {
      const count = (kind) => marks.filter(([, what]) => what === kind).length;
      const values = { fills: count("fills"), late: count("late"), asked: count("asked") };
      const key = state === "ended" ? "playEnded" : "playStopped";
      return [el("strong", {}, t(key)), ` ${t("playCount", values)}`];
    }
    if (!caption) return [el("strong", {}, t("playBegins"))];
    return this.told(caption);
  }

  /** "Mon 5 Oct 09:34 Berlin · Sofia Rossi fills in …": the moment, the place, and what it is. */
  told(caption) {
    const tz = caption.tz || this.page.people.find(({ id }) => id === caption.who[0])?.tz || "UTC";
    const reader = { tz, locale: pageLocale() };
    const at = new Date(caption.at);
    const when = `${weekdayAndDay(at, reader)} ${clockTime(at, reader)} ${cityOf(tz)}`;
    return [el("strong", {}, when), " · ", this.sentence(caption), this.quoted(caption)].filter(Boolean);
  }

  sentence({ what, who, place, title }) {
    const names = who.map((id) => this.nameOf(id));
    const values = { who: names[0] ?? "", n: names.length, names: list(names), title };
    if (what === "day") return t(`day_${title}`);
    if (what === "posted") return t("play_posted", { ...values, place: this.placeName(place) });
    if (what === "asked" && names.length > 1) return t("play_askedMany", values);
    return t(`play_${what}`, values);
  }

  quoted({ what, words }) {
    if (!words || !["fills", "late", "types", "presses", "fails"].includes(what)) return null;
    const short = [...words].length > LONGEST_WORDS ? `${[...words].slice(0, LONGEST_WORDS).join("")}…` : words;
    return el("q", {}, short);
  }

  nameOf(id) {
    return this.page.people.find((person) => person.id === id)?.name ?? id;
  }

  placeName(id) {
    const known = this.page.panes.map((pane) => pane.places.get(id)).find(Boolean);
    return known ? sharedName(known) : "";
  }
}

const list = (names) => new Intl.ListFormat(pageLocale()).format(names);

const duration = (seconds) =>
  seconds < 60 ? t("seconds", { n: seconds }) : t("minutes", { n: Math.round(seconds / 60) });
