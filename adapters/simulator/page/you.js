// "You are": who the visitor plays, with where that person sits and what time it is there.

import { clockTime } from "./dates.js";
import { el } from "./dom.js";
import { avatar, cityOf } from "./names.js";
import { Picker } from "./picker.js";
import { t } from "./words.js";

/** The picker of one pane's person; with several panes it names the chat. */
export function drawYou(pane, { several, now }) {
  const label = several ? t("youAreIn", { platform: pane.platform.label }) : t("youAre");
  const picker = new Picker({
    options: [...pane.people.values()]
      .filter((person) => !person.is_bot)
      .map((person) => choice(person, now)),
    chosen: [pane.person.id],
    label: `${label} — ${t("findPerson")}`,
    changed: ([id]) => (id ? pane.become(id) : pane.page.build()),
  });
  return el(
    "div",
    { class: "you" },
    el("span", { class: "you-label" }, label, el("small", {}, pane.person.title)),
    picker.element,
  );
}

const choice = (person, now) => ({
  value: person.id,
  label: person.name,
  detail: `${person.title} · ${clockTime(now, { ...person, locale: "en-GB" })} ${cityOf(person.tz)}`,
  picture: () => avatar(person),
});
