// One pane: a chat as one person sees it.
// It holds who they are and where they look, and asks the server for the rest;
// what only one platform has — threads, forms, to-dos — its own pane adds.

import * as server from "./api.js";
import { drawBar, whereAndWhen } from "./bar.js";
import { localDay } from "./dates.js";
import { el } from "./dom.js";
import { isShared, placeName } from "./names.js";
import { Reading } from "./reading.js";
import { language, t } from "./words.js";

export class Pane {
  constructor(platform, page, { app, person, place }) {
    Object.assign(this, { platform, page, app, person, place, unread: 0 });
    const here = page.people.filter((one) => one.platform === platform.id);
    this.people = new Map(here.map((one) => [one.id, one]));
    this.places = new Map();
    this.drafts = new Map();
    this.notices = new Map();
    this.reading = Reading.after(page.opened);
    this.bar = el("header", { class: "pane-bar" });
    this.body = el("div", { class: "pane-body" });
    this.element = el(
      "section",
      {
        class: "pane",
        "aria-label": platform.label,
        data: { platform: platform.id, showing: "main" },
      },
      this.bar,
      this.body,
    );
  }

  /** Draws the fixed parts, again after a change of language. */
  build() {
    this.columns = this.makeColumns();
    this.body.replaceChildren(this.columns.element);
    this.buildBar();
    this.aimComposer();
    this.fresh = true;
  }

  buildBar() {
    this.bar.replaceChildren(...drawBar(this));
  }

  showTime() {
    this.bar.querySelector(".pane-time").textContent = whereAndWhen(this);
  }

  /** Which column a narrow pane shows: "sidebar", "main" or "aside". */
  look(column) {
    this.element.dataset.showing = column;
  }

  /** What drawing needs to know; drawings made under another `key` are out of date. */
  get scene() {
    const { person, people, places, page } = this;
    const key = [person.id, localDay(page.now(), person), language(), places.size].join("|");
    return { person, people, places, now: () => page.now(), key };
  }

  get inSight() {
    return this.element.checkVisibility();
  }

  /** Whether the open place is not a conversation but the platform's own room, such as the home. */
  get inRoom() {
    return this.place === this.platform.room;
  }

  async refresh() {
    const me = this.person.id;
    const [all, view] = await Promise.all([server.places(me), server.view(me)]);
    const mine = all.filter((place) => place.platform === this.platform.id);
    this.settleOn(mine);
    const here = this.place;
    const messages = await this.fetchAll(mine, me, here);
    // The person or place may have changed while the server answered; their own refresh follows.
    if (me !== this.person.id || here !== this.place) return;
    this.places = new Map(mine.map((place) => [place.id, place]));
    this.show(messages, view);
  }

  /** The messages by place: the whole open place, but only the news of the others. */
  async fetchAll(mine, me, here) {
    const fetch = async (place) => {
      const since = place.id === here ? null : this.reading.upTo(me, place.id);
      const messages = await server.messages(place.id, me, since);
      return messages.filter((one) => !one.deleted && (!one.ephemeral_to || one.ephemeral_to === me));
    };
    const lists = await Promise.all(mine.map(fetch));
    return new Map(mine.map((place, index) => [place.id, lists[index]]));
  }

  /** Keeps the open place if this person has it, otherwise opens their first shared one. */
  settleOn(mine) {
    if (this.inRoom || mine.some((place) => place.id === this.place)) return;
    const draft = this.drafts.get(this.composerKey);
    this.place = (mine.find(isShared) ?? mine[0])?.id;
    // Whoever typed on while the places were on their way goes on here.
    if (draft && !this.drafts.get(this.composerKey)) this.drafts.set(this.composerKey, draft);
  }

  get composerKey() {
    return `${this.person.id}/${this.place}`;
  }

