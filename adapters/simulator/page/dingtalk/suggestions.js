// What DingTalk's composer proposes: people after "@", and what the bot understands.

import { avatar } from "../names.js";
import { language, t } from "../words.js";

const MOST = 8;

const COMMANDS = {
  en: [
    ["help", "What the bot can do"],
    ["task add ", "A new task: title @who due friday 17:00 #project !high"],
    ["task list mine", "Your open tasks"],
    ["standup new", "Set up a stand-up"],
    ["standup fill", "Fill in your stand-up"],
    ["today", "What needs you today"],
    ["settings", "Language, zone, hours, reminders"],
  ],
  zh: [
    ["帮助", "店小二能做什么"],
    ["任务 新增 ", "新建任务：标题 @负责人 截止:周五17:00 #项目 !高"],
    ["任务 列表", "你的任务"],
    ["站会 新建", "设置站会"],
    ["站会 填写", "填写你的站会"],
    ["今天", "今天需要你处理的事"],
    ["设置", "语言、时区、时间、提醒"],
  ],
};

/** The proposals for the text before the caret, as Slack's; Enter takes a name that was begun. */
export function suggest(before, pane) {
  const word = /(?:^|[\s(（])@([^\s@]*)$/.exec(before);
  if (word) return people(word[1], before.length - word[1].length - 1, pane);
  return commands(before, pane);
}

function people(typed, start, { places, place, people: all, person, bot }) {
  const { members = [...all.keys()] } = places.get(place) ?? {};
  const others = members.filter((id) => id !== person.id && id !== bot?.id);
  const here = [bot, ...others.map((id) => all.get(id))].filter(Boolean);
  const like = ({ name, title }) => name.includes(typed) || title?.includes(typed);
  const items = here.filter(like).map((one) => ({
    insert: `@${one.name} `,
    label: one.name,
    detail: one.is_bot ? t("robot") : one.title,
    picture: () => avatar(one),
  }));
  // A finished name needs no proposal, so that Enter sends.
  if (!items.length || items.some(({ label }) => label === typed)) return null;
  return { start, items: items.slice(0, MOST), completes: true };
}

/** In a group only what begins with the bot's name reaches it; alone with it, everything does. */
function commands(before, { bot, places, place }) {
  const addressed = places.get(place)?.kind === "im" ? "" : `@${bot?.name} `;
  if (!before.startsWith(addressed)) return null;
  const typed = before.slice(addressed.length);
  if (!typed && !addressed) return null;
  const known = new Set([...COMMANDS[language()], ...Object.values(COMMANDS).flat()]);
  const fitting = [...known].filter(
    ([words]) => words.startsWith(typed) && words.trim() !== typed.trim(),
  );
  const items = fitting.map(([words, detail]) => ({ insert: words, label: words, detail, icon: "›" }));
  return items.length ? { start: addressed.length, items: items.slice(0, MOST) } : null;
}
