// Things that float above the page: one popup under its anchor, and menus made of it.

import { el } from "./dom.js";

let closeOpen = () => {};

/** Shows `content` next to `anchor` until a click outside, Escape, or the returned function. */
export function openPopup(anchor, content, { closed = () => {}, above = false, keepFocus = false } = {}) {
  closeOpen();
  const popup = el("div", { class: "popup", popover: "manual" }, content);
  // Beside the anchor in the document, so a redraw that removes the anchor removes the popup too.
  anchor.after(popup);
  popup.showPopover();
  const place = () => position(popup, anchor, above);
  place();

  const close = () => {
    stop.abort();
    popup.remove();
    closed();
    if (closeOpen === close) closeOpen = () => {};
  };
  const stop = closeWhenLeft(popup, anchor, close, keepFocus);
  window.addEventListener("resize", place, { signal: stop.signal });
  window.addEventListener("scroll", place, { signal: stop.signal, capture: true });
  closeOpen = close;
  return close;
}

function closeWhenLeft(popup, anchor, close, keepFocus) {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  const outside = (event) => !popup.contains(event.target) && !anchor.contains(event.target);
  document.addEventListener("pointerdown", (event) => outside(event) && close(), options);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      close();
      if (!keepFocus) anchor.focus();
    },
    options,
  );
  return stop;
}

const GAP = 4;

function position(popup, anchor, above) {
  const from = anchor.getBoundingClientRect();
  popup.style.minWidth = `${Math.min(from.width, 420)}px`;
  const size = popup.getBoundingClientRect();
  const below = from.bottom + GAP;
  const onTop = from.top - GAP - size.height;
  const fitsBelow = below + size.height <= innerHeight - GAP;
  const top = (above && onTop >= 0) || !fitsBelow ? Math.max(GAP, onTop) : below;
  const left = Math.max(GAP, Math.min(from.left, innerWidth - size.width - GAP));
  popup.style.top = `${top}px`;
  popup.style.left = `${left}px`;
}

/** A menu of `{label, detail?, icon?, danger?, run}`, worked with mouse or arrow keys. */
export function openMenu(anchor, items, options = {}) {
  const menu = el(
    "div",
    { class: "menu", role: "menu" },
    items.map((item) => menuItem(item, () => close())),
  );
  menu.addEventListener("keydown", (event) => moveFocus(event, [...menu.children]));
  anchor.setAttribute("aria-expanded", "true");
  const closed = () => anchor.setAttribute("aria-expanded", "false");
  const close = openPopup(anchor, menu, { ...options, closed });
  menu.firstElementChild?.focus();
}

function menuItem({ label, detail, icon, danger, run }, close) {
  const choose = () => {
    close();
    run();
  };
  return el(
    "button",
    { type: "button", role: "menuitem", class: danger ? "danger" : null, on: { click: choose } },
    icon && el("span", { class: "menu-icon", "aria-hidden": "true" }, icon),
    el("span", {}, label, detail && el("small", {}, detail)),
  );
}

function moveFocus(event, items) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  items.at((at + step + items.length) % items.length).focus();
}
