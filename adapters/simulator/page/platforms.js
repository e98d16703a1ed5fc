// The chats a pane can show, in the order of the panes. What differs between them is in their folders:
// `Pane` is what to show, `room` the id of what the sidebar opens that is no conversation.

import { dingtalk } from "./dingtalk/platform.js";
import { slack } from "./slack/platform.js";

export const PLATFORMS = [slack, dingtalk];
