// DingTalk's small Markdown → DOM (facts §4.9). What it does not know stays text, HTML above all.

import { el } from "../dom.js";
import { drawInline } from "./inline.js";

export { drawWords } from "./inline.js";

/**
 * `look` is `{scene, follow, card}`: who reads, what a link's press does, and whether it is the
 * Markdown of a card, which knows line breaks, tables, code and mentions, but no dtmd links.
 */
export function drawMarkdown(text, look) {
  const lines = text.replaceAll("\r", "").split("\n");
  const nodes = [];
  while (lines.length) {
    const block = BLOCKS.find(({ starts, card }) => (look.card || !card) && starts.test(lines[0]));
    if (block) nodes.push(...block.draw(lines, look));
    else nodes.push(...paragraph(lines, look));
  }
  return nodes;
}

const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;
const QUOTE = /^\s{0,3}>\s?/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;

const BLOCKS = [
  { starts: /^\s*$/, draw: (lines) => (lines.shift(), []) },
  { starts: /^\s{0,3}(?:-\s*){3,}$/, draw: (lines) => (lines.shift(), [el("hr")]) },
  { starts: HEADING, draw: heading },
  { starts: QUOTE, draw: quote },
  { starts: ITEM, draw: list },
  { starts: /^```/, draw: code, card: true },
  { starts: /^\s*\|.*\|\s*$/, draw: table, card: true },
];

const starts = (line, look) =>
  BLOCKS.some(({ starts: pattern, card }) => (look.card || !card) && pattern.test(line));

function takeWhile(lines, fits) {
  const end = lines.findIndex((line) => !fits(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

function heading(lines, look) {
  const [, marks, words] = HEADING.exec(lines.shift());
  return [el("h4", { class: `heading heading-${marks.length}` }, drawInline(words, look))];
}

function quote(lines, look) {
  const inside = takeWhile(lines, (line) => QUOTE.test(line)).map((line) => line.replace(QUOTE, ""));
  return [el("blockquote", {}, drawMarkdown(inside.join("\n"), look))];
}

function list(lines, look) {
  const found = takeWhile(lines, (line) => ITEM.test(line)).map((line) => ITEM.exec(line));
  const ordered = Boolean(found[0][3]);
  const item = ([, space, , number, words]) =>
    el(
      "li",
      { value: ordered ? number : null, data: { indent: Math.min(3, Math.floor(space.length / 2)) } },
      drawInline(words.replace(/ {2,}$/, ""), look),
    );
  return [el(ordered ? "ol" : "ul", {}, found.map(item))];
}

function code(lines) {
  lines.shift();
  const inside = takeWhile(lines, (line) => !line.startsWith("```"));
  lines.shift();
  return [el("pre", {}, inside.join("\n"))];
}

function table(lines, look) {
  const rows = takeWhile(lines, (line) => /^\s*\|.*\|\s*$/.test(line)).map((line) =>
    line.trim().slice(1, -1).split(/(?<!\\)\|/),
  );
  const [head, ...body] = rows.filter((cells) => !cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell)));
  if (!head) return [];
  const cells = (tag, row) => row.map((cell) => el(tag, {}, drawInline(cell.trim(), look)));
  const grid = el(
    "table",
    {},
    el("thead", {}, el("tr", {}, cells("th", head))),
    el("tbody", {}, body.map((row) => el("tr", {}, cells("td", row)))),
  );
  return [el("div", { class: "table-frame" }, grid)];
}

/** Lines up to an empty one or another block: a new line only after two spaces, as in the client. */
function paragraph(lines, look) {
  const first = lines.shift();
  const inside = [first, ...takeWhile(lines, (line) => !starts(line, look))];
  const words = inside.map((line, index) => (index < inside.length - 1 ? broken(line) : line.trim()));
  return [el("p", {}, drawInline(words.join(""), look))];
}

const broken = (line) => (/ {2,}$/.test(line) ? `${line.trim()}\n` : `${line.trim()} `);

