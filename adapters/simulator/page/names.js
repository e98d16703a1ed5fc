// How people and places are called and pictured.

import { el } from "./dom.js";
import { language, t } from "./words.js";

const COLOURS = 8;

/** A person's initials on a colour that stays theirs. */
export function avatar(person, id) {
  const name = person?.name ?? id ?? "?";
  const colour = person?.is_bot ? "bot" : stableNumber(person?.id ?? name) % COLOURS;
  const letters = person?.is_bot ? "店" : initials(name);
  return el("span", { class: "avatar", data: { colour }, "aria-hidden": "true" }, letters);
}

function initials(name) {
  const words = name
    .trim()
    .split(/[\s·.-]+/)
    .filter(Boolean);
  if (!words.length) return "?";
  if (/\p{Script=Han}/u.test(name)) return [...words.join("")].slice(-2).join("");
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...word][0].toUpperCase()).join("");
}

function stableNumber(text) {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + character.codePointAt(0)) >>> 0;
  return sum;
}

// Zones are named after their largest city; China's colleagues sit in Hangzhou.
const CITIES = {
  en: { "Asia/Shanghai": "Hangzhou" },
  zh: { "Europe/Berlin": "柏林", "Europe/Rome": "罗马", "Asia/Shanghai": "杭州", "America/New_York": "纽约" },
};

/** What people call the place of a zone: "Europe/Berlin" is "Berlin". */
export function cityOf(tz = "UTC") {
  return CITIES[language()][tz] ?? tz.split("/").at(-1).replaceAll("_", " ");
}

/** "@Name", marked when it is the reader. */
export function mention(id, scene, label = "") {
  const name = scene.people.get(id)?.name ?? (label || t("somebody"));
  const kind = id === scene.person.id ? "mention mention-me" : "mention";
  return el("span", { class: kind }, `@${name}`);
}

/** "#shop" for a channel, the other person's name for a direct message. */
export function placeName(id, scene, label = "") {
  const place = scene.places.get(id);
  if (!place) return label ? `#${label}` : "#…";
  if (place.kind !== "dm") return `#${place.name}`;
  return counterpart(place, scene)?.name ?? place.name;
}

/** Who a direct message is with; without another person named, it is the bot. */
export function counterpart(place, scene) {
  if (place.with && place.with !== scene.person.id) return scene.people.get(place.with);
  return [...scene.people.values()].find((person) => person.is_bot);
}
