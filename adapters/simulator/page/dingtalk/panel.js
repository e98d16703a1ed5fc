// A page beside the chat, as DingTalk's client slides one in (pc_slide).

import { button, el, link } from "../dom.js";
import { t } from "../words.js";

export class SidePanel {
  constructor(pane) {
    this.pane = pane;
    this.tab = el("span", { class: "panel-tab" });
    this.frame = el("div", { class: "panel-frame" });
    this.element = el(
      "aside",
      { class: "aside panel", "aria-label": t("pageBeside"), hidden: true },
      el(
        "header",
        { class: "column-head" },
        el("h2", {}, t("pageBeside")),
        this.tab,
        button("plain", "✕", () => pane.closePage(), t("pageClose")),
      ),
      this.frame,
    );
  }

  open(address) {
    const frame = el("iframe", { src: address, title: t("pageBeside"), referrerpolicy: "no-referrer" });
    frame.addEventListener("load", () => frame.contentDocument || this.refused(address));
    this.tab.replaceChildren(link(address, t("pageTab"), " ↗"));
    this.frame.replaceChildren(frame);
    this.element.hidden = false;
    this.pane.look("aside");
    frame.focus();
  }

  /** A page may forbid to be shown inside another one; then a tab of its own has to do. */
  refused(address) {
    const elsewhere = link(address, `${t("pageTab")} ↗`);
    this.frame.replaceChildren(el("p", { class: "empty" }, t("pageRefused"), " ", elsewhere));
  }

  close() {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.frame.replaceChildren();
    this.pane.look("main");
  }
}
