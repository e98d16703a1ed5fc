// One pane: a chat as one person sees it.
// It holds who they are and where they look, and asks the server for the rest.

import * as server from "./api.js";
import { Columns } from "./columns.js";
import { localDay } from "./dates.js";
import { el } from "./dom.js";
import { Modal } from "./modal.js";
import { placeName } from "./names.js";
import { Reading } from "./reading.js";
import { HOME, showSidebar } from "./sidebar.js";
import { language, t } from "./words.js";

export class Pane {
  constructor(platform, page, { app, person, place }) {
    Object.assign(this, { platform, page, app, person, place, thread: null });
    const here = page.people.filter((one) => one.platform === platform.id);
    this.people = new Map(here.map((one) => [one.id, one]));
    this.places = new Map();
    this.drafts = new Map();
    this.notices = new Map();
    this.reading = new Reading((page.now().getTime() / 1000).toFixed(6));
    this.modal = new Modal(this);
    this.element = el("section", {
      class: "pane",
      "aria-label": platform.label,
      data: { platform: platform.id, showing: "main" },
    });
  }

  /** Draws the fixed parts, again after a change of language. */
  build() {
    this.columns = new Columns(this, { hints: this.page.panes[0] === this });
    this.element.replaceChildren(this.columns.element, this.modal.element);
    this.cover(!this.modal.element.hidden);
    this.aimComposer();
    this.fresh = true;
  }

  /** The menu of what the bot offers everywhere ("global") or for one message ("message"). */
  shortcutItems(kind, also = {}) {
    const fitting = this.app.shortcuts.filter((shortcut) => shortcut.kind === kind);
    return fitting.map(({ name, callback_id }) => ({
      label: name,
      icon: "📌",
      run: () => this.useShortcut({ callback_id, ...also }),
    }));
  }

  /** Puts everything but the modal out of reach, or back. */
  cover(covered) {
    this.columns.element.inert = covered;
  }

  /** Which column a narrow pane shows: "sidebar", "main" or "thread". */
  look(column) {
    this.element.dataset.showing = column;
  }

  /** What drawing needs to know; drawings made under another `key` are out of date. */
  get scene() {
    const { person, people, places, page } = this;
    const key = [person.id, localDay(page.now(), person), language(), places.size].join("|");
    return { person, people, places, now: () => page.now(), key };
  }

  async refresh() {
    const me = this.person.id;
    const [all, view] = await Promise.all([server.places(me), server.view(me)]);
    const mine = all.filter((place) => place.platform === this.platform.id);
    this.settleOn(mine);
    const here = this.place;
    const lists = await Promise.all(mine.map((place) => this.fetch(place, me, here)));
    // The person or place may have changed while the server answered; their own refresh follows.
    if (me !== this.person.id || here !== this.place) return;
    this.places = new Map(mine.map((place) => [place.id, place]));
    this.show(new Map(mine.map((place, index) => [place.id, lists[index]])), view);
  }

  /** Keeps the open place if this person has it, otherwise opens their first channel. */
  settleOn(mine) {
    if (this.place === HOME || mine.some((place) => place.id === this.place)) return;
    const draft = this.drafts.get(this.composerKey);
    this.place = (mine.find((place) => place.kind === "channel") ?? mine[0])?.id;
    // Whoever typed on while the places were on their way goes on here.
    if (draft && !this.drafts.get(this.composerKey)) this.drafts.set(this.composerKey, draft);
  }

  get composerKey() {
    return `${this.person.id}/${this.place}`;
  }

  /** The whole open place, but only the news of the others. */
  async fetch(place, me, here) {
    const since = place.id === here ? null : this.reading.upTo(me, place.id);
    const messages = await server.messages(place.id, me, since);
    return messages.filter((one) => !one.deleted && (!one.ephemeral_to || one.ephemeral_to === me));
  }

