// The list of places on the left: home, the bot, channels, direct messages.

import { el } from "./dom.js";
import { avatar, counterpart, placeName } from "./names.js";
import { t } from "./words.js";

export const HOME = "home";

/** Shows the places in `element`, where the focused one stays focused; `unread` counts by place id. */
export function showSidebar(element, state) {
  const focused = element.contains(document.activeElement) && document.activeElement.dataset.place;
  element.replaceChildren(...drawPlaces(state));
  if (focused) element.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

function drawPlaces({ scene, place, unread, open }) {
  const all = [...scene.places.values()];
  const withBot = all.filter((other) => other.kind === "dm" && counterpart(other, scene)?.is_bot);
  const direct = all.filter((other) => other.kind === "dm" && !withBot.includes(other));
  const channels = all.filter((other) => other.kind !== "dm");
  const row = (other) => placeRow(other, { scene, place, unread, open });
  return [
    button({ id: HOME, icon: el("span", { class: "place-icon" }, "🏠"), name: t("home"), place, open }),
    withBot.map(row),
    el("h2", {}, t("channels")),
    channels.map(row),
    direct.length > 0 && [el("h2", {}, t("directMessages")), direct.map(row)],
  ]
    .flat(2)
    .filter(Boolean);
}

function placeRow(other, { scene, place, unread, open }) {
  const name = placeName(other.id, scene);
  const icon =
    other.kind === "dm"
      ? avatar(counterpart(other, scene), other.name)
      : el(
          "span",
          { class: "place-icon", title: other.kind === "private" ? t("privateChannel") : null },
          other.kind === "private" ? "🔒" : "#",
        );
  return button({
    id: other.id,
    icon,
    name: name.replace(/^#/, ""),
    place,
    open,
    unread: unread.get(other.id) ?? 0,
  });
}

function button({ id, icon, name, place, open, unread = 0 }) {
  const badge =
    unread > 0 &&
    el(
      "span",
      { class: "unread", "aria-label": t("unread", { n: unread }) },
      unread > 99 ? "99+" : String(unread),
    );
  return el(
    "button",
    {
      type: "button",
      class: unread ? "place has-unread" : "place",
      data: { place: id },
      "aria-current": id === place ? "page" : null,
      on: { click: () => open(id) },
    },
    icon,
    el("span", { class: "place-name" }, name),
    badge,
  );
}
