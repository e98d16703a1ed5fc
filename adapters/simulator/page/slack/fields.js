// The elements that hold a value. Each becomes a Field: a node, what it holds now, and where it may complain.

import { fromLocalField, toLocalField } from "../dates.js";
import { el, freshId } from "../dom.js";
import { drawText, plainWords } from "./mrkdwn.js";
import { avatar, cityOf, placeName } from "../names.js";
import { Picker } from "../picker.js";

/** The field for a Block Kit element, or null when the element holds no value. */
export function makeField(element, scene, { value, changed = () => {}, label, ask } = {}) {
  const make = KINDS[element.type];
  return make ? make(element, { scene, value, changed, label, ask }) : null;
}

const KINDS = {
  plain_text_input: (element, way) =>
    element.multiline ? multiline(element, way) : typed(element, way, "text"),
  email_text_input: (element, way) => typed(element, way, "email"),
  url_text_input: (element, way) => typed(element, way, "url"),
  number_input: (element, way) =>
    typed(element, way, "text", { inputmode: element.is_decimal_allowed ? "decimal" : "numeric" }),
  datepicker: (element, way) => native("date", element, way, way.value ?? element.initial_date),
  timepicker: (element, way) => native("time", element, way, way.value ?? element.initial_time),
  datetimepicker,
  radio_buttons: (element, way) => choices("radio", element, way),
  checkboxes: (element, way) => choices("checkbox", element, way),
  static_select: (element, way) => one(element, way, optionsOf(element), element.initial_option?.value),
  multi_static_select: (element, way) =>
    many(
      element,
      way,
      optionsOf(element),
      element.initial_options?.map((option) => option.value),
    ),
  external_select: (element, way) => asked(element, way, [element.initial_option], false),
  multi_external_select: (element, way) => asked(element, way, element.initial_options ?? [], true),
  users_select: (element, way) => one(element, way, humans(way.scene), element.initial_user),
  multi_users_select: (element, way) => many(element, way, humans(way.scene), element.initial_users),
  channels_select: (element, way) => one(element, way, channels(way.scene), element.initial_channel),
  multi_channels_select: (element, way) => many(element, way, channels(way.scene), element.initial_channels),
  conversations_select: (element, way) =>
    one(element, way, conversations(element, way.scene), element.initial_conversation),
  multi_conversations_select: (element, way) =>
    many(element, way, conversations(element, way.scene), element.initial_conversations),
};

function typed(element, { value, changed, label }, type, extra = {}) {
  const node = el("input", {
    // "text" for all of them: the browser's own bubbles would hide the form's words about mistakes.
    type: "text",
    inputmode: type === "text" ? null : type,
    autocomplete: "off",
    "aria-label": label,
    placeholder: plainWords(element.placeholder),
    maxlength: element.max_length,
    ...extra,
  });
  node.value = value ?? element.initial_value ?? "";
  node.addEventListener(
    "keydown",
    (event) => event.key === "Enter" && !event.isComposing && changed(node.value),
  );
  return { node, read: () => node.value.trim() || null };
}

function multiline(element, { value, label }) {
  const node = el("textarea", {
    rows: 4,
    "aria-label": label,
    placeholder: plainWords(element.placeholder),
    maxlength: element.max_length,
  });
  node.value = value ?? element.initial_value ?? "";
  return { node, read: () => (node.value.trim() ? node.value : null) };
}

function native(type, element, { changed, label }, value) {
  const node = el("input", { type, "aria-label": label ?? plainWords(element.placeholder) });
  node.value = value ?? "";
  node.addEventListener("change", () => changed(node.value || null));
  return { node, read: () => node.value || null };
}

function datetimepicker(element, { scene, value, changed, label }) {
  const first = value ?? element.initial_date_time;
  const node = el("input", { type: "datetime-local", "aria-label": label });
  node.value = first ? toLocalField(new Date(first * 1000), scene.person) : "";
  const read = () => (node.value ? fromLocalField(node.value, scene.person) / 1000 : null);
  node.addEventListener("change", () => changed(read()));
  const zone = el("small", { class: "zone" }, cityOf(scene.person.tz));
  return { node: el("span", { class: "with-zone" }, node, zone), read };
}

