// The fixed parts of a pane: places on the left, the open place in the middle, perhaps more on the right.

import { Composer } from "./composer.js";
import { button, el } from "./dom.js";
import { MessageList } from "./messages.js";
import { showSidebar } from "./sidebar.js";
import { t } from "./words.js";

/** Builds the columns; the pane fills them with what the server says. */
export class Columns {
  /**
   * `drawMessage` and `drawPlaces` are the platform's; `composer` is passed on to it, `hints` stands
   * over the chat or the composer, `room` is shown instead of the chat, `aside` beside it.
   */
  constructor(pane, { drawMessage, drawPlaces, composer, hints, room, aside, list }) {
    Object.assign(this, { pane, drawPlaces, hints, room, aside });
    this.list = new MessageList(pane, (message, way) => drawMessage(message, { ...way, ...list }, pane));
    this.composer = new Composer(pane, composer);
    this.sidebar = el("nav", { class: "sidebar", "aria-label": t("sidebar") });
    this.heading = el("h1", {});
    this.element = el("div", { class: "frame" }, this.sidebar, this.main(), aside);
  }

  main() {
    const back = button("plain back", "‹", () => this.pane.look("sidebar"), t("back"));
    this.joinBar = el(
      "div",
      { class: "join", hidden: true },
      t("notMember"),
      button("button primary", t("join"), () => this.pane.join()),
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
    return el("div", { class: "main" }, head, this.hints?.element, this.chat, this.room);
  }

  showPlaces(state) {
    showSidebar(this.sidebar, this.drawPlaces(state));
  }

  inRoom(isIt, name) {
    this.heading.textContent = name;
    this.chat.hidden = isIt;
    this.room.hidden = !isIt;
  }

  /** Offers the composer, or to join first. */
  mayWrite(place) {
    this.joinBar.hidden = place?.member !== false;
    this.composer.element.hidden = !this.joinBar.hidden;
  }
}
