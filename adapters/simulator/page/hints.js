// The card for someone's first visit: three things to try.

import { el } from "./dom.js";
import { t } from "./words.js";

const SEEN = "shopcrew.hints.seen";

/** The card, or null once dismissed; `use` gets the command to put into the composer. */
export function drawHints(use) {
  if (recall(SEEN)) return null;
  const card = el("aside", { class: "hints", "aria-label": t("hintTitle") });
  const dismiss = () => {
    keep(SEEN, "yes");
    card.remove();
  };
  const command = el(
    "button",
    {
      type: "button",
      class: "hint-command",
      title: t("hintUse"),
      on: { click: () => use(t("hint1Command")) },
    },
    t("hint1Command"),
  );
  card.append(
    el("h2", {}, `🍵 ${t("hintTitle")}`),
    el("ol", {}, el("li", {}, t("hint1"), " ", command), el("li", {}, t("hint2")), el("li", {}, t("hint3"))),
    el("button", { type: "button", class: "button", on: { click: dismiss } }, t("dismiss")),
  );
  return card;
}

/** What this browser keeps between visits; a browser that keeps nothing is fine too. */
export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Private windows may refuse; then the hint simply comes back.
  }
}
