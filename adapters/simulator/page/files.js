// Files that were said in a chat.

import { el } from "./dom.js";

/** A chip that gives the file at `source` to who looks at it. */
export function fileChip(name, source) {
  const chip = el("span", { class: "file-icon", "aria-hidden": "true" }, "📄");
  return el("a", { class: "file-chip", href: source, download: name }, chip, name);
}
