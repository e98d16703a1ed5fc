// DingTalk's columns: hints and the quoted message at the composer, to-dos in the middle, a page at the side.

import { Columns } from "../columns.js";
import { el } from "../dom.js";
import { Hints } from "./hints.js";
import { drawMessage } from "./message.js";
import { SidePanel } from "./panel.js";
import { QuoteBar } from "./quote.js";
import { drawPlaces } from "./sidebar.js";
import { Todos } from "./todos.js";

export class DingTalkColumns extends Columns {
  constructor(pane) {
    const todos = new Todos(pane);
    const panel = new SidePanel(pane);
    const quoteBar = new QuoteBar(pane);
    const hints = new Hints((words) => pane.useHint(words));
    super(pane, {
      drawMessage,
      drawPlaces,
      composer: {
        send: (text) => pane.send(text),
        above: el("div", { class: "above" }, hints.row, quoteBar.element),
      },
      hints,
      room: todos.element,
      aside: panel.element,
    });
    Object.assign(this, { todos, panel, quoteBar });
  }

  /** Nobody answers in 工作通知. */
  mayWrite(place) {
    super.mayWrite(place);
    if (place?.kind === "im" && !this.pane.people.has(place.with)) this.composer.element.hidden = true;
  }
}
