// Pictures from elsewhere, which may not come.

import { el } from "./dom.js";

/** An image that shows its description when it cannot be loaded. */
export function picture(source, alt, kind) {
  const image = el("img", { src: source, alt, class: kind, loading: "lazy", referrerpolicy: "no-referrer" });
  image.addEventListener("error", () =>
    image.replaceWith(el("span", { class: "no-picture" }, `🖼 ${alt ?? ""}`)),
  );
  return image;
}
