// What stands in a bubble, by kind of message.

import { button, el, whileBusy } from "../dom.js";
import { fileChip } from "../files.js";
import { picture } from "../pictures.js";
import { t } from "../words.js";
import { drawCard } from "./card.js";
import { sourceOf } from "./links.js";
import { drawMarkdown, drawWords } from "./markdown.js";

export function drawBody(message, pane) {
  const draw = Object.hasOwn(KINDS, message.kind) ? KINDS[message.kind] : unknown;
  return draw(message, pane);
}

const KINDS = {
  text: (message, pane) => el("div", { class: "body plain-text" }, drawWords(message.text, pane.scene)),
  markdown: (message, pane) => el("div", { class: "body" }, markdown(message, pane)),
  actionCard,
  link,
  feedCard: actionCard,
  image,
  file,
  card: drawCard,
  notice: actionCard,
};

const unknown = ({ kind, text = "" }) =>
  el("p", { class: "unknown" }, `${t("cannotShow", { kind })} ${text}`);

function file({ content, text, title }) {
  const name = content?.fileName || text || title;
  const source = sourceOf(content?.mediaId ?? "");
  return el("div", { class: "body file" }, fileChip(name, source));
}

function markdown(message, pane) {
  const follow = (address) => pane.follow(address, message);
  return drawMarkdown(message.text ?? "", { scene: pane.scene, follow });
}

function actionCard(message, pane) {
  const { title = "", text = "", buttons = [] } = message;
  const beside = message.content?.btnOrientation === "1" || buttons.length === 2;
  return el(
    "div",
    { class: "body card" },
    // The client shows both; a text that begins with its title would say it twice.
    title && !bare(text).startsWith(bare(title)) && el("h3", {}, title),
    text && el("div", { class: "card-text" }, markdown(message, pane)),
    buttons.length > 0 &&
      el(
        "div",
        { class: beside ? "card-links beside" : "card-links" },
        buttons.map((one) => linkButton(one, message, pane)),
      ),
  );
}

const bare = (text) => text.replace(/[#*_>\s]+/g, "");

function linkButton(one, message, pane) {
  const node = button("card-link", one.label, () => whileBusy(node, () => pane.pressButton(message, one)));
  return node;
}

function link(message, pane) {
  const { title = "", text = "", buttons = [], content = {} } = message;
  const press = () => pane.pressButton(message, buttons[0] ?? { id: "0" });
  return button(
    "body link-card",
    [
      el("span", { class: "link-words" }, el("b", {}, title), el("small", {}, text)),
      content.picUrl && picture(content.picUrl, "", "thumbnail"),
    ],
    press,
  );
}

function image(message) {
  const source = sourceOf(message.content?.photoURL ?? "");
  return el("div", { class: "body" }, picture(source, message.title || t("picture"), "picture"));
}