function choices(type, element, { scene, value, changed, label }) {
  const name = freshId("choice");
  const first = element.initial_options ?? [element.initial_option];
  const chosen = new Set([value ?? first.map((option) => option?.value)].flat());
  const node = el("div", {
    class: "choices",
    role: type === "radio" ? "radiogroup" : "group",
    "aria-label": label,
  });
  const picked = () => [...node.querySelectorAll("input:checked")].map((input) => input.value);
  const read = () => (type === "radio" ? (picked()[0] ?? null) : picked());
  node.addEventListener("change", () => changed(read()));
  node.append(...element.options.map((option) => choice(option, { type, name, chosen, scene })));
  return { node, read };
}

function choice(option, { type, name, chosen, scene }) {
  const input = el("input", { type, name, value: option.value });
  input.checked = chosen.has(option.value);
  const description = option.description && el("small", {}, drawText(option.description, scene));
  return el("label", { class: "choice" }, input, el("span", {}, drawText(option.text, scene), description));
}

function one(element, { value, changed, label }, options, first) {
  const chosen = [value ?? first].filter(Boolean);
  const placeholder = plainWords(element.placeholder) || undefined;
  const picker = new Picker({
    options,
    chosen,
    placeholder,
    label,
    changed: ([picked]) => changed(picked ?? null),
  });
  return { node: picker.element, read: () => picker.chosen[0] ?? null };
}

function many(element, { value, changed, label }, options, first) {
  const chosen = value ?? first ?? [];
  const placeholder = plainWords(element.placeholder) || undefined;
  const max = element.max_selected_items;
  const picker = new Picker({ options, chosen, multiple: true, max, placeholder, label, changed });
  return { node: picker.element, read: () => picker.chosen };
}

/** The bot is asked for the options while somebody types; what is chosen stays an option of its own. */
function asked(element, { value, changed, label, ask }, initial, multiple) {
  const known = new Map();
  const learn = (options) => {
    for (const option of options) known.set(option.value, option);
    return options.map((option) => pickable(option));
  };
  const first = learn([value ?? initial].flat().filter(Boolean));
  const taken = (values) => values.map((each) => known.get(each)).filter(Boolean);
  const picker = new Picker({
    options: first,
    chosen: first.map((option) => option.value),
    multiple,
    max: element.max_selected_items,
    placeholder: plainWords(element.placeholder) || undefined,
    label,
    changed: (values) => changed(multiple ? taken(values) : (taken(values)[0] ?? null)),
    ask: async (words) => learn((await ask(words)) ?? []),
  });
  const read = () => (multiple ? taken(picker.chosen) : (taken(picker.chosen)[0] ?? null));
  return { node: picker.element, read };
}

function optionsOf(element) {
  if (!element.option_groups) return (element.options ?? []).map((option) => pickable(option));
  return element.option_groups.flatMap((group) =>
    group.options.map((option) => pickable(option, plainWords(group.label))),
  );
}

const pickable = (option, group) => ({
  value: option.value,
  label: plainWords(option.text),
  detail: plainWords(option.description),
  group,
});

const humans = (scene) => [...scene.people.values()].filter((person) => !person.is_bot).map(personOption);

const personOption = (person) => ({
  value: person.id,
  label: person.name,
  detail: person.title,
  picture: () => avatar(person),
});

const channels = (scene) => placesOf(scene, (place) => place.kind === "channel");

function conversations(element, scene) {
  const wanted = element.filter?.include;
  const kinds = { public: "channel", private: "private", im: "dm" };
  const allowed = wanted ? wanted.map((kind) => kinds[kind]) : Object.values(kinds);
  return placesOf(scene, (place) => allowed.includes(place.kind));
}

const placesOf = (scene, fits) =>
  [...scene.places.values()]
    .filter(fits)
    .map((place) => ({ value: place.id, label: placeName(place.id, scene) }));
