// Builds elements. Strings always become text nodes, so nothing a person types can become markup.

/** Makes an element: `on` holds listeners, `data` dataset entries, everything else is an attribute. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

function setAttribute(node, name, value) {
  if (value == null || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  } else if (name === "data") {
    Object.assign(node.dataset, value);
  } else {
    node.setAttribute(name, value === true ? "" : value);
  }
}

/** A button of the class `kind`; `label` is for icons, whose looks do not say what they do. */
export function button(kind, words, press, label = null) {
  return el("button", { type: "button", class: kind, "aria-label": label, on: { click: press } }, words);
}

/** Runs `work` while the button shows a spinner; a second press meanwhile does nothing. */
export async function whileBusy(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    button.removeAttribute("aria-busy");
  }
}

const LINKABLE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** A link that opens in a new tab, or plain text when the address could run something. */
export function link(address, ...label) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return el("span", {}, label);
  }
  if (!LINKABLE.has(url.protocol)) return el("span", {}, label);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, label);
}

/** An id no other element on the page has, for labels and aria references. */
export function freshId(prefix) {
  freshId.count = (freshId.count ?? 0) + 1;
  return `${prefix}-${freshId.count}`;
}
