// The App Home tab: what the bot drew for this person.

import { drawBlocks } from "./blocks.js";
import { el } from "../dom.js";
import { t } from "../words.js";

export class Home {
  constructor(pane) {
    this.pane = pane;
    this.fields = new Map();
    this.element = el("div", { class: "home", tabindex: "-1" });
  }

  /** Draws the view again only when it, the reader or the day changed, so an open field stays open. */
  show(view) {
    const drawing = JSON.stringify([{ ...view, hash: null, state: null }, this.pane.scene.key]);
    if (drawing === this.drawing) return;
    this.drawing = drawing;
    const blocks = view?.blocks ?? [];
    this.element.replaceChildren(
      blocks.length ? this.draw(blocks) : el("p", { class: "empty" }, t("emptyHome")),
    );
  }

  /** What the same reader had typed into the last drawing. */
  typed() {
    const same = this.reader === this.pane.scene.person.id;
    this.reader = this.pane.scene.person.id;
    return new Map(same ? [...this.fields].map(([key, field]) => [key, field.read()]) : []);
  }

  draw(blocks) {
    const kept = this.typed();
    this.fields = new Map();
    const press = (action) => this.pane.press({ view: "home", ...action });
    const surface = { scene: this.pane.scene, press, kept, fields: this.fields };
    return el("div", { class: "home-page" }, drawBlocks(blocks, surface));
  }
}
