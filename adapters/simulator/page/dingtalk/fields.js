// The fields of a card's form: each a node, and what it holds now (facts: OD/form-variables).

import { el, freshId } from "../dom.js";
import { Picker } from "../picker.js";
import { t } from "../words.js";

/** `value` is what was typed before, if anything; `id` what the label points to. */
export function makeField(field, { value, id }) {
  const make = Object.hasOwn(KINDS, field.type) ? KINDS[field.type] : unknown;
  const made = make(field, value ?? plainValue(field.defaultValue), id);
  if (field.readOnly) for (const one of controls(made.node)) one.disabled = true;
  return made;
}

const controls = (node) =>
  node.matches("input, textarea, select") ? [node] : [...node.querySelectorAll("input, button")];

/** A default may come as {index, value}, the way an answer goes out. */
const plainValue = (value) =>
  value !== null && typeof value === "object" && "value" in value ? value.value : value;

const KINDS = {
  TEXT: (field, value, id) => input("text", field, value, id),
  TEXT_AREA,
  NUMBER: (field, value, id) => input("text", field, value, id, { inputmode: "decimal" }),
  SELECT,
  MULTI_SELECT,
  CHECKBOX: (field, value) => tick(field, value, {}),
  SWITCH: (field, value) => tick(field, value, { role: "switch", class: "switch" }),
  CHECKBOX_GROUP: (field, value, id) => group("radio", field, value, id),
  MULTI_CHECKBOX_GROUP: (field, value, id) => group("checkbox", field, value, id),
  DATE: (field, value, id) => input("date", field, value, id),
  TIME: (field, value, id) => input("time", field, value, id),
  DATETIME,
};

function unknown(field) {
  const node = el("p", { class: "unknown" }, t("cannotShow", { kind: field.type }));
  return { node, read: () => plainValue(field.defaultValue) ?? "" };
}

function input(type, field, value, id, more = {}) {
  const node = el("input", { type, id, autocomplete: "off", placeholder: field.placeholder, ...more });
  node.value = value ?? "";
  return { node, read: () => node.value.trim() };
}

function TEXT_AREA(field, value, id) {
  const node = el("textarea", { id, rows: field.minRows ?? 3, placeholder: field.placeholder });
  node.value = value ?? "";
  return { node, read: () => (node.value.trim() ? node.value : "") };
}

function DATETIME(field, value, id) {
  const made = input("datetime-local", field, String(value ?? "").replace(" ", "T"), id);
  return { node: made.node, read: () => made.node.value.replace("T", " ") };
}

function SELECT(field, value, id) {
  const option = (one) => el("option", { value: one.value }, wordsOf(one));
  const nothing = el("option", { value: "" }, field.placeholder || t("choose"));
  const node = el("select", { id }, nothing, (field.options ?? []).map(option));
  node.value = value ?? "";
  return { node, read: () => node.value };
}

function MULTI_SELECT(field, value, id) {
  const options = (field.options ?? []).map((one) => ({ value: one.value, label: wordsOf(one) }));
  // The list tells its choice when it closes; the form listens for the event.
  const changed = () => picker.element.dispatchEvent(new Event("change", { bubbles: true }));
  const picker = new Picker({
    options,
    chosen: listOf(value),
    multiple: true,
    placeholder: field.placeholder,
    label: field.label,
    changed,
  });
  picker.input.id = id;
  return { node: picker.element, read: () => picker.chosen };
}

function tick(field, value, more) {
  const box = el("input", { type: "checkbox", ...more });
  box.checked = value === true || value === "true";
  return { node: el("label", { class: "choice" }, box, el("span", {}, field.label)), read: () => box.checked };
}

function group(type, field, value, id) {
  const name = freshId("choice");
  const chosen = new Set(listOf(value));
  const one = (option) => {
    const box = el("input", { type, name, value: option.value });
    box.checked = chosen.has(option.value);
    return el("label", { class: "choice" }, box, el("span", {}, wordsOf(option)));
  };
  const role = type === "radio" ? "radiogroup" : "group";
  const boxes = (field.options ?? []).map(one);
  const node = el("div", { class: "choices", role, "aria-labelledby": `${id}-label` }, boxes);
  const picked = () => [...node.querySelectorAll("input:checked")].map((box) => box.value);
  return { node, read: () => (type === "radio" ? (picked()[0] ?? "") : picked()) };
}

const wordsOf = (option) => option.text ?? option.value;

const listOf = (value) => (value == null || value === "" ? [] : [value].flat());
