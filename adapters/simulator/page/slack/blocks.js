// Block Kit → DOM, one function per kind of block.
//
// A surface is where the blocks stand (a message, the modal, the home tab):
// `scene` who looks at it and what they know, `press(action)` what a press does,
// `fields` where drawn fields enlist, `kept` values typed before a redraw.

import { el, freshId } from "../dom.js";
import { picture } from "../pictures.js";
import { act, drawElement, fieldKey } from "./elements.js";
import { makeField } from "./fields.js";
import { drawText, plainWords } from "./mrkdwn.js";
import { drawRichText } from "./richtext.js";
import { t } from "../words.js";

export function drawBlocks(blocks, surface) {
  return blocks.map((block) => drawBlock(block, surface));
}

function drawBlock(block, surface) {
  const draw = Object.hasOwn(KINDS, block.type) ? KINDS[block.type] : unknown;
  const node = draw(block, surface);
  node.classList.add("block", `block-${draw === unknown ? "unknown" : block.type}`);
  if (block.block_id) node.dataset.block = block.block_id;
  return node;
}

const KINDS = {
  header: (block) => el("h3", {}, plainWords(block.text)),
  divider: () => el("hr"),
  section,
  context,
  actions,
  image,
  input,
  rich_text: (block, surface) => drawRichText(block, surface.scene),
  table,
};

const unknown = (block) => el("p", { class: "unknown" }, t("cannotShow", { kind: block.type }));

function section(block, surface) {
  const body = el("div", { class: "section-body" });
  if (block.text) body.append(el("div", { class: "text" }, drawText(block.text, surface.scene)));
  if (block.fields)
    body.append(
      el(
        "div",
        { class: "facts" },
        block.fields.map((fact) => el("div", { class: "text" }, drawText(fact, surface.scene))),
      ),
    );
  const accessory = block.accessory && drawElement(block.accessory, block, surface);
  return el("div", {}, body, accessory && el("div", { class: "accessory" }, accessory));
}

function context(block, surface) {
  const draw = (piece) =>
    piece.type === "image"
      ? picture(piece.image_url, piece.alt_text, "icon")
      : el("span", { class: "text" }, drawText(piece, surface.scene));
  return el("div", {}, block.elements.map(draw));
}

function actions(block, surface) {
  return el(
    "div",
    {},
    block.elements.map((element) => drawElement(element, block, surface)),
  );
}

function image(block) {
  const caption = block.title && el("figcaption", {}, plainWords(block.title));
  const { image_url, slack_file } = block;
  const source = image_url ?? `/simulator/slack/files/${encodeURIComponent(slack_file.id ?? "")}`;
  return el("figure", {}, caption, picture(source, block.alt_text, "picture"));
}

function input(block, surface) {
  const { element } = block;
  const key = fieldKey(block, element);
  const label = plainWords(block.label);
  // Pressing Enter or choosing tells the bot at once only where the form asked for it.
  const changed = block.dispatch_action ? (value) => act(surface, block, element, value) : () => {};
  const made = makeField(element, surface.scene, {
    value: surface.kept?.get(key),
    changed,
    label,
    ask: (words) => surface.suggest?.({ button: element.action_id, block: block.block_id, value: words }),
  });
  if (!made) return unknown(element);
  const error = el("p", { class: "field-error", id: freshId("error"), role: "alert", hidden: true });
  surface.fields?.set(key, { ...made, block, element, error });
  const hint = block.hint && el("p", { class: "field-hint" }, plainWords(block.hint));
  return el("div", {}, inputLabel(block, label, made.node), made.node, error, hint);
}

function inputLabel(block, label, node) {
  const focus = () => node.querySelector("input, textarea")?.focus() ?? node.focus();
  return el(
    "div",
    { class: "field-label", on: { click: focus } },
    label,
    block.optional && el("span", { class: "field-optional" }, t("optional")),
  );
}

function table(block, surface) {
  const settings = block.column_settings ?? [];
  const cell = (tag) => (content, column) =>
    el(
      tag,
      {
        data: {
          align: settings[column]?.align ?? "left",
          wrapped: String(settings[column]?.is_wrapped ?? false),
        },
      },
      drawCell(content, surface.scene),
    );
  const [head = [], ...body] = block.rows ?? [];
  const rows = body.map((row) => el("tr", {}, row.map(cell("td"))));
  const grid = el("table", {}, el("thead", {}, el("tr", {}, head.map(cell("th")))), el("tbody", {}, rows));
  return el(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": t("messages") },
    grid,
  );
}

function drawCell(content, scene) {
  if (content.type === "rich_text") return drawRichText(content, scene);
  return String(content.text ?? content.value ?? content.number ?? "");
}
