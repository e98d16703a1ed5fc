// The form over a pane: the top view of the stack, with what was typed kept while the view stays the same one.

import * as server from "../api.js";
import { drawBlocks } from "./blocks.js";
import { problemOf } from "./checks.js";
import { el, freshId, whileBusy } from "../dom.js";
import { plainWords } from "./mrkdwn.js";
import { t } from "../words.js";

export class Modal {
  constructor(pane) {
    this.pane = pane;
    this.element = el("div", { class: "modal-layer", hidden: true });
    this.element.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && !event.isComposing && this.close(),
    );
    this.fields = new Map();
    this.typed = new Map();
    this.found = {};
  }

  /** Shows what the server says is open: `{modal, depth, errors}`. */
  show({ modal: view, depth, errors }) {
    if (!view) return this.hide();
    const drawing = JSON.stringify([
      { ...view, hash: null, state: null },
      depth,
      document.documentElement.lang,
    ]);
    if (drawing !== this.drawing) {
      this.remember();
      this.draw(view, depth);
      this.drawing = drawing;
    }
    this.showErrors({ ...this.found, ...errors });
  }

  hide() {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.element.replaceChildren();
    this.pane.cover(false);
    this.fields = new Map();
    this.typed.clear();
    this.view = this.drawing = null;
    if (this.before?.isConnected) this.before.focus();
  }

  remember() {
    if (!this.view) return;
    const kept = this.keptFor(this.view);
    for (const [key, field] of this.fields) kept.set(key, field.read());
  }

  keptFor(view) {
    if (!this.typed.has(view.id)) this.typed.set(view.id, new Map());
    return this.typed.get(view.id);
  }

  draw(view, depth) {
    const opening = this.element.hidden;
    const sameView = this.view?.id === view.id;
    const focused = sameView && document.activeElement?.closest?.("[data-block]")?.dataset.block;
    const scrolled = sameView ? this.body.scrollTop : 0;
    if (opening) this.before = document.activeElement;
    if (!sameView) this.found = {};
    this.errors = null;
    this.view = view;
    this.fields = new Map();
    this.element.replaceChildren(this.window(view, depth));
    this.element.hidden = false;
    this.pane.cover(true);
    this.body.scrollTop = scrolled;
    this.focus(focused);
  }

  focus(block) {
    const again =
      block && this.body.querySelector(`[data-block="${CSS.escape(block)}"] :is(input, textarea, button)`);
    const first = this.body.querySelector("input, textarea");
    (again || first || this.element.querySelector(".modal")).focus();
  }

  window(view, depth) {
    const title = freshId("title");
    const surface = {
      scene: this.pane.scene,
      kept: this.keptFor(view),
      fields: this.fields,
      suggest: (what) => server.suggest(this.pane.person.id, { view: "modal", ...what }),
      press: (action) => this.pane.press({ view: "modal", values: this.values(), ...action }),
    };
    this.body = el("div", { class: "modal-body" }, drawBlocks(view.blocks ?? [], surface));
    return el(
      "section",
      {
        class: "modal",
        role: "dialog",
        "aria-modal": "true",
        "aria-labelledby": title,
        tabindex: "-1",
        data: { depth },
      },
      el(
        "header",
        {},
        el("h2", { id: title }, plainWords(view.title)),
        depth > 1 && el("span", { class: "stack", title: t("stacked", { n: depth }) }, `${depth}`),
        el(
          "button",
          {
            type: "button",
            class: "plain",
            "aria-label": t("close"),
            on: { click: () => this.close({ all: true }) },
          },
          "✕",
        ),
      ),
      this.body,
      this.foot(view),
    );
  }

  foot(view) {
    this.trouble = el("p", { class: "field-error", role: "alert", hidden: true });
    const cancel = el(
      "button",
      { type: "button", class: "button", on: { click: () => this.close() } },
      plainWords(view.close) || t("cancel"),
    );
    const submit =
      view.submit &&
      el(
        "button",
        { type: "button", class: "button primary", data: { submit: "" } },
        plainWords(view.submit),
      );
    submit?.addEventListener("click", () => whileBusy(submit, () => this.submit()));
    return el("footer", {}, this.trouble, cancel, submit);
  }

  inputs() {
    return [...this.fields.values()].filter((field) => field.error);
  }

  values() {
    return Object.fromEntries(this.inputs().map((field) => [field.block.block_id, field.read()]));
  }

  async submit() {
    const problems = this.inputs()
      .map((field) => [field.block.block_id, problemOf(field)])
      .filter(([, problem]) => problem);
    // Kept until the next try, so that news from the server do not wipe them away.
    this.found = Object.fromEntries(problems);
    this.showErrors(this.found);
    if (problems.length) return;
    await this.attempt(async () => {
      const answer = await server.submit(this.pane.person.id, this.values());
      this.found = answer.errors ?? {};
    });
  }

  /** Cancel and Escape close the form on top, the ✕ closes all that lie below as well. */
  async close({ all = false } = {}) {
    await this.attempt(() => server.close(this.pane.person.id, { all }));
  }

  /** Does something with the server; a refusal stands in the form, which stays as it is. */
  async attempt(work) {
    this.trouble.hidden = true;
    try {
      await work();
    } catch (problem) {
      this.trouble.textContent = this.pane.page.explain(problem);
      this.trouble.hidden = false;
    }
    await this.pane.page.refresh();
  }

  showErrors(errors) {
    const all = JSON.stringify(errors);
    // Every refresh brings the same errors again; only news may take the focus.
    if (all === this.errors) return;
    this.errors = all;
    for (const field of this.inputs()) this.showError(field, errors[field.block.block_id]);
    this.body
      ?.querySelector("[aria-invalid] :is(input, textarea), [aria-invalid]:is(input, textarea)")
      ?.focus();
  }

  showError({ node, error }, words) {
    error.textContent = words ?? "";
    error.hidden = !words;
    node.toggleAttribute("aria-invalid", Boolean(words));
    if (words) node.setAttribute("aria-describedby", error.id);
    else node.removeAttribute("aria-describedby");
  }
}
