// What the composer proposes while someone types: commands after "/", people after "@", channels after "#".

import { avatar } from "../names.js";
import { t } from "../words.js";

const MOST = 8;

/**
 * The proposals for the text before the caret, and where the word they replace begins;
 * `completes` when Enter takes one: a name that was begun, but not a command, which may be whole.
 */
export function suggest(before, { commands, scene }) {
  if (/^\/\S*[^\n]*$/.test(before)) return offer(0, startingWith(commands(), before));
  const word = /(?:^|[\s(])([@#])([^\s@#]*)$/.exec(before);
  if (!word) return null;
  const [, mark, typed] = word;
  const start = before.length - typed.length - 1;
  const items = mark === "@" ? peopleLike(typed, scene) : channelsLike(typed, scene);
  // A finished name needs no proposal, so that Enter sends.
  const finished = items.some(
    ({ insert }) => insert.trim().toLowerCase() === `${mark}${typed}`.toLowerCase(),
  );
  return finished ? null : offer(start, items);
}

const offer = (start, items) =>
  items.length ? { start, items: items.slice(0, MOST), completes: start > 0 } : null;

function startingWith(commands, before) {
  return commands
    .filter(({ insert }) => insert.startsWith(before) && insert.trim() !== before.trim())
    .map((command) => ({ ...command, icon: "/" }));
}

function peopleLike(typed, scene) {
  const wanted = typed.toLowerCase();
  const like = ({ name, handle, title }) =>
    [name, handle, title].some((words) => words?.toLowerCase().includes(wanted));
  return [...scene.people.values()].filter(like).map((person) => ({
    insert: `@${person.handle ?? person.name} `,
    label: person.name,
    detail: person.is_bot ? t("app") : person.title,
    picture: () => avatar(person),
  }));
}

function channelsLike(typed, scene) {
  return [...scene.places.values()]
    .filter((place) => place.kind !== "dm" && place.name.toLowerCase().includes(typed.toLowerCase()))
    .map((place) => ({ insert: `#${place.name} `, label: `#${place.name}`, icon: "#" }));
}
