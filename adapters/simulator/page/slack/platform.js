// Slack, as one of the chats a pane can show.

import { t } from "../words.js";
import { SlackPane } from "./pane.js";
import { HOME } from "./sidebar.js";

export const slack = { id: "slack", label: "Slack", Pane: SlackPane, room: HOME, roomName: () => t("home") };
