// The form in a card (表单组件): drawn from a list of fields; the client checks only what is required.

import { button, el, freshId, whileBusy } from "../dom.js";
import { t } from "../words.js";
import { makeField } from "./fields.js";

/** `state` is "normal" or "disabled"; what was typed stays until it is sent or the fields change. */
export function drawForm({ form, state, submit, notice }, message, pane) {
  const typed = typedInto(form, message, pane);
  const fields = form.fields.map((field) => drawField(field, typed));
  const send = button("button primary form-submit", submit, () =>
    whileBusy(send, () => submitForm(fields, message, pane)),
  );
  const shown = fields.filter((field) => field.row);
  const set = el(
    "fieldset",
    { class: "form-fields", disabled: state === "disabled" },
    shown.map((field) => field.row),
    send,
  );
  const keep = () => fields.forEach((field) => typed.set(field.name, field.read()));
  return el(
    "form",
    {
      class: "form",
      on: { input: keep, change: keep, submit: (event) => event.preventDefault() },
    },
    set,
    notice && el("p", { class: "card-notice", role: "alert" }, notice),
  );
}

/** Where this reader's unsent answers are kept: new fields or defaults from the server begin anew. */
function typedInto(form, message, pane) {
  const key = `${pane.person.id}/${message.ts}`;
  const fields = JSON.stringify(form.fields);
  if (pane.typed.get(key)?.fields !== fields) pane.typed.set(key, { fields, values: new Map() });
  return pane.typed.get(key).values;
}

function drawField(field, typed) {
  const { name, label = "", type, hidden, required, requiredMsg } = field;
  if (hidden) return { name, read: () => field.defaultValue ?? "", ask: () => null };
  const id = freshId("field");
  const made = makeField(field, { value: typed.get(name), id });
  const error = el("p", { class: "field-error", role: "alert", id: freshId("error"), hidden: true });
  const ownLabel = type === "CHECKBOX" || type === "SWITCH";
  const row = el(
    "div",
    { class: "form-field", data: { field: name, type } },
    !ownLabel && el("label", { class: "field-label", for: id, id: `${id}-label` }, label, required && star()),
    made.node,
    error,
  );
  return { name, read: made.read, row, ask: () => complain(made, required, requiredMsg, error) };
}

const star = () => el("span", { class: "star", "aria-hidden": "true" }, " *");

/** Says what is missing, or takes it back; true when something is. */
function complain({ node, read }, required, words, error) {
  const value = read();
  const empty = value == null || value === "" || value === false || (Array.isArray(value) && !value.length);
  const missing = Boolean(required && empty);
  error.textContent = missing ? words || t("required") : "";
  error.hidden = !missing;
  const control = node.matches("input, textarea, select") ? node : (node.querySelector("input") ?? node);
  control.toggleAttribute("aria-invalid", missing);
  if (missing) control.setAttribute("aria-describedby", error.id);
  else control.removeAttribute("aria-describedby");
  return missing ? control : null;
}

async function submitForm(fields, message, pane) {
  const missing = fields.map((field) => field.ask()).filter(Boolean);
  if (missing.length) return missing[0].focus();
  const values = Object.fromEntries(fields.map((field) => [field.name, field.read()]));
  return pane.submitForm(message, values);
}