  show(messages, view) {
    const me = this.person.id;
    const here = messages.get(this.place) ?? [];
    // On a phone the other pane is out of sight, so its news stay news.
    if (this.inSight) this.reading.read(me, this.place, here.at(-1)?.ts);
    const count = (place) => [place.id, this.reading.count(messages.get(place.id), me, place)];
    const unread = new Map([...this.places.values()].map(count));
    this.unread = [...unread.values()].reduce((sum, some) => sum + some, 0);
    this.columns.showPlaces({ pane: this, unread, messages, view });
    this.columns.inRoom(this.inRoom, this.inRoom ? this.platform.roomName() : this.placeTitle());
    if (this.inRoom) this.showRoom(view);
    else this.showPlace(here);
    this.showNotice(view.notice, here);
    this.fresh = false;
  }

  /** The open conversation; `about` tells what a message's drawing depends on beside itself. */
  showPlace(messages, about) {
    const { columns } = this;
    const label = t("messageList", { place: this.placeTitle() });
    columns.list.show(messages, { about, label, fresh: this.fresh });
    columns.mayWrite(this.places.get(this.place));
    this.aimComposer();
  }

  placeTitle() {
    return placeName(this.place, this.scene);
  }

  /** At once on every change of person or place, so that nothing typed lands in the wrong draft. */
  aimComposer() {
    this.columns.composer.aim(this.composerKey, t("writeTo", { place: this.placeTitle() }));
  }

  showNotice(notice, messages) {
    const known = this.notices.get(this.person.id);
    this.notices.set(this.person.id, notice);
    // While a week plays, what is private news to the people in it would cover the strip.
    if (known === undefined || !notice || notice === known || this.page.play.on) return;
    // What stands in the chat or beside the composer already need not be told twice.
    const standsInChat = messages.some((message) => message.ephemeral_to && message.text === notice);
    if (!standsInChat && notice !== this.page.told) this.page.toast(notice);
  }

  async become(id) {
    this.person = this.people.get(id);
    this.leave();
    this.fresh = true;
    this.page.personChanged(this);
    this.aimComposer();
    if (this.inRoom) await this.open(this.place);
    else await this.page.refresh();
  }

  /** Shows a place as somebody sees it, without a change of language: the page follows a play. */
  aim(person, place) {
    if (person === this.person && place === this.place) return;
    this.person = person;
    this.place = place;
    this.leave();
    this.fresh = true;
    this.buildBar();
    this.aimComposer();
  }

  async open(place) {
    this.place = place;
    this.leave();
    this.fresh = true;
    this.page.remember();
    this.aimComposer();
    await this.act((me) => this.inRoom && this.enterRoom(me));
    // On a phone the keyboard would jump up and hide the chat.
    if (!this.inRoom && matchMedia("(hover: hover)").matches) this.columns.composer.box.focus();
  }

  /** What belonged to the person or place before is closed. */
  leave() {
    this.look("main");
  }

  /** Opening the room may be news to the server. */
  enterRoom() {}

  /** Puts words into the composer of a place where this person may write. */
  async useHint(words) {
    const mine = [...this.places.values()].filter((place) => isShared(place) && place.member);
    const writable = this.places.get(this.place)?.member;
    if (!writable && mine.length) await this.open(mine[0].id);
    this.columns.composer.offer(words);
  }

  /** Sends a message; a refusal is the composer's to tell, so it is not caught here. */
  async say(text, { thread, list = this.columns.list } = {}) {
    await server.say(this.person.id, this.place, text, thread);
    this.columns.hints?.notice({ said: text });
    list.toBottom();
    await this.page.refresh();
  }

  press(action) {
    return this.act(async (me) => {
      await server.press(me, action);
      this.columns.hints?.notice(action);
    });
  }

  join() {
    return this.act((me) => server.join(me, this.place));
  }

  /** Does something as this person, then shows what came of it. */
  act(work) {
    return this.page.attempt(async () => {
      await work(this.person.id);
      await this.page.refresh();
    });
  }
}
