// The elements that act when used: buttons, menus, and fields outside a form's inputs.

import { askConfirmation } from "./confirm.js";
import { el, whileBusy } from "../dom.js";
import { makeField } from "./fields.js";
import { plainWords } from "./mrkdwn.js";
import { picture } from "../pictures.js";
import { openMenu } from "../popup.js";
import { t } from "../words.js";

/** Draws one element of an actions block or a section's accessory. */
export function drawElement(element, block, surface) {
  if (element.type === "button") return button(element, block, surface);
  if (element.type === "overflow") return overflow(element, block, surface);
  if (element.type === "image") return picture(element.image_url, element.alt_text, "thumbnail");
  return field(element, block, surface);
}

function button(element, block, surface) {
  const node = el(
    "button",
    {
      type: "button",
      class: ["button", element.style].filter(Boolean).join(" "),
      "aria-label": element.accessibility_label,
      data: { action: element.action_id ?? "" },
    },
    plainWords(element.text),
    element.url && el("span", { "aria-hidden": "true" }, " ↗"),
  );
  node.addEventListener("click", async () => {
    if (element.confirm && !(await askConfirmation(element.confirm, surface.scene))) return;
    if (element.url) openLink(element.url);
    await whileBusy(node, () => act(surface, block, element, element.value));
  });
  return node;
}

function openLink(address) {
  if (/^https?:/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

function overflow(element, block, surface) {
  const node = el(
    "button",
    {
      type: "button",
      class: "button overflow",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": t("more"),
      data: { action: element.action_id ?? "" },
    },
    "⋯",
  );
  const choose = async (option) => {
    if (element.confirm && !(await askConfirmation(element.confirm, surface.scene))) return;
    if (option.url) openLink(option.url);
    await whileBusy(node, () => act(surface, block, element, option.value));
  };
  const item = (option) => ({
    label: plainWords(option.text),
    detail: plainWords(option.description),
    run: () => choose(option),
  });
  node.addEventListener("click", () => openMenu(node, element.options.map(item)));
  return node;
}

function field(element, block, surface) {
  const key = fieldKey(block, element);
  const changed = async (value) => {
    if (element.confirm && !(await askConfirmation(element.confirm, surface.scene))) return;
    wrapper.setAttribute("aria-busy", "true");
    await act(surface, block, element, value);
    wrapper.removeAttribute("aria-busy");
  };
  const label = plainWords(element.placeholder) || element.action_id;
  const made = makeField(element, surface.scene, {
    value: surface.kept?.get(key),
    changed,
    label,
    ask: (words) => surface.suggest?.({ button: element.action_id, block: block.block_id, value: words }),
  });
  if (!made) return el("span", { class: "unknown" }, t("cannotShow", { kind: element.type }));
  surface.fields?.set(key, { ...made, block, element });
  const wrapper = el("span", { class: "inline-field", data: { action: element.action_id ?? "" } }, made.node);
  return wrapper;
}

/** Two drawings of a form share a typed value exactly when this is the same. */
export const fieldKey = (block, element) => `${block.block_id}/${element.action_id}`;

export const act = (surface, block, element, value) =>
  surface.press({ button: element.action_id, block: block.block_id, value });
