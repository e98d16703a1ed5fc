// "You are": who the visitor plays, with where that person sits and what time it is there.

import { clockTime } from "./dates.js";
import { el } from "./dom.js";
import { avatar, cityOf } from "./names.js";
import { Picker } from "./picker.js";
import { t } from "./words.js";

/** The picker of one pane's person. */
export function drawYou(pane) {
  const now = pane.page.now();
  const label = t("youAreIn", { platform: pane.platform.label });
  const picker = new Picker({
    options: [...pane.people.values()]
      .filter((person) => !person.is_bot)
      .map((person) => choice(person, now)),
    chosen: [pane.person.id],
    label: `${label} — ${t("findPerson")}`,
    changed: ([id]) => (id ? pane.become(id) : pane.buildBar()),
  });
  return el(
    "div",
    { class: "you" },
    el("span", { class: "you-label" }, t("youAre"), el("small", {}, pane.person.title)),
    picker.element,
  );
}

const choice = (person, now) => ({
  value: person.id,
  label: person.name,
  detail: `${person.title} · ${clockTime(now, { ...person, locale: "en-GB" })} ${cityOf(person.tz)}`,
  picture: () => avatar(person),
});
