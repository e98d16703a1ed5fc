// Inside a line of DingTalk's Markdown: bold, italic, links, pictures, colours and mentions.

import { button, el } from "../dom.js";
import { mention } from "../names.js";
import { picture } from "../pictures.js";
import { meaningOf, sourceOf } from "./links.js";

const EVERYWHERE = [
  String.raw`\\(?<escaped>[\\\x60*_{}[\]()#+\-.!<>~|@&])`,
  String.raw`!\[(?<alt>[^\]\n]*)\]\((?<source>[^()\s]+)\)`,
  String.raw`\[(?<label>(?:\\.|[^\]\\\n])+)\]\((?<address>(?:[^()\s]|\([^()\s]*\))+)\)`,
  String.raw`\*\*(?<bold>(?=\S).*?(?<=\S))\*\*`,
  String.raw`(?<![\p{L}\p{N}_])__(?<strong>(?=\S).*?(?<=\S))__(?![\p{L}\p{N}_])`,
  String.raw`\*(?<italic>(?=[^\s*])[^*]*?(?<=[^\s*]))\*`,
  String.raw`(?<![\p{L}\p{N}_])_(?<slanted>(?=[^\s_])[^_]*?(?<=[^\s_]))_(?![\p{L}\p{N}_])`,
  String.raw`<font(?=[^>]*\scolor=["']?(?<colour>#[0-9a-f]{3,8}|\w+))[^>]*>(?<coloured>.*?)</font>`,
  String.raw`&(?<entity>nbsp|lt|gt|amp|quot|#39);`,
  String.raw`(?<newline>\n)`,
];
const IN_CARDS = [
  String.raw`<(?<pause>br)\s*/?>`,
  String.raw`<a\s+atId=["']?(?<someone>[\w.$:-]+)["']?\s*>(?<called>[^<]*)</a>`,
  String.raw`\x60(?<code>[^\x60\n]+)\x60`,
];
const MESSAGE = new RegExp(EVERYWHERE.join("|"), "giu");
const CARD = new RegExp([...IN_CARDS, ...EVERYWHERE].join("|"), "giu");

const ENTITIES = { nbsp: "\u00a0", lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

export function drawInline(text, look) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(look.card ? CARD : MESSAGE)) {
    nodes.push(...drawWords(text.slice(end, match.index), look.scene), drawMatch(match, look));
    end = match.index + match[0].length;
  }
  return [...nodes, ...drawWords(text.slice(end), look.scene)].filter((node) => node !== "");
}

function drawMatch({ 0: whole, groups: found }, look) {
  const inside = (words) => drawInline(words, look);
  if (found.escaped) return found.escaped;
  if (found.source) return picture(sourceOf(found.source), found.alt, "picture");
  if (found.address) return drawLink(found.address, inside(found.label), look);
  if (found.bold || found.strong) return el("strong", {}, inside(found.bold ?? found.strong));
  if (found.italic || found.slanted) return el("em", {}, inside(found.italic ?? found.slanted));
  if (found.colour) return coloured(found.colour, inside(found.coloured));
  if (found.entity) return ENTITIES[found.entity.toLowerCase()];
  if (found.newline || found.pause) return el("br");
  if (found.someone) return mention(found.someone, look.scene, found.called);
  if (found.code) return el("code", {}, found.code);
  return whole;
}

/** A link is followed by the client: beside the chat, in a tab, or by saying something. */
function drawLink(address, label, { follow, card }) {
  const { say, page, elsewhere } = meaningOf(address);
  if (say && !card) return button("words-link", label, () => follow(address));
  if (page || elsewhere) {
    const press = (event) => {
      event.preventDefault();
      follow(address);
    };
    return el("a", { href: page ?? elsewhere, rel: "noopener noreferrer", on: { click: press } }, label);
  }
  return el("span", {}, label);
}

// The colours that cards name (common_red1_color and its like), as the page shows them.
const NAMED = /^(?:common_)?(red|orange|yellow|green|blue|gray|grey)\w*$/i;

function coloured(colour, inside) {
  const named = NAMED.exec(colour)?.[1].toLowerCase().replace("grey", "gray");
  const node = el("span", { class: "coloured", data: named ? { colour: named } : {} }, inside);
  if (colour.startsWith("#")) node.style.setProperty("--chosen", colour);
  return node;
}

/** Plain words, with the people and the robot of this chat highlighted after an "@". */
export function drawWords(text, scene) {
  const names = [...scene.people.values()].flatMap(({ id, name }) => [
    [name, id],
    [id, id],
  ]);
  const ids = new Map(names);
  const longestFirst = [...ids.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`@(${longestFirst.map(escaped).join("|")})`);
  return text
    .split(pattern)
    .map((part, index) => (index % 2 ? mention(ids.get(part), scene) : part));
}

const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
