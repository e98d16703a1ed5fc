// The card for someone's first visit: three things to try, each ticked off once it was done.

import { el } from "../dom.js";
import { keep, recall } from "../memory.js";
import { t } from "../words.js";

const SEEN = "shopcrew.hints.seen";
const DONE = "shopcrew.hints.done";

/** What counts as having tried each step; `button` is the name the bot gave to what was pressed. */
const STEPS = {
  task: ({ said }) => /^\/\S+\s+(task|任务)\s/i.test(said ?? ""),
  undo: ({ button }) => /\bundo\b/.test(button ?? ""),
  fill: ({ button }) => /\bfill\b/.test(button ?? ""),
};

export class Hints {
  /** `command` is the bot's, `use` gets the words to put into the composer. */
  constructor({ command, use }) {
    this.done = new Set((recall(DONE) ?? "").split(" "));
    this.steps = this.draw(`${command} ${t("hint1Words")}`, use);
    const dismiss = el("button", { type: "button", class: "button" }, t("dismiss"));
    dismiss.addEventListener("click", () => (keep(SEEN, "yes"), this.element.remove()));
    this.element = el(
      "aside",
      { class: "hints", "aria-label": t("hintTitle"), hidden: recall(SEEN) },
      el("h2", {}, `🍵 ${t("hintTitle")}`),
      el("ol", {}, Object.values(this.steps)),
      dismiss,
    );
    this.tick();
  }

  draw(words, use) {
    const command = el(
      "button",
      { type: "button", class: "hint-command", title: t("hintUse"), on: { click: () => use(words) } },
      words,
    );
    return {
      task: el("li", {}, t("hint1"), " ", command),
      undo: el("li", {}, t("hint2")),
      fill: el("li", {}, t("hint3")),
    };
  }

  /** Ticks off what this deed — `{said}` or `{button}` — completes. */
  notice(deed) {
    const before = this.done.size;
    for (const [step, completes] of Object.entries(STEPS)) if (completes(deed)) this.done.add(step);
    if (this.done.size === before) return;
    keep(DONE, [...this.done].join(" ").trim());
    this.tick();
  }

  tick() {
    for (const [step, row] of Object.entries(this.steps)) {
      const done = this.done.has(step);
      row.classList.toggle("done", done);
      row.setAttribute("aria-label", done ? `${row.textContent} — ${t("hintDone")}` : row.textContent);
    }
  }
}
