// Where a person writes. What was written leaves the box only once the server took it.

import { el, freshId, whileBusy } from "./dom.js";
import { t } from "./words.js";

export class Composer {
  /** `send` gets the text; `above` and `before` stand over and in front of the box. */
  constructor(pane, { send, above = null, before = null }) {
    this.pane = pane;
    this.sendText = send;
    this.listId = freshId("suggestions");
    this.list = el("ul", {
      class: "suggestions",
      role: "listbox",
      id: this.listId,
      "aria-label": t("suggestions"),
      hidden: true,
    });
    this.trouble = el("p", { class: "composer-trouble", role: "alert", hidden: true });
    this.box = this.makeBox();
    this.sendButton = el(
      "button",
      {
        type: "button",
        class: "send",
        "aria-label": t("send"),
        title: t("sendHint"),
        on: { click: () => this.send() },
      },
      "➤",
    );
    this.element = el(
      "form",
      { class: "composer", on: { submit: (event) => event.preventDefault() } },
      this.list,
      this.trouble,
      above,
      el("div", { class: "composer-box" }, before, this.box, this.sendButton),
    );
  }

  makeBox() {
    return el("textarea", {
      rows: 1,
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.listId,
      on: {
        input: () => this.onInput(),
        keydown: (event) => this.onKey(event),
        blur: () => this.hideSuggestions(),
        click: () => this.proposeNow(),
      },
    });
  }

  /** Points the box at another place or thread, with whatever was left unsent there. */
  aim(key, label) {
    this.box.setAttribute("aria-label", label);
    this.box.placeholder = label;
    if (key === this.key) return;
    this.key = key;
    this.fill(this.pane.drafts.get(key) ?? "");
    this.trouble.hidden = true;
  }

  fill(text) {
    this.box.value = text;
    this.pane.drafts.set(this.key, text);
    this.fit();
  }

  /** Puts words into the box for the person to look at and send. */
  offer(text) {
    this.fill(text);
    this.box.focus();
  }

  onInput() {
    this.pane.drafts.set(this.key, this.box.value);
    this.fit();
    this.proposeNow();
  }

  fit() {
    this.box.style.height = "auto";
    // A box that is hidden has no height to measure.
    if (this.box.scrollHeight) this.box.style.height = `${Math.min(this.box.scrollHeight, 200)}px`;
    this.sendButton.classList.toggle("ready", Boolean(this.box.value.trim()));
  }

  onKey(event) {
    // While an input method composes (Chinese, Japanese), Enter belongs to it.
    if (event.isComposing) return;
    if (!this.list.hidden && this.onSuggestionKey(event)) return event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.send();
  }

  onSuggestionKey({ key, shiftKey }) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) this.activate((this.active + step + this.offered.items.length) % this.offered.items.length);
    else if (key === "Escape") this.hideSuggestions();
    else if (key === "Tab" || (key === "Enter" && !shiftKey && this.moved))
      this.take(this.offered.items[this.active]);
    else if (key === "Enter" && !shiftKey && this.offered.completes)
      this.take(this.offered.items[this.active]);
    else return false;
    this.moved ||= Boolean(step);
    return true;
  }

  proposeNow() {
    const { selectionStart, selectionEnd, value } = this.box;
    const found = selectionStart === selectionEnd && this.pane.suggest(value.slice(0, selectionStart));
    if (!found) return this.hideSuggestions();
    this.offered = found;
    this.moved = false;
    this.list.replaceChildren(...found.items.map((item) => this.row(item)));
    this.list.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.activate(0);
  }

  row(item) {
    // mousedown, not click: the box must not lose the focus first.
    const take = (event) => {
      event.preventDefault();
      this.take(item);
    };
    return el(
      "li",
      { role: "option", id: freshId("suggestion"), on: { mousedown: take } },
      item.picture?.() ?? el("span", { class: "menu-icon" }, item.icon),
      el("span", {}, item.label, item.detail && el("small", {}, item.detail)),
    );
  }

  activate(index) {
    this.active = index;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
    this.box.setAttribute("aria-activedescendant", this.list.children[index].id);
    this.list.children[index].scrollIntoView({ block: "nearest" });
  }

  hideSuggestions() {
    this.list.hidden = true;
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  take({ insert }) {
    const { selectionStart: caret, value } = this.box;
    this.fill(value.slice(0, this.offered.start) + insert + value.slice(caret));
    const end = this.offered.start + insert.length;
    this.box.setSelectionRange(end, end);
    this.hideSuggestions();
    this.box.focus();
  }

  send() {
    const text = this.box.value;
    const { key } = this;
    if (!text.trim()) return null;
    this.hideSuggestions();
    return whileBusy(this.sendButton, async () => {
      this.trouble.hidden = true;
      try {
        await this.sendText(text);
      } catch (problem) {
        this.trouble.textContent = t("notSent", { reason: this.pane.page.explain(problem) });
        this.trouble.hidden = false;
        return;
      }
      // Someone may have typed on, or moved to another place, while the server answered.
      if (this.key === key && this.box.value === text) this.fill("");
      else if (this.pane.drafts.get(key) === text) this.pane.drafts.delete(key);
    });
  }
}
