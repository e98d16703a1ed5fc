// Slack's text formats: plain_text stays exactly as it is, mrkdwn gets its marks, links and mentions.

import { fillTokens } from "../dates.js";
import { el, link } from "../dom.js";
import { emoji } from "./emoji.js";
import { mention, placeName } from "../names.js";
import { t } from "../words.js";

/** Draws a text object of either type. */
export function drawText(text, scene) {
  if (!text) return [];
  if (text.type === "mrkdwn") return drawMrkdwn(text.text, scene, { verbatim: text.verbatim });
  return drawPlain(plainWords(text));
}

/** A plain_text object as people read it: no marks, but Slack's entities and emoji names resolved. */
export function plainWords(text) {
  const words = decoded(text?.text ?? "");
  return text?.emoji === false ? words : withEmoji(words);
}

function drawPlain(text) {
  return text.split("\n").flatMap((line, index) => (index ? [el("br"), line] : [line]));
}

/** Draws mrkdwn; with `verbatim` bare web addresses are left alone. */
export function drawMrkdwn(text, scene, { verbatim = false } = {}) {
  return text
    .split(/```\n?([\s\S]*?)\n?```/)
    .flatMap((part, index) =>
      index % 2 ? [el("pre", {}, decoded(part))] : drawLines(part, scene, verbatim),
    );
}

function drawLines(text, scene, verbatim) {
  const nodes = [];
  let quote = null;
  for (const line of text.split("\n")) {
    const quoted = /^(?:>|&gt;) ?/.exec(line);
    if (quoted) {
      if (!quote) nodes.push((quote = el("blockquote")));
      else quote.append(el("br"));
      quote.append(...drawInline(line.slice(quoted[0].length), scene, verbatim));
    } else {
      if (nodes.length && !quote) nodes.push(el("br"));
      quote = null;
      nodes.push(...drawInline(line, scene, verbatim));
    }
  }
  return nodes;
}

// A mark counts only at the edge of a word, as in Slack: 2*3*4 and snake_case_name stay as typed.
const marked = (mark) =>
  String.raw`(?<![\p{L}\p{N}${mark}])${mark}([^\s${mark}](?:[^${mark}\n]*[^\s${mark}])?)${mark}(?![\p{L}\p{N}${mark}])`;

const INLINE = new RegExp(
  [
    "`([^`\\n]+)`",
    "<([^<>\\n]+)>",
    marked("\\*"),
    marked("_"),
    marked("~"),
    ":([a-z0-9_+-]+(?:::skin-tone-\\d)?):",
    "(https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]}'\"])",
  ].join("|"),
  "gu",
);

function drawInline(text, scene, verbatim) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(decoded(text.slice(end, match.index)), drawMatch(match, scene, verbatim));
    end = match.index + match[0].length;
  }
  nodes.push(decoded(text.slice(end)));
  return nodes.filter((node) => node !== "");
}

function drawMatch([whole, code, angled, bold, italic, struck, name, address], scene, verbatim) {
  const inside = (words) => drawInline(words, scene, verbatim);
  if (code) return el("code", {}, decoded(code));
  if (angled) return drawAngled(angled, scene);
  if (bold) return el("strong", {}, inside(bold));
  if (italic) return el("em", {}, inside(italic));
  if (struck) return el("s", {}, inside(struck));
  if (name) return emoji(name);
  if (address && !verbatim) return link(decoded(address), decoded(address));
  return decoded(whole);
}

function drawAngled(content, scene) {
  const bar = content.indexOf("|");
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? "" : decoded(content.slice(bar + 1));
  if (/^@[UW]/.test(target)) return mention(target.slice(1), scene, label);
  if (/^#[CGD]/.test(target))
    return el("span", { class: "mention" }, placeName(target.slice(1), scene, label));
  if (target.startsWith("!date^")) return drawDate(target, label, scene);
  if (target.startsWith("!")) return drawBroadcast(target.slice(1), label);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return `<${decoded(content)}>`;
  return link(decoded(target), label || decoded(target).replace(/^mailto:/, ""));
}

function drawDate(target, fallback, scene) {
  const [, seconds, format, address] = target.split("^");
  return drawMoment({ seconds: Number(seconds), format: decoded(format ?? ""), address, fallback }, scene);
}

/** A moment in the reader's zone; the fallback when it is no date. */
export function drawMoment({ seconds, format, address, fallback }, scene) {
  const date = new Date(seconds * 1000);
  if (!format || Number.isNaN(date.getTime())) return fallback || "";
  const words = fillTokens(format, date, scene.person, scene.now());
  const moment = el("time", { datetime: date.toISOString(), title: fallback || null }, words);
  return address ? link(decoded(address), moment) : moment;
}

function drawBroadcast(target, label) {
  const name = target.split("^")[0];
  const known = name === "everyone" ? t("everyone") : name;
  return el("span", { class: "mention mention-all" }, label || `@${known}`);
}

const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name));

const decoded = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
