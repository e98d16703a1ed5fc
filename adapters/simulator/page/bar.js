// The strip over a pane: which chat it is, what time it is there, and who the visitor plays.

import { clockTime } from "./dates.js";
import { el } from "./dom.js";
import { cityOf } from "./names.js";
import { drawYou } from "./you.js";

export function drawBar(pane) {
  return [
    el(
      "div",
      { class: "pane-name" },
      el("span", { class: "pane-mark", "aria-hidden": "true" }, pane.platform.label[0]),
      el("strong", {}, pane.platform.label),
      el("small", { class: "pane-time" }, whereAndWhen(pane)),
    ),
    drawYou(pane),
  ];
}

/** "Hangzhou 15:05": as the person of this pane would say it. */
export const whereAndWhen = ({ person, page }) =>
  `${cityOf(person.tz)} ${clockTime(page.now(), { ...person, locale: "en-GB" })}`;
