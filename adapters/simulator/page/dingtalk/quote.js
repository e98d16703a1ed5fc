// Quoting: DingTalk's way to answer one message. The quote stands over the words that answer it.

import { button, el } from "../dom.js";
import { t } from "../words.js";
import { snippet } from "./snippet.js";

/** The quoted message inside a bubble; pressing it goes there. */
export function drawQuote(quoted, pane) {
  const go = () => {
    const place = pane.columns.list.rows.querySelector(`[data-ts="${CSS.escape(quoted.ts)}"]`);
    place?.scrollIntoView({ block: "center" });
  };
  return button("quote", words(quoted, pane.scene), go);
}

const words = (quoted, scene) => {
  const author = scene.people.get(quoted.user)?.name ?? "";
  return [el("b", {}, `${author}: `), snippet(quoted, scene)];
};

/** Over the composer: what the next message will quote. */
export class QuoteBar {
  constructor(pane) {
    this.words = el("span", { class: "quote-words" });
    this.element = el(
      "div",
      { class: "quote-bar", hidden: true },
      this.words,
      button("plain", "✕", () => pane.quote(null), t("quoteNot")),
    );
  }

  show(message, scene) {
    this.element.hidden = !message;
    if (message) this.words.replaceChildren(...words(message, scene));
  }
}
