// Interactive cards (互动卡片): our template's title, text, buttons and form.

import { button, el, whileBusy } from "../dom.js";
import { t } from "../words.js";
import { drawForm } from "./form.js";
import { drawMarkdown } from "./markdown.js";

const TONES = new Set(["good", "warning", "bad"]);
const STYLES = { primary: "primary", danger: "danger" };

export function drawCard(message, pane) {
  const { params = {}, form, state } = message.card ?? {};
  const look = { scene: pane.scene, follow: (address) => pane.follow(address, message), card: true };
  return el(
    "div",
    { class: "body card", data: { tone: TONES.has(params.tone) ? params.tone : "neutral" } },
    params.title && el("h3", {}, params.title),
    params.markdown && el("div", { class: "card-text" }, drawMarkdown(params.markdown, look)),
    cardButtons(message, params, pane),
    form?.fields?.length > 0 &&
      drawForm(
        { form, state, submit: params.form_btn_text || t("submit"), notice: params.notice },
        message,
        pane,
      ),
    !form?.fields?.length && params.notice && el("p", { class: "card-notice", role: "alert" }, params.notice),
    params.updated && el("p", { class: "card-updated" }, params.updated),
  );
}

function cardButtons(message, params, pane) {
  const listed = listOf(params.buttons);
  if (!listed.length) return null;
  return el(
    "div",
    { class: "card-buttons" },
    listed.map((one) => cardButton(one, message, pane)),
  );
}

function cardButton(one, message, pane) {
  const kind = ["button", STYLES[one.style]].filter(Boolean).join(" ");
  const node = button(kind, one.text, () => whileBusy(node, () => pane.pressButton(message, one)));
  if (one.url) node.append(el("span", { "aria-hidden": "true" }, " ↗"));
  return node;
}

/** All values of a card are text; a list stands in it as JSON. */
function listOf(text) {
  try {
    const list = JSON.parse(text || "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
