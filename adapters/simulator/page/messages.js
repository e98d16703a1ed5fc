// A list of messages by days, which stays at its end until somebody scrolls up.

import { localDay, nearDay, weekdayAndDay } from "./dates.js";
import { el } from "./dom.js";
import { pageLocale, t } from "./words.js";

const SAME_BREATH = 5 * 60 * 1000;

export class MessageList {
  /** `draw(message, way)` makes a message's node; `way.compact` when it goes on from the one before. */
  constructor(pane, draw) {
    this.pane = pane;
    this.draw = draw;
    this.drawn = new Map();
    this.rows = el("div", { class: "rows" });
    this.element = el("div", { class: "messages", role: "log", tabindex: "0" }, this.rows);
    this.jump = el(
      "button",
      { type: "button", class: "button jump", hidden: true, on: { click: () => this.toBottom() } },
      `${t("newMessages")} ↓`,
    );
    this.following = true;
    this.element.addEventListener("scroll", () => this.onScroll());
    const sizes = new ResizeObserver(() => this.following && this.toBottom());
    sizes.observe(this.element);
    sizes.observe(this.rows);
  }

  /** Draws `messages`; nodes whose message did not change stay the same nodes, focus and all. */
  show(messages, { about = () => ({}), label, fresh = false }) {
    const follow = fresh || this.following;
    const last = messages.at(-1)?.ts;
    const nodes = messages.length
      ? this.nodes(messages, about)
      : [el("p", { class: "empty" }, t("emptyPlace"))];
    const refocus = holdFocus(this.rows);
    replaceOnly(this.rows, nodes);
    refocus();
    this.element.setAttribute("aria-label", label);
    if (follow) this.toBottom();
    else if (last !== this.last) this.jump.hidden = false;
    this.last = last;
  }

  onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    this.following = scrollHeight - scrollTop - clientHeight < 60;
    if (this.following) this.jump.hidden = true;
  }

  toBottom() {
    this.following = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.jump.hidden = true;
  }

  nodes(messages, about) {
    const { scene } = this.pane;
    const drawn = new Map();
    const nodes = messages.flatMap((message, index) => {
      const before = messages[index - 1];
      const newDay =
        !before ||
        localDay(new Date(before.at), scene.person) !== localDay(new Date(message.at), scene.person);
      const compact = !newDay && continues(before, message);
      const node = this.node(message, { compact, ...about(message) }, drawn);
      return newDay ? [this.dayLine(message), node] : [node];
    });
    this.drawn = drawn;
    return nodes;
  }

  node(message, way, drawn) {
    const key = JSON.stringify([message, way, this.pane.scene.key]);
    const known = this.drawn.get(message.ts);
    const node = known?.key === key ? known.node : this.draw(message, way);
    drawn.set(message.ts, { key, node });
    return node;
  }

  dayLine(message) {
    const date = new Date(message.at);
    const { person, now } = this.pane.scene;
    const near = nearDay(date, person, now());
    const day = weekdayAndDay(date, { ...person, locale: pageLocale() });
    const words = near ? `${t(near)} · ${day}` : day;
    return el("div", { class: "day", role: "separator" }, el("span", {}, words));
  }
}

const continues = (before, message) =>
  before.user === message.user &&
  !before.ephemeral_to === !message.ephemeral_to &&
  new Date(message.at) - new Date(before.at) < SAME_BREATH;

/** Where somebody types inside a message: after it was drawn again, the returned function goes back. */
function holdFocus(rows) {
  const typing = rows.contains(document.activeElement) ? document.activeElement : null;
  const field = typing?.closest("[data-field]")?.dataset.field;
  const message = typing?.closest("[data-ts]")?.dataset.ts;
  return () => {
    if (!field || typing.isConnected) return;
    const place = `[data-ts="${CSS.escape(message)}"] [data-field="${CSS.escape(field)}"]`;
    const again = rows.querySelector(`${place} :is(input, textarea, select, button)`);
    again?.focus();
    if (again?.selectionStart != null) again.setSelectionRange(typing.selectionStart, typing.selectionEnd);
  };
}

/** Makes `nodes` the children of `parent`; those that stay are not moved, so they keep the focus. */
function replaceOnly(parent, nodes) {
  const staying = new Set(nodes);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
