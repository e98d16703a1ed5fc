// Slack's rich_text block: sections, lists, quotes and preformatted text, drawn element by element.

import { el, link } from "../dom.js";
import { emoji } from "./emoji.js";
import { drawMoment } from "./mrkdwn.js";
import { mention, placeName } from "../names.js";

export function drawRichText(block, scene) {
  return el(
    "div",
    { class: "rich-text" },
    (block.elements ?? []).map((part) => drawPart(part, scene)),
  );
}

function drawPart(part, scene) {
  const inside = (part.elements ?? []).flatMap((piece) => drawPiece(piece, scene));
  switch (part.type) {
    case "rich_text_list":
      return drawList(part, scene);
    case "rich_text_quote":
      return el("blockquote", {}, inside);
    case "rich_text_preformatted":
      return el("pre", {}, inside);
    default:
      return el("div", {}, inside);
  }
}

function drawList(part, scene) {
  const ordered = part.style === "ordered";
  const items = part.elements.map((item) =>
    el(
      "li",
      {},
      item.elements.flatMap((piece) => drawPiece(piece, scene)),
    ),
  );
  const start = ordered && part.offset ? part.offset + 1 : null;
  return el(ordered ? "ol" : "ul", { data: { indent: part.indent ?? 0 }, start }, items);
}

function drawPiece(piece, scene) {
  return style(drawBare(piece, scene), piece.style ?? {});
}

function drawBare(piece, scene) {
  switch (piece.type) {
    case "link":
      return [link(piece.url, piece.text || piece.url)];
    case "user":
      return [mention(piece.user_id, scene)];
    case "channel":
      return [el("span", { class: "mention" }, placeName(piece.channel_id, scene))];
    case "usergroup":
      return [el("span", { class: "mention" }, `@${piece.usergroup_id}`)];
    case "broadcast":
      return [el("span", { class: "mention mention-all" }, `@${piece.range}`)];
    case "emoji":
      return [fromUnicode(piece.unicode) ?? emoji(piece.name)];
    case "date":
      return [
        drawMoment(
          { seconds: piece.timestamp, format: piece.format, address: piece.url, fallback: piece.fallback },
          scene,
        ),
      ];
    default:
      return withBreaks(piece.text ?? "");
  }
}

function fromUnicode(code) {
  return code ? String.fromCodePoint(...code.split("-").map((part) => parseInt(part, 16))) : null;
}

const withBreaks = (text) => text.split("\n").flatMap((line, index) => (index ? [el("br"), line] : [line]));

const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u" };

function style(nodes, wanted) {
  return Object.entries(STYLES)
    .filter(([name]) => wanted[name])
    .reduce((inside, [, tag]) => [el(tag, {}, inside)], nodes);
}
