# The app itself: its manifest, its start, its health.
app-name = Shopcrew
app-description = Tasks, stand-ups and the daily work of a shop team, in Slack and DingTalk.
app-usage-hint = task add …  ·  standup new …  ·  away friday  ·  help
keys-rotated =
    { NUMBER($count) ->
        [one] One secret is now encrypted under the first key.
       *[other] { $count } secrets are now encrypted under the first key.
    }
    Keys behind it are needed no longer. Keep them as long as you keep backups from before.
keys-forgotten =
    { NUMBER($count) ->
        [0] Every key that is needed is there. Nothing was erased.
        [one] One secret that no key opens was erased.
       *[other] { $count } secrets that no key opens were erased.
    }
try-ready =
    Shopcrew is ready: { $url }
    Open it in a browser. Stop with Ctrl-C.

doctor-healthy = All is well.
doctor-fair = It works; please look at the lines marked !.
doctor-ill = Please mend the lines marked ✗ and ask me again.
doctor-database-ok = The database is there, at its newest shape.
doctor-database-in-use = The database is in use by a running bot.
doctor-database = The database cannot be used: { $why }
doctor-key = The keys do not fit: { $why }
doctor-key-ok = Tokens and secrets are encrypted in the database.
doctor-key-none = Secrets stand in the database as they are. Set SHOPCREW_SECRET_KEY (for example: openssl rand -base64 32).
doctor-no-platform = No chat is connected: set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
doctor-mail-none = SHOPCREW_MAIL_URL is not set. With it, what must reach a person goes by e-mail where no chat takes it.
doctor-mail-ok = The mail server takes us.
doctor-mail = E-mail does not work ({ $why }). Check SHOPCREW_MAIL_URL.
doctor-mailbox-none = SHOPCREW_FEEDBACK_IMAP_URL is not set. With it, what customers write to that mailbox becomes feedback.
doctor-mailbox-ok = The mailbox for feedback can be read.
doctor-mailbox = The mailbox for feedback cannot be read ({ $why }). Check SHOPCREW_FEEDBACK_IMAP_URL.
doctor-slack-http = Slack calls us over HTTP: its request address must be https://<your address>/slack/events.
doctor-slack-no-way-in = Slack has no way in: set SLACK_APP_TOKEN (xapp-…, Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
doctor-slack-bot-token = Slack refuses SLACK_BOT_TOKEN ({ $why }). Copy it again from “OAuth & Permissions”.
doctor-slack-bot-token-ok = Slack knows us in the workspace “{ $workspace }”.
doctor-slack-app-token = Slack refuses SLACK_APP_TOKEN ({ $why }). Make one with connections:write under “Basic Information”.
doctor-slack-socket-ok = Socket Mode opens.
doctor-slack-scopes-missing = The app lacks these scopes: { $scopes }. Add them under “OAuth & Permissions” and install the app again.
doctor-slack-no-files = Lists can be pasted, but not sent as files: the app lacks { $scope }. Add it under “OAuth & Permissions” and install the app again.
doctor-slack-no-pictures = Pictures are told in words: the app lacks { $scope }. Add it under “OAuth & Permissions” and install the app again.
doctor-slack-scopes-ok = The app has every scope it needs.
doctor-slack-events = Only its settings page shows which events the app gets. It needs: { $events } (“shopcrew manifest slack” has them all).
doctor-slack-install = Workspaces install Shopcrew at { $install }. The app's redirect URL under “OAuth & Permissions” must be { $back }
doctor-slack-install-https = Slack sends browsers back by https only: SHOPCREW_PUBLIC_URL is { $url }
doctor-slack-both = The workspace of SLACK_BOT_TOKEN belongs to the first company. Every other workspace installs Shopcrew itself, and is a company of its own unless it comes by an admin's link.
doctor-slack-workspaces =
    { NUMBER($count) ->
        [one] One Slack workspace is connected.
       *[other] { $count } Slack workspaces are connected.
    }
doctor-slack-gone = These workspaces have disconnected Shopcrew: { $names }
doctor-slack-clock = This machine's clock is { $seconds } seconds off. Slack refuses requests that are five minutes off: set the clock.
doctor-slack-unreachable = Slack does not answer ({ $why }). Check the network of this machine and SLACK_API_URL.
