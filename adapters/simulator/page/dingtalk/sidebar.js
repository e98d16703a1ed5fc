// DingTalk's list of conversations: to-dos, the bot, groups; each with the last thing said in it.

import { clockTime, dayAndMonth, nearDay } from "../dates.js";
import { el } from "../dom.js";
import { avatar, placeName, stableNumber } from "../names.js";
import { placeRow } from "../sidebar.js";
import { pageLocale, t } from "../words.js";
import { snippet } from "./snippet.js";

export const TODOS = "todos";
const TONES = 8;

/** The rows of the sidebar; `unread` counts by place id. */
export function drawPlaces({ pane, unread, view }) {
  const all = [...pane.places.values()];
  const direct = all.filter((place) => place.kind === "im");
  const groups = all.filter((place) => place.kind !== "im");
  const row = (place) => conversation(place, unread.get(place.id), pane);
  return [todosRow(view.todos ?? [], pane), ...direct.map(row), ...groups.map(row)];
}

function todosRow(todos, pane) {
  const open = todos.filter((todo) => !todo.done).length;
  const words = open ? t("todosOpen", { n: open }) : t("todosNone");
  const name = t("todos");
  return placeRow({ id: TODOS, icon: square("✓", "todo"), name, more: lines(name, words) }, pane);
}

function conversation(place, unread, pane) {
  const { scene } = pane;
  const name = placeName(place.id, scene);
  const last = pane.last(place);
  const said = last ? snippet(last, scene, { author: place.kind === "group" }) : "";
  const more = lines(name, said, last && when(last, scene));
  return placeRow({ id: place.id, icon: iconOf(place, name, scene), name, more, unread }, pane);
}

function lines(name, said, time) {
  return el(
    "span",
    { class: "place-lines" },
    el("span", { class: "place-name" }, name),
    time && el("small", { class: "place-time" }, time),
    el("small", { class: "place-last" }, said),
  );
}

function iconOf(place, name, scene) {
  if (place.kind === "group") return square([...name].slice(0, 2).join(""), stableNumber(place.id) % TONES);
  const other = scene.people.get(place.with);
  return other ? avatar(other) : square("🔔", "notice");
}

const square = (letters, colour) =>
  el("span", { class: "avatar", data: { colour }, "aria-hidden": "true" }, letters);

function when({ at }, { person, now }) {
  const date = new Date(at);
  const near = nearDay(date, person, now());
  if (near === "today") return clockTime(date, person);
  return near ? t(near) : dayAndMonth(date, { ...person, locale: pageLocale() });
}
