# The app itself: its manifest, its start, its health.
app-name = Shopcrew
app-description = Tasks, stand-ups and the daily work of a shop team, in Slack and DingTalk.
app-usage-hint = task add …  ·  standup new …  ·  away friday  ·  help
config-no-platform =
    No chat is connected yet. Set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
    To look around without an account: shopcrew try
try-ready =
    Shopcrew is ready: { $url }
    Open it in a browser. Stop with Ctrl-C.

doctor-healthy = All is well.
doctor-fair = It works; please look at the lines marked !.
doctor-ill = Please mend the lines marked ✗ and ask me again.
doctor-database-ok = The database is there, at its newest shape.
doctor-database-in-use = The database is in use by a running bot.
doctor-database = The database cannot be used: { $why }
doctor-no-platform = No chat is connected: set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
doctor-slack-http = Slack calls us over HTTP: its request address must be https://<your address>/slack/events.
doctor-slack-no-way-in = Slack has no way in: set SLACK_APP_TOKEN (xapp-…, Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
doctor-slack-bot-token = Slack refuses SLACK_BOT_TOKEN ({ $why }). Copy it again from “OAuth & Permissions”.
doctor-slack-bot-token-ok = Slack knows us in the workspace “{ $workspace }”.
doctor-slack-app-token = Slack refuses SLACK_APP_TOKEN ({ $why }). Make one with connections:write under “Basic Information”.
doctor-slack-socket-ok = Socket Mode opens.
doctor-slack-scopes-missing = The app lacks these scopes: { $scopes }. Add them under “OAuth & Permissions” and install the app again.
doctor-slack-no-pictures = Pictures are told in words: the app lacks { $scope }. Add it under “OAuth & Permissions” and install the app again.
doctor-slack-scopes-ok = The app has every scope it needs.
doctor-slack-events = Only its settings page shows which events the app gets. It needs: { $events } (“shopcrew manifest slack” has them all).
doctor-slack-clock = This machine's clock is { $seconds } seconds off. Slack refuses requests that are five minutes off: set the clock.
doctor-slack-unreachable = Slack does not answer ({ $why }). Check the network of this machine and SLACK_API_URL.
