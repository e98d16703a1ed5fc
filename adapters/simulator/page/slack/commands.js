// What the composer proposes after the bot's slash command.

import { language } from "../words.js";

const COMMANDS = {
  en: [
    ["help", "What the bot can do"],
    ["task add ", "A new task: title @who due friday 17:00 #project !high"],
    ["task list mine", "Your open tasks"],
    ["standup new", "Set up a stand-up with a form"],
    ["standup run", "Open today's stand-up now"],
    ["standup fill", "Fill in your stand-up"],
    ["today", "What needs you today"],
    ["away friday", "You are away; nobody reminds you"],
    ["settings", "Language, zone, hours, reminders"],
  ],
  zh: [
    ["帮助", "机器人能做什么"],
    ["任务 新增 ", "新建任务：标题 @负责人 截止:周五17:00 #项目 !high"],
    ["任务 列表", "你的任务"],
    ["站会 新建", "用表单设置站会"],
    ["站会 开始", "现在开始今天的站会"],
    ["站会 填写", "填写你的站会"],
    ["今天", "今天需要你处理的事"],
    ["请假 周五", "请假期间不会提醒你"],
    ["设置", "语言、时区、时间、提醒"],
  ],
};

/** What can be typed after the bot's command, in the page's language first. */
export function commandsOf(command) {
  const seen = new Map();
  for (const [words, detail] of [...COMMANDS[language()], ...Object.values(COMMANDS).flat()]) {
    const insert = `${command} ${words}`;
    if (!seen.has(insert)) seen.set(insert, { insert, label: insert, detail });
  }
  return [...seen.values()];
}
