// One DingTalk message: a bubble, the writer's own on the right.

import { clockTime, fullMoment } from "../dates.js";
import { button, el } from "../dom.js";
import { avatar } from "../names.js";
import { openMenu } from "../popup.js";
import { t } from "../words.js";
import { drawBody } from "./bodies.js";
import { drawQuote } from "./quote.js";

/** `compact` leaves out the author, `quoted` is the message that this one answers. */
export function drawMessage(message, { compact, quoted }, pane) {
  const { people, person } = pane.scene;
  const author = people.get(message.user) ?? { id: message.user, name: "", is_bot: message.bot };
  if (message.recalled) return recalled(message, author);
  const mine = author.id === person.id;
  return el(
    "article",
    {
      class: ["message", mine ? "mine" : "theirs", compact && "compact"].filter(Boolean).join(" "),
      data: { ts: message.ts },
      "aria-label": author.name,
    },
    el("div", { class: "gutter" }, !compact && avatar(author)),
    el(
      "div",
      { class: "message-main" },
      !compact && byline(message, author, mine, pane.scene),
      el("div", { class: "bubble-row" }, bubble(message, quoted, pane), tools(message, pane)),
      reads(message, mine, people),
    ),
  );
}

const recalled = (message, author) =>
  el("p", { class: "recalled", data: { ts: message.ts } }, t("recalled", { who: author.name }));

function byline(message, author, mine, { person }) {
  const date = new Date(message.at);
  const time = el(
    "time",
    { datetime: message.at, title: fullMoment(date, person) },
    clockTime(date, person),
  );
  return el(
    "header",
    {},
    !mine && el("strong", {}, author.name),
    author.is_bot && el("span", { class: "badge" }, t("robot")),
    time,
  );
}

function bubble(message, quoted, pane) {
  const node = el(
    "div",
    { class: "bubble", data: { kind: message.kind } },
    quoted && drawQuote(quoted, pane),
    drawBody(message, pane),
  );
  // A long press on a phone, a right click elsewhere; links and fields keep the browser's own menu.
  node.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, input, textarea, select")) return;
    event.preventDefault();
    openMenu(node, [{ label: t("quote"), icon: "❞", run: () => pane.quote(message) }]);
  });
  return node;
}

function tools(message, pane) {
  const quote = button(null, "❞", () => pane.quote(message), t("quote"));
  quote.title = t("quote");
  return el("div", { class: "tools", role: "toolbar", "aria-label": t("messageActions") }, quote);
}

/** How many read it, for who wrote it and for what the bot said. */
function reads({ reads: ids = [], bot, user }, mine, people) {
  const others = ids.filter((id) => id !== user);
  if (!others.length || !(mine || bot)) return null;
  const names = others.map((id) => people.get(id)?.name ?? id).join(", ");
  return el("small", { class: "reads", title: names }, t("readBy", { n: others.length }));
}
