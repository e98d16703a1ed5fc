// The fixed parts of a pane: places on the left, the open place in the middle, a thread on the right.

import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { Hints } from "./hints.js";
import { Home } from "./home.js";
import { MessageList } from "./messages.js";
import { t } from "./words.js";

/** Builds the columns; the pane fills them with what the server says. */
export class Columns {
  constructor(pane, { hints }) {
    this.pane = pane;
    this.list = new MessageList(pane, { threads: true });
    this.composer = new Composer(pane, { shortcuts: true, send: (text) => pane.say(text) });
    this.threadList = new MessageList(pane, { threads: false });
    this.threadComposer = new Composer(pane, { send: (text) => pane.say(text, pane.thread) });
    this.home = new Home(pane);
    this.sidebar = el("nav", { class: "sidebar", "aria-label": t("sidebar") });
    this.heading = el("h1", {});
    this.element = el("div", { class: "frame" }, this.sidebar, this.main(hints), this.threadColumn());
  }

  main(hints) {
    const back = button("plain back", t("back"), "‹", () => this.pane.look("sidebar"));
    const { app } = this.pane;
    this.hints = !hints ? null : new Hints({ command: app.command, use: (words) => this.pane.useHint(words) });
    this.joinBar = el(
      "div",
      { class: "join", hidden: true },
      t("notMember"),
      button("button primary", null, t("join"), () => this.pane.join()),
    );
    this.chat = el(
      "div",
      { class: "chat" },
      this.list.element,
      this.list.jump,
      this.joinBar,
      this.composer.element,
    );
    const head = el("header", { class: "column-head" }, back, this.heading);
    return el("div", { class: "main" }, head, this.hints?.element, this.chat, this.home.element);
  }

  threadColumn() {
    const close = button("plain", t("closeThread"), "✕", () => this.pane.closeThread());
    this.thread = el(
      "aside",
      { class: "thread", "aria-label": t("thread"), hidden: true },
      el("header", { class: "column-head" }, el("h2", {}, t("thread")), close),
      this.threadList.element,
      this.threadList.jump,
      this.threadComposer.element,
    );
    this.thread.addEventListener("keydown", (event) => leaves(event) && this.pane.closeThread());
    return this.thread;
  }
}

function button(kind, label, words, press) {
  return el("button", { type: "button", class: kind, "aria-label": label, on: { click: press } }, words);
}

/** Escape, unless a list or an input method inside took it for itself. */
const leaves = (event) => event.key === "Escape" && !event.defaultPrevented && !event.isComposing;
