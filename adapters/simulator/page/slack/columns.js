// Slack's columns: hints and the home in the middle, a thread on the right.

import { Columns } from "../columns.js";
import { Composer } from "../composer.js";
import { button, el } from "../dom.js";
import { MessageList } from "../messages.js";
import { openMenu } from "../popup.js";
import { t } from "../words.js";
import { Hints } from "./hints.js";
import { Home } from "./home.js";
import { drawMessage } from "./message.js";
import { drawPlaces } from "./sidebar.js";

export class SlackColumns extends Columns {
  constructor(pane, { hints }) {
    const home = new Home(pane);
    const thread = el("aside", { class: "aside thread", "aria-label": t("thread"), hidden: true });
    super(pane, {
      drawMessage,
      drawPlaces,
      list: { threads: true },
      composer: { before: shortcutsButton(pane), send: (text) => pane.say(text) },
      hints: hints && new Hints({ command: pane.app.command, use: (words) => pane.useHint(words) }),
      room: home.element,
      aside: thread,
    });
    this.home = home;
    this.thread = thread;
    this.fillThread(pane);
  }

  fillThread(pane) {
    this.threadList = new MessageList(pane, (message, way) => drawMessage(message, way, pane));
    this.threadComposer = new Composer(pane, { send: (text) => pane.reply(text) });
    this.thread.append(
      el(
        "header",
        { class: "column-head" },
        el("h2", {}, t("thread")),
        button("plain", "✕", () => pane.closeThread(), t("closeThread")),
      ),
      this.threadList.element,
      this.threadList.jump,
      this.threadComposer.element,
    );
    this.thread.addEventListener("keydown", (event) => leaves(event) && pane.closeThread());
  }
}

/** What the bot offers everywhere, as a menu beside the composer; nothing when it offers nothing. */
function shortcutsButton(pane) {
  const items = pane.shortcutItems("global");
  if (!items.length) return null;
  const opener = button("plain", "⚡", () => openMenu(opener, items, { above: true }), t("shortcuts"));
  opener.title = t("shortcuts");
  opener.setAttribute("aria-haspopup", "menu");
  return opener;
}

/** Escape, unless a list or an input method inside took it for itself. */
const leaves = (event) => event.key === "Escape" && !event.defaultPrevented && !event.isComposing;
