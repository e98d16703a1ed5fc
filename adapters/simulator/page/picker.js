// A box to choose one or several of many: type to search, arrows to move, Enter to choose.

import { el, freshId } from "./dom.js";
import { openPopup } from "./popup.js";
import { t } from "./words.js";

/**
 * `options` are `{value, label, detail?, group?, picture?}`; `changed` gets the chosen values
 * when the choice is made (for several: when the list closes). `ask` gets what was typed and
 * gives the options for it, where they are not known from the start.
 */
export class Picker {
  constructor({
    options,
    chosen = [],
    multiple = false,
    max = Infinity,
    placeholder,
    label,
    changed = () => {},
    ask,
  }) {
    Object.assign(this, { options, chosen, multiple, max, placeholder, changed, ask });
    this.listId = freshId("list");
    this.input = this.makeInput(label);
    this.box = el("div", { class: "picker-box", on: { click: () => this.onBoxClick() } });
    this.element = el("div", { class: multiple ? "picker picker-many" : "picker" }, this.box);
    this.drawBox();
  }

  onBoxClick() {
    this.input.focus();
    this.open();
  }

  makeInput(label) {
    const on = {
      focus: () => this.multiple || this.input.select(),
      input: () => this.search(),
      keydown: (event) => this.onKey(event),
      blur: () => this.close?.(),
    };
    return el("input", {
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.listId,
      "aria-label": label,
      on,
    });
  }

  drawBox() {
    const found = this.chosen
      .map((value) => this.options.find((option) => option.value === value))
      .filter(Boolean);
    const single = this.multiple ? null : found[0];
    this.input.value = single?.label ?? "";
    this.input.placeholder = this.multiple && found.length ? "" : (this.placeholder ?? t("choose"));
    const before = this.multiple ? found.map((option) => this.chip(option)) : [single?.picture?.()];
    // The input itself stays in place: moving it would take the focus away and close the list.
    if (!this.input.parentNode) this.box.append(this.input);
    for (const other of [...this.box.children]) if (other !== this.input) other.remove();
    this.input.before(...before.filter(Boolean));
  }

  chip(option) {
    const remove = (event) => {
      event.stopPropagation();
      this.toggle(option.value);
      if (!this.close) this.changed(this.chosen);
    };
    const label = t("remove", { what: option.label });
    return el(
      "span",
      { class: "chip" },
      option.label,
      el("button", { type: "button", "aria-label": label, on: { click: remove } }, "×"),
    );
  }

  open() {
    if (this.close) return;
    const before = JSON.stringify(this.chosen);
    this.list = el("ul", {
      role: "listbox",
      id: this.listId,
      class: "picker-list",
      "aria-multiselectable": String(this.multiple),
    });
    // A press inside the list must not take the focus from the search box.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.drawList("");
    this.look("");
    this.input.setAttribute("aria-expanded", "true");
    if (!this.multiple) this.input.select();
    const closed = () => {
      this.close = null;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
      this.drawBox();
      if (JSON.stringify(this.chosen) !== before) this.changed(this.chosen);
    };
    this.close = openPopup(this.box, this.list, { closed, keepFocus: true });
  }

  search() {
    this.open();
    this.drawList(this.input.value);
    this.look(this.input.value);
  }

  /** Asks for more options; an answer that comes after the next question is too late. */
  async look(words) {
    if (!this.ask) return;
    const asked = (this.asked = Symbol(words));
    const found = await this.ask(words).catch(() => []);
    const known = new Set(this.options.map((option) => option.value));
    this.options = [...this.options, ...found.filter((option) => !known.has(option.value))];
    if (this.close && asked === this.asked) this.drawList(words);
  }

  drawList(words) {
    const wanted = words.trim().toLowerCase();
    this.found = this.options.filter((option) =>
      `${option.label} ${option.detail ?? ""}`.toLowerCase().includes(wanted),
    );
    const rows = [];
    let group;
    for (const option of this.found) {
      if (option.group && option.group !== group)
        rows.push(el("li", { role: "presentation", class: "picker-group" }, option.group));
      group = option.group;
      rows.push(this.row(option));
    }
    this.list.replaceChildren(
      ...(rows.length ? rows : [el("li", { class: "picker-empty" }, t("nothingFound"))]),
    );
    const at = this.found.findIndex((option) => this.chosen.includes(option.value));
    this.activate(wanted || at < 0 ? 0 : at);
  }

  row(option) {
    const selected = String(this.chosen.includes(option.value));
    return el(
      "li",
      {
        role: "option",
        id: freshId("option"),
        "aria-selected": selected,
        on: { click: () => this.choose(option) },
      },
      option.picture?.(),
      el("span", { class: "picker-label" }, option.label, option.detail && el("small", {}, option.detail)),
    );
  }

  activate(index) {
    const rows = [...this.list.querySelectorAll("[role=option]")];
    this.active = Math.max(0, Math.min(index, rows.length - 1));
    rows.forEach((row, at) => row.classList.toggle("active", at === this.active));
    const row = rows[this.active];
    if (!row) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.close) this.activate(this.active + step);
      else this.open();
    } else if (event.key === "Enter" && this.close) {
      event.preventDefault();
      if (this.found[this.active]) this.choose(this.found[this.active]);
    } else if (event.key === "Backspace" && this.input.value === "" && this.chosen.length) {
      this.toggle(this.chosen.at(-1));
    }
  }

  choose(option) {
    if (!this.multiple) {
      this.chosen = [option.value];
      this.close();
      return;
    }
    this.toggle(option.value);
    this.input.value = "";
    this.drawList("");
    this.activate(this.options.indexOf(option));
    this.input.focus();
  }

  toggle(value) {
    const without = this.chosen.filter((other) => other !== value);
    const removed = without.length < this.chosen.length;
    if (!removed && this.chosen.length >= this.max) return;
    this.chosen = removed ? without : [...this.chosen, value];
    this.drawBox();
  }
}
