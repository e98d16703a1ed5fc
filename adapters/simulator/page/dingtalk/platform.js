// DingTalk, as one of the chats a pane can show.

import { t } from "../words.js";
import { DingTalkPane } from "./pane.js";
import { TODOS } from "./sidebar.js";

export const dingtalk = {
  id: "dingtalk",
  get label() {
    return t("dingtalk");
  },
  Pane: DingTalkPane,
  room: TODOS,
  roomName: () => t("todos"),
};
