// A message in one line, for the list of conversations and for quotes.

import { t } from "../words.js";

/** What was said, without any marks; with its author in front where that is not clear. */
export function snippet(message, scene, { author = false } = {}) {
  const name = scene.people.get(message.user)?.name ?? "";
  if (message.recalled) return t("recalled", { who: name });
  const said = plain(message);
  return author && message.user !== scene.person.id ? `${name}: ${said}` : said;
}

function plain(message) {
  const { kind, text = "", title = "", card } = message;
  switch (kind) {
    case "card":
      return `[${t("card")}] ${card?.params?.title ?? ""}`;
    case "image":
      return `[${t("picture")}]`;
    case "file":
      return `[${t("file")}] ${text || title}`;
    case "text":
      return oneLine(text);
    default:
      return title || oneLine(text.replace(/<[^>]+>|[*_#>`]+|\]\([^)]*\)|!?\[/g, ""));
  }
}

const oneLine = (text) => text.replace(/\s+/g, " ").trim().slice(0, 120);
