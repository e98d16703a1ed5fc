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

/** A number that is always the same for the same text. */
export function stableNumber(text) {
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

/** What a place is called: "#shop" for a channel, a group's name, whoever a direct message is with. */
export function placeName(id, scene, label = "") {
  const place = scene.places.get(id);
  if (!place) return label ? `#${label}` : "…";
  if (isDirect(place)) return place.name || counterpart(place, scene)?.name || "…";
  return sharedName(place);
}

/** Only channels carry a mark before their name. */
export const sharedName = (place) => (place.kind === "group" ? place.name : `#${place.name}`);

/** A conversation with one other, not a place of several. */
export const isDirect = (place) => place.kind === "dm" || place.kind === "im";

/** Where several people talk and everybody may see it. */
export const isShared = (place) => place.kind === "channel" || place.kind === "group";

/** Who a direct message is with; without another person named, it is the bot. */
export function counterpart(place, scene) {
  if (place.with && place.with !== scene.person.id) return scene.people.get(place.with);
  return [...scene.people.values()].find((person) => person.is_bot);
}
