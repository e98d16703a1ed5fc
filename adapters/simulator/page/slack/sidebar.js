// Slack's places: home, the bot, channels, direct messages.

import { el } from "../dom.js";
import { avatar, counterpart, placeName } from "../names.js";
import { placeRow } from "../sidebar.js";
import { t } from "../words.js";

export const HOME = "home";

/** The rows of the sidebar; `unread` counts by place id. */
export function drawPlaces({ pane, unread }) {
  const { scene } = pane;
  const all = [...scene.places.values()];
  const withBot = all.filter((other) => other.kind === "dm" && counterpart(other, scene)?.is_bot);
  const direct = all.filter((other) => other.kind === "dm" && !withBot.includes(other));
  const channels = all.filter((other) => other.kind !== "dm");
  const row = (other) =>
    placeRow(
      {
        id: other.id,
        icon: iconOf(other, scene),
        name: placeName(other.id, scene).replace(/^#/, ""),
        unread: unread.get(other.id),
      },
      pane,
    );
  return [
    placeRow({ id: HOME, icon: el("span", { class: "place-icon" }, "🏠"), name: t("home") }, pane),
    withBot.map(row),
    el("h2", {}, t("channels")),
    channels.map(row),
    direct.length > 0 && [el("h2", {}, t("directMessages")), direct.map(row)],
  ]
    .flat(2)
    .filter(Boolean);
}

function iconOf(place, scene) {
  if (place.kind === "dm") return avatar(counterpart(place, scene), place.name);
  const hidden = place.kind === "private";
  return el(
    "span",
    { class: "place-icon", title: hidden ? t("privateChannel") : null },
    hidden ? "🔒" : "#",
  );
}
