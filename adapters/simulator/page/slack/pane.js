// Slack's pane: threads, forms over the chat, the home tab and the app's shortcuts.

import * as server from "../api.js";
import { Pane } from "../chat.js";
import { t } from "../words.js";
import { SlackColumns } from "./columns.js";
import { commandsOf } from "./commands.js";
import { Modal } from "./modal.js";
import { suggest } from "./suggestions.js";

export class SlackPane extends Pane {
  constructor(...given) {
    super(...given);
    this.thread = null;
    this.modal = new Modal(this);
  }

  makeColumns() {
    return new SlackColumns(this, { hints: this.page.panes[0] === this });
  }

  build() {
    super.build();
    this.body.append(this.modal.element);
    this.cover(!this.modal.element.hidden);
    this.threadFresh = true;
  }

  /** Puts everything but the modal out of reach, or back. */
  cover(covered) {
    this.columns.element.inert = covered;
  }

  suggest(before) {
    return suggest(before, { commands: () => commandsOf(this.app.command), scene: this.scene });
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

  useShortcut(which) {
    return this.act((me) => server.shortcut(me, which));
  }

  enterRoom(me) {
    return server.openHome(me);
  }

  show(messages, view) {
    super.show(messages, view);
    this.showThread(messages.get(this.place) ?? []);
    this.modal.show(view);
  }

  showRoom(view) {
    this.columns.home.show(view.home);
  }

  showPlace(messages) {
    const replies = Map.groupBy(messages.filter(isReply), (one) => one.thread_ts);
    const brief = ({ ts, user, at }) => ({ ts, user, at });
    const about = (message) => ({ answers: (replies.get(message.ts) ?? []).map(brief) });
    const shown = messages.filter((one) => !isReply(one) || one.subtype === "thread_broadcast");
    super.showPlace(shown, about);
  }

  showThread(messages) {
    const { columns, thread } = this;
    const shown = messages.filter((one) => one.ts === thread || one.thread_ts === thread);
    columns.thread.hidden = !thread || !shown.length;
    if (columns.thread.hidden) return;
    columns.threadList.show(shown, { label: t("thread"), fresh: this.threadFresh });
    this.threadFresh = false;
    columns.threadComposer.aim(`${this.composerKey}/${thread}`, t("writeReply"));
  }

  leave() {
    this.closeThread();
    this.modal.hide();
  }

  async openThread(ts, { write = false } = {}) {
    this.thread = ts;
    this.threadFresh = true;
    this.look("aside");
    await this.page.refresh();
    if (write) this.columns.threadComposer.box.focus();
  }

  closeThread() {
    this.thread = null;
    this.columns.thread.hidden = true;
    this.look("main");
  }

  reply(text) {
    return this.say(text, { thread: this.thread, list: this.columns.threadList });
  }
}

const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;
