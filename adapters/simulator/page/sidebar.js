// The list on the left of a pane; each platform draws its own rows.

import { el } from "./dom.js";
import { t } from "./words.js";

/** Shows rows in `element`, where the focused one stays focused. */
export function showSidebar(element, rows) {
  const focused = element.contains(document.activeElement) && document.activeElement.dataset.place;
  element.replaceChildren(...rows);
  if (focused) element.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

/** A row that opens a place: an icon, what to read beside it, and how much is new there. */
export function placeRow({ id, icon, name, more, unread = 0 }, pane) {
  return el(
    "button",
    {
      type: "button",
      class: unread ? "place has-unread" : "place",
      title: name,
      data: { place: id },
      "aria-current": id === pane.place ? "page" : null,
      on: { click: () => pane.open(id) },
    },
    icon,
    more ?? el("span", { class: "place-name" }, name),
    unread > 0 && unreadBadge(unread),
  );
}

export function unreadBadge(unread) {
  return el(
    "span",
    { class: "unread", "aria-label": t("unread", { n: unread }) },
    unread > 99 ? "99+" : String(unread),
  );
}
