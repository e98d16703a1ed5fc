// One message: who said it, what they said, and what can be done with it.

import { drawBlocks } from "./blocks.js";
import { clockTime, fullMoment } from "../dates.js";
import { el } from "../dom.js";
import { emoji } from "./emoji.js";
import { fileChip } from "../files.js";
import { drawMrkdwn } from "./mrkdwn.js";
import { avatar } from "../names.js";
import { openMenu } from "../popup.js";
import { t } from "../words.js";

/** `compact` leaves out the author, `answers` are its replies, `threads` allows to open them. */
export function drawMessage(message, { compact, answers = [], threads = false }, pane) {
  const { people } = pane.scene;
  const author = people.get(message.user) ?? {
    id: message.user,
    name: message.user ?? "",
    is_bot: message.bot,
  };
  const time = sentAt(message, pane.scene);
  return el(
    "article",
    { class: classes(message, compact), data: { ts: message.ts }, "aria-label": author.name },
    el("div", { class: "gutter" }, compact ? time : avatar(author)),
    el(
      "div",
      { class: "message-main" },
      message.ephemeral_to && el("p", { class: "only-you" }, `👁 ${t("onlyYou")}`),
      !compact && byline(message, author, time),
      body(message, pane),
      files(message),
      message.edited && el("span", { class: "edited" }, t("edited")),
      reactions(message, people),
      answers.length > 0 && threadLink(message, answers, pane),
    ),
    !message.ephemeral_to && tools(message, threads, pane),
  );
}

function classes(message, compact) {
  const also = {
    compact,
    ephemeral: message.ephemeral_to,
    quiet: message.subtype === "channel_join",
  };
  return ["message", ...Object.keys(also).filter((name) => also[name])].join(" ");
}

function sentAt(message, { person }) {
  const date = new Date(message.at);
  return el("time", { datetime: message.at, title: fullMoment(date, person) }, clockTime(date, person));
}

function byline(message, author, time) {
  const badge = message.bot && el("span", { class: "badge" }, t("app"));
  return el("header", {}, el("strong", {}, author.name), badge, time);
}

function body(message, pane) {
  const { scene } = pane;
  if (!message.blocks?.length)
    return el("div", { class: "body text" }, drawMrkdwn(message.text ?? "", scene));
  const press = (action) => pane.press({ message: message.ts, in: message.in, ...action });
  return el("div", { class: "body blocks" }, drawBlocks(message.blocks, { scene, press, fields: new Map() }));
}

function files({ files: all }) {
  if (!all?.length) return null;
  const chip = ({ id, name }) => fileChip(name, `/simulator/slack/files/${encodeURIComponent(id)}`);
  return el("div", { class: "files" }, all.map(chip));
}

function reactions({ reactions: all }, people) {
  if (!all?.length) return null;
  const pill = ({ name, users = [], count = users.length }) => {
    const who = users.map((id) => people.get(id)?.name ?? id).join(", ");
    return el("span", { class: "reaction", title: who }, `${emoji(name)} ${count}`);
  };
  return el("div", { class: "reactions" }, all.map(pill));
}

function threadLink(message, answers, pane) {
  const { people, person } = pane.scene;
  const authors = [...new Set(answers.map((answer) => answer.user))].slice(0, 3);
  const count = answers.length === 1 ? t("reply1") : t("replies", { n: answers.length });
  const time = clockTime(new Date(answers.at(-1).at), person);
  return el(
    "button",
    { type: "button", class: "thread-link", on: { click: () => pane.openThread(message.ts) } },
    authors.map((id) => avatar(people.get(id), id)),
    el("b", {}, count),
    el("small", {}, t("lastReply", { time })),
  );
}

function tools(message, threads, pane) {
  const write = () => pane.openThread(message.thread_ts ?? message.ts, { write: true });
  const reply = threads && tool(t("replyInThread"), "💬", write);
  const items = pane.shortcutItems("message", { message: message.ts });
  const more = items.length > 0 && tool(t("moreActions"), "⋯", () => openMenu(more, items));
  if (more) more.setAttribute("aria-haspopup", "menu");
  return el("div", { class: "tools", role: "toolbar", "aria-label": t("messageActions") }, reply, more);
}

function tool(label, icon, use) {
  return el("button", { type: "button", title: label, "aria-label": label, on: { click: use } }, icon);
}
