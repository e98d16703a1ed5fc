# The workspaces of a company, and how they come to it.
workspace-list =
    { NUMBER($count) ->
        [one] One workspace is connected with this company.
       *[other] { $count } workspaces are connected with this company.
    }
workspace-connected = { $name } ({ $platform }): connected
workspace-lost = { $name } ({ $platform }): disconnected since { $since }
workspace-button-link = Connect a Slack workspace
workspace-link = One more Slack workspace for this company
workspace-link-open = Connect a workspace
workspace-link-life = The link works once, until { $until }. Open it in a browser where you are signed in to that workspace. Whoever opens it can bring a workspace into this company, so give it to nobody else.
workspace-no-install = Nobody can connect a workspace here yet: whoever runs Shopcrew has to set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SHOPCREW_PUBLIC_URL first.
workspace-gone = { $platform }: { $name } has disconnected Shopcrew.
workspace-gone-means = Since { $at } I can say and hear nothing there. Who has another account gets their messages there; the rest waits until its time is over. Nothing is lost: people, tasks and stand-ups stay.
workspace-gone-how = If that was a mistake, install Shopcrew there again, and everything goes on where it stopped. The keys to that workspace are erased after 90 days.

help-workspaces = Which workspaces are connected, and which are not any more (admins)
help-link-workspace = Bring one more Slack workspace into this company (admins)

install-begin = Add Shopcrew to Slack
install-begin-why = Shopcrew keeps the tasks, stand-ups and daily work of a shop team. Slack will show you what it may do; your workspace’s data is kept apart from everybody else’s.
install-begin-joins = This Slack workspace will join the company whose admin gave you this link: its people, tasks and stand-ups will be one team with those already there.
install-begin-life = You have ten minutes.
install-button = Add to Slack
install-open = Open Slack
install-again = Start again
install-done = Shopcrew is now in { $name }.
install-done-how = Open it under Apps in Slack and write “help”, or type the slash command in any channel.
install-old = This attempt is over.
install-old-how = An install has to be finished within ten minutes, and only once. Nothing was changed.
install-other-browser = Please finish in the browser you began with.
install-other-browser-how = The install was begun in another browser, or this one keeps no cookies. Nothing was changed.
install-declined = Nothing was installed.
install-declined-how = You did not allow it in Slack. If you are not allowed to install apps there, ask an owner or admin of the workspace.
install-refused = Slack did not allow it.
install-refused-how = Nothing was installed. Slack’s word for the reason: { $why }
install-settings = Shopcrew is not set up correctly.
install-settings-how = Nothing was installed. Please tell whoever runs Shopcrew: Slack says { $why }. SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and the redirect URL of the app have to fit; “shopcrew doctor” helps.
install-whole-organization = Please install Shopcrew in one workspace.
install-whole-organization-how = It was going to be installed in a whole Enterprise organization at once, which it does not support. Choose one workspace in Slack’s menu.
install-away = Slack does not answer.
install-away-how = Nothing was installed. Please try again in a minute. ({ $why })
install-busy = Slack is too busy.
install-busy-how = Nothing was installed. Please try again in a minute. ({ $why })
install-link-used = This link was used already.
install-link-old = This link works no longer.
install-link-how = A link works once, for ten minutes. An admin gets a new one with “link workspace”.
install-taken = { $name } belongs to another company here.
install-taken-how = Nothing was changed. If it should belong to this company, whoever runs Shopcrew has to look at it.
