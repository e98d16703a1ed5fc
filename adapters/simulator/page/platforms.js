// What differs between the chats a pane can show. A second chat is a second entry here.

import { language } from "./words.js";

const SLACK_COMMANDS = {
  en: [
    ["/crew help", "What the bot can do"],
    ["/crew task add ", "A new task: title @who due friday 17:00 #project !high"],
    ["/crew task list mine", "Your open tasks"],
    ["/crew standup new", "Set up a stand-up with a form"],
    ["/crew standup run", "Open today's stand-up now"],
    ["/crew standup fill", "Fill in your stand-up"],
    ["/crew today", "What needs you today"],
    ["/crew away friday", "You are away; nobody reminds you"],
    ["/crew kudos @", "Thank somebody"],
    ["/crew who owns ", "Who looks after something"],
    ["/crew settings", "Language, zone, hours, reminders"],
  ],
  zh: [
    ["/crew 帮助", "机器人能做什么"],
    ["/crew 任务 新增 ", "新建任务：标题 @负责人 截止:周五17:00 #项目 !high"],
    ["/crew 任务 列表", "你的任务"],
    ["/crew 站会 新建", "用表单设置站会"],
    ["/crew 站会 开始", "现在开始今天的站会"],
    ["/crew 站会 填写", "填写你的站会"],
    ["/crew 今天", "今天需要你处理的事"],
    ["/crew 请假 周五", "请假期间不会提醒你"],
    ["/crew 表扬 @", "感谢同事"],
    ["/crew 谁负责 ", "查找负责人"],
    ["/crew 设置", "语言、时区、时间、提醒"],
  ],
};

const bothLanguages = () => [...SLACK_COMMANDS[language()], ...Object.values(SLACK_COMMANDS).flat()];

function slackCommands() {
  const seen = new Map(
    bothLanguages().map(([insert, detail]) => [insert, { insert, label: insert, detail }]),
  );
  return [...seen.values()];
}

export const PLATFORMS = [
  {
    id: "slack",
    label: "Slack",
    commands: slackCommands,
    shortcuts: [{ word: "newTask", icon: "📌", callback_id: "new_task" }],
    messageShortcuts: [{ word: "makeTask", icon: "📌", callback_id: "make_task" }],
  },
];
