// On a phone one pane shows at a time; this switch at the bottom changes between them.

import { el } from "./dom.js";
import { cityOf } from "./names.js";
import { unreadBadge } from "./sidebar.js";
import { t } from "./words.js";

export class Switch {
  constructor(page) {
    this.page = page;
    this.element = document.getElementById("switch");
    this.shown = null;
  }

  /** Draws one button for each pane; a single pane needs no switch. */
  build() {
    const { panes } = this.page;
    this.element.hidden = panes.length < 2;
    this.element.setAttribute("aria-label", t("chats"));
    this.show(this.shown ?? panes[0]);
  }

  show(shown) {
    this.shown = shown;
    for (const pane of this.page.panes) pane.element.toggleAttribute("data-shown", pane === shown);
    this.draw();
  }

  draw() {
    const focused = this.element.contains(document.activeElement);
    this.element.replaceChildren(...this.page.panes.map((pane) => this.button(pane)));
    if (focused) this.element.querySelector("[aria-pressed=true]").focus();
  }

  button(pane) {
    const choose = () => {
      this.show(pane);
      this.page.refresh();
    };
    return el(
      "button",
      {
        type: "button",
        "aria-pressed": String(pane === this.shown),
        data: { platform: pane.platform.id },
        on: { click: choose },
      },
      el("strong", {}, pane.platform.label),
      el("small", {}, `${cityOf(pane.person.tz)} · ${pane.person.name}`),
      pane !== this.shown && pane.unread > 0 && unreadBadge(pane.unread),
    );
  }
}
