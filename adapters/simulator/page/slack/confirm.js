// The small question before something that cannot be taken back.

import { el } from "../dom.js";
import { drawText, plainWords } from "./mrkdwn.js";
import { t } from "../words.js";

/** Asks; resolves to true only when the person agrees. */
export function askConfirmation(confirm, scene) {
  return new Promise((answer) => {
    const dialog = el("dialog", { class: "confirm", "aria-label": plainWords(confirm.title) });
    const decide = (agreed) => () => {
      dialog.close(agreed ? "yes" : "");
    };
    dialog.append(
      el("h2", {}, plainWords(confirm.title)),
      el("p", {}, drawText(confirm.text, scene)),
      el(
        "footer",
        {},
        el(
          "button",
          { type: "button", class: "button", on: { click: decide(false) } },
          plainWords(confirm.deny) || t("confirmNo"),
        ),
        el(
          "button",
          { type: "button", class: `button ${confirm.style ?? "primary"}`, on: { click: decide(true) } },
          plainWords(confirm.confirm) || t("confirmYes"),
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