  show(messages, view) {
    const me = this.person.id;
    const here = messages.get(this.place) ?? [];
    this.reading.read(me, this.place, here.at(-1)?.ts);
    const count = (place) => [place.id, this.reading.count(messages.get(place.id), me, place)];
    const unread = new Map([...this.places.values()].map(count));
    const open = (id) => this.open(id);
    showSidebar(this.columns.sidebar, { scene: this.scene, place: this.place, unread, open });
    this.showPlace(here, view);
    this.showThread(here);
    this.modal.show(view);
    this.showNotice(view.notice, here);
    this.fresh = false;
  }

  showPlace(messages, view) {
    const { columns, scene } = this;
    const atHome = this.place === HOME;
    const name = atHome ? t("home") : placeName(this.place, scene);
    columns.heading.textContent = name;
    columns.chat.hidden = atHome;
    columns.home.element.hidden = !atHome;
    if (atHome) return columns.home.show(view.home);
    const replies = Map.groupBy(messages.filter(isReply), (one) => one.thread_ts);
    const shown = messages.filter((one) => !isReply(one) || one.subtype === "thread_broadcast");
    columns.list.show(shown, { replies, label: t("messageList", { place: name }), fresh: this.fresh });
    columns.joinBar.hidden = this.places.get(this.place)?.member !== false;
    columns.composer.element.hidden = !columns.joinBar.hidden;
    this.aimComposer();
  }

  /** At once on every change of person or place, so that nothing typed lands in the wrong draft. */
  aimComposer() {
    const place = placeName(this.place, this.scene);
    this.columns.composer.aim(this.composerKey, t("writeTo", { place }));
  }

  showThread(messages) {
    const { columns, thread } = this;
    const shown = messages.filter((one) => one.ts === thread || one.thread_ts === thread);
    columns.thread.hidden = !thread || !shown.length;
    if (columns.thread.hidden) return;
    columns.threadList.show(shown, { label: t("thread"), fresh: this.fresh || this.threadFresh });
    this.threadFresh = false;
    columns.threadComposer.aim(`${this.composerKey}/${thread}`, t("writeReply"));
  }

  showNotice(notice, messages) {
    const known = this.notices.get(this.person.id);
    this.notices.set(this.person.id, notice);
    if (known === undefined || !notice || notice === known) return;
    // What stands in the chat or beside the composer already need not be told twice.
    const standsInChat = messages.some((message) => message.ephemeral_to && message.text === notice);
    if (!standsInChat && notice !== this.page.told) this.page.toast(notice);
  }

  async become(id) {
    this.person = this.people.get(id);
    this.closeThread();
    this.modal.hide();
    this.fresh = true;
    this.page.personChanged();
    this.aimComposer();
    if (this.place === HOME) await this.open(HOME);
    else await this.page.refresh();
  }

  async open(place) {
    this.place = place;
    this.closeThread();
    this.fresh = true;
    this.page.remember();
    this.aimComposer();
    await this.act((me) => place === HOME && server.openHome(me));
    // On a phone the keyboard would jump up and hide the chat.
    if (place !== HOME && matchMedia("(hover: hover)").matches) this.columns.composer.box.focus();
  }

  async openThread(ts, { write = false } = {}) {
    this.thread = ts;
    this.threadFresh = true;
    this.look("thread");
    await this.page.refresh();
    if (write) this.columns.threadComposer.box.focus();
  }

  closeThread() {
    this.thread = null;
    this.columns.thread.hidden = true;
    this.look("main");
  }

  async useHint(command) {
    const mine = [...this.places.values()].filter((place) => place.kind === "channel" && place.member);
    const writable = this.places.get(this.place)?.member;
    if (!writable && mine.length) await this.open(mine[0].id);
    this.columns.composer.offer(command);
  }

  /** Sends a message; a refusal is the composer's to tell, so it is not caught here. */
  async say(text, thread) {
    await server.say(this.person.id, this.place, text, thread);
    this.columns.hints?.notice({ said: text });
    (thread ? this.columns.threadList : this.columns.list).toBottom();
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

  useShortcut(which) {
    return this.act((me) => server.shortcut(me, which));
  }

  /** Does something as this person, then shows what came of it. */
  act(work) {
    return this.page.attempt(async () => {
      await work(this.person.id);
      await this.page.refresh();
    });
  }
}

const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;
