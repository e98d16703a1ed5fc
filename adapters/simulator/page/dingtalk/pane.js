// DingTalk's pane: quotes instead of threads, cards with forms, to-dos, pages at the side.

import * as server from "../api.js";
import { Pane } from "../chat.js";
import { DingTalkColumns } from "./columns.js";
import { meaningOf } from "./links.js";
import { suggest } from "./suggestions.js";

export class DingTalkPane extends Pane {
  constructor(...given) {
    super(...given);
    this.quoted = null;
    // What stands in forms that were not sent: DingTalk keeps it in the client only.
    this.typed = new Map();
    this.lasts = new Map();
    this.known = new Map();
  }

  makeColumns() {
    return new DingTalkColumns(this);
  }

  suggest(before) {
    return suggest(before, this);
  }

  /**
   * Who asks for one place has read it, as DingTalk counts, so only the open one is asked for by
   * name; all others come together: once from their beginning, for the line that the list shows.
   */
  async fetchAll(mine, me, here) {
    const reading = this.inSight && mine.some((place) => place.id === here);
    const since = this.lasts.has(me) && reading ? this.reading.since : null;
    const [all, open] = await Promise.all([
      server.messages(null, me, since),
      reading ? server.messages(here, me) : null,
    ]);
    const lists = Map.groupBy(all, (message) => message.in);
    if (open) lists.set(here, open);
    const lasts = this.lasts.get(me) ?? new Map();
    for (const [place, messages] of lists) lasts.set(place, messages.at(-1) ?? lasts.get(place));
    this.lasts.set(me, lasts);
    return new Map(mine.map(({ id }) => [id, lists.get(id) ?? []]));
  }

  /** The newest message of a place, as far as this person saw any. */
  last(place) {
    return this.lasts.get(this.person.id)?.get(place.id);
  }

  showPlace(messages) {
    this.known = new Map(messages.map((message) => [message.ts, message]));
    super.showPlace(messages, ({ quoted }) => ({ quoted: this.known.get(quoted) ?? null }));
    this.columns.hints.aim(this.places.get(this.place), this.bot);
  }

  showRoom(view) {
    this.columns.todos.show(view.todos ?? []);
  }

  /** The robot of this company. */
  get bot() {
    return [...this.people.values()].find((person) => person.is_bot);
  }

  leave() {
    this.quote(null);
    this.columns.panel.close();
    super.leave();
  }

  /** Takes a message into the composer to answer it; null lets go of it. */
  quote(message) {
    this.quoted = message;
    this.columns.quoteBar.show(message, this.scene);
    if (message) this.columns.composer.box.focus();
  }

  async send(text) {
    await this.say(text, { thread: this.quoted?.ts });
    this.quote(null);
  }

  submitForm(message, values) {
    return this.act((me) => server.submit(me, values, message.ts));
  }

  /** Presses a button; an address of its own is followed at once, while the browser still allows it. */
  pressButton(message, { id, url }) {
    const { page, elsewhere } = url ? meaningOf(url) : {};
    if (page || elsewhere) this.follow(url);
    return this.press({ message: message.ts, button: id });
  }

  /** Does what an address in a message means: says something, opens a page beside the chat or a tab. */
  follow(address, message) {
    const { say, page, elsewhere } = meaningOf(address);
    if (say) return this.press({ message: message.ts, button: address });
    if (page) this.columns.panel.open(page);
    if (elsewhere) window.open(elsewhere, "_blank", "noopener,noreferrer");
    return null;
  }

  closePage() {
    this.columns.panel.close();
    return this.act((me) => server.close(me));
  }

  /** When no good answer came to a press, DingTalk says so itself, as a notice. */
  act(work) {
    return super.act(async (me) => {
      try {
        await work(me);
      } catch (problem) {
        if (!problem.answer?.trouble) throw problem;
        this.notices.set(me, null);
      }
    });
  }
}
