// A row over DingTalk's composer with things to try; each goes into the box, not out.

import { button, el } from "../dom.js";
import { keep, recall } from "../memory.js";
import { t } from "../words.js";

const SEEN = "shopcrew.hints.dingtalk.seen";

export class Hints {
  constructor(use) {
    this.use = use;
    this.row = el("div", { class: "try", role: "group", "aria-label": t("tryThese"), hidden: true });
  }

  /** Words for this place: in a group they call the bot by its name. */
  aim(place, bot) {
    this.row.hidden = Boolean(recall(SEEN)) || !place || !bot;
    if (this.row.hidden) return;
    const called = place.kind === "im" ? "" : `@${bot.name} `;
    if (called === this.called) return;
    this.called = called;
    const chips = t("tryWords").split("|").map((words) => this.chip(called + words));
    const dismiss = button("plain", "✕", () => this.dismiss(), t("dismiss"));
    this.row.replaceChildren(el("span", { class: "try-label" }, t("tryThese")), ...chips, dismiss);
  }

  chip(words) {
    const chip = button("try-chip", words, () => this.use(words));
    chip.title = t("hintUse");
    return chip;
  }

  dismiss() {
    keep(SEEN, "yes");
    this.row.hidden = true;
  }

  /** Nothing is ticked off here. */
  notice() {}
}
