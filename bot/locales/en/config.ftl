# Settings that cannot work, for who runs the bot. The name of the setting stands before.
config-other = { $why }
config-one-of = must be one of { $choices }
config-number = must be a number from { $least } to { $most }
config-number-least = must be a number, { $least } or more
config-too-long = must have { $most } characters at most
config-zone = “{ $zone }” is no IANA time zone; try Europe/Berlin
config-command = must be one lower-case word, such as /crew
config-https = must begin with https:// or http://
config-mail-url = must read smtp://user:password@host:587 or smtps://…
config-mail-from = must read bot@example.com or Name <bot@example.com>
config-mail-both = SHOPCREW_MAIL_URL and SHOPCREW_MAIL_FROM belong together: set both or neither.
config-mailbox-url = must read imaps://user:password@host:993/INBOX
config-slack-token = SLACK_BOT_TOKEN is missing (xoxb-…, from OAuth & Permissions).
config-slack-door = Slack needs a way in: set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.
config-slack-client = SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together (Basic Information → App Credentials).
config-slack-public-url = SLACK_CLIENT_ID needs SHOPCREW_PUBLIC_URL, the https:// address at which people's browsers reach Shopcrew.
config-dingtalk-client = DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET belong together (开发者后台 → 凭证与基础信息).
config-dingtalk-events = DINGTALK_EVENT_TOKEN and DINGTALK_EVENT_AES_KEY belong together (开发者后台 → 事件订阅).
config-dingtalk-aes-key = DINGTALK_EVENT_AES_KEY: an AES key has 43 letters and digits. Copy it from 开发者后台 → 事件订阅.
config-dingtalk-refused = DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET: DingTalk refused them ({ $why }). Check both in the developer console (凭证与基础信息), that the robot is reached by Stream (Stream 模式), that a version of the app is published (版本管理与发布), and that this machine's address is on the app's IP list, if it has one.
config-refused = { $setting }: Slack refused it ({ $why }).
config-address-taken = { $where } cannot be used: { $why }. Another program may have it: choose another SHOPCREW_PORT.
config-loopback = { $host } is not loopback: the simulator is for this machine only.
config-manifest-mode = There is no mode “{ $mode }”: say socket or http.
config-manifest-url = Over HTTP Slack needs your public address: --url https://…
config-database-away = The database { $url } cannot be opened: { $why }
config-database-url = SHOPCREW_DATABASE_URL: the address is no URL. Use sqlite+aiosqlite:///shopcrew.db or postgresql+asyncpg://user:password@host/name
config-database-driver = “{ $driver }” is no database of ours: use sqlite+aiosqlite:///shopcrew.db or postgresql+asyncpg://…
config-database-in-use = Another process uses this database ({ $lock } is locked). SQLite serves one process: stop the other one, or use PostgreSQL.
config-database-newer = The database has revision { $there }, this Shopcrew knows { $known }: please install the newer version again.
config-database-broken =
    { NUMBER($count) ->
        [one] The change would break one reference. Nothing was changed.
       *[other] The change would break { $count } references. Nothing was changed.
    }
config-no-platform =
    No chat is connected yet. Set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).
    To look around without an account: shopcrew try
config-key-needed =
    SHOPCREW_SECRET_KEY is not set, and it has to be: it encrypts the tokens of workspaces that install Shopcrew.
    Make one, for example with: openssl rand -base64 32
config-key-missing =
    The database has encrypted parts, and the key to them is missing. Nothing was changed.
    Set { $where } as it was. If the key is lost for good, “shopcrew keys forget” erases what it would open: workspaces must install Shopcrew again, and links to open forms stop working. People, tasks and stand-ups stay.
config-key-wrong =
    The key does not open what is encrypted in the database. Nothing was changed.
    Set { $where } as it was; a new key goes before the old one, with a comma between them. If the old key is lost for good, “shopcrew keys forget” erases what it would open: workspaces must install Shopcrew again, and links to open forms stop working. People, tasks and stand-ups stay.
