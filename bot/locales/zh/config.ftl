# 无法使用的设置，给运行机器人的人看。前面写有设置的名字。
config-other = { $why }
config-one-of = 只能是其中之一：{ $choices }
config-number = 必须是 { $least } 到 { $most } 之间的数字
config-number-least = 必须是数字，不小于 { $least }
config-too-long = 最多 { $most } 个字符
config-zone = 没有“{ $zone }”这个 IANA 时区，例如 Asia/Shanghai
config-command = 必须是一个小写的英文单词，例如 /crew
config-https = 必须以 https:// 或 http:// 开头
config-mail-url = 应写成 smtp://用户:密码@主机:587 或 smtps://…
config-mail-from = 应写成 bot@example.com 或 名字 <bot@example.com>
config-mail-both = SHOPCREW_MAIL_URL 和 SHOPCREW_MAIL_FROM 要一起设置，或都不设置。
config-mailbox-url = 应写成 imaps://用户:密码@主机:993/INBOX
config-slack-token = 缺少 SLACK_BOT_TOKEN（xoxb-…，在 OAuth & Permissions 里）。
config-slack-door = Slack 还没有入口：用 Socket Mode 请设置 SLACK_APP_TOKEN（xapp-…），用 HTTP 请设置 SLACK_SIGNING_SECRET。
config-slack-client = SLACK_CLIENT_ID 和 SLACK_CLIENT_SECRET 要一起设置（Basic Information → App Credentials）。
config-slack-public-url = 设置了 SLACK_CLIENT_ID 就要设置 SHOPCREW_PUBLIC_URL：浏览器访问店小二用的 https:// 地址。
config-dingtalk-client = DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET 要一起设置（开发者后台 → 凭证与基础信息）。
config-dingtalk-events = DINGTALK_EVENT_TOKEN 和 DINGTALK_EVENT_AES_KEY 要一起设置（开发者后台 → 事件订阅）。
config-dingtalk-aes-key = DINGTALK_EVENT_AES_KEY：AES 密钥应为 43 位字母和数字，请从 开发者后台 → 事件订阅 复制。
config-dingtalk-refused = DINGTALK_CLIENT_ID、DINGTALK_CLIENT_SECRET：钉钉没有接受（{ $why }）。请在开发者后台检查：两者是否正确（凭证与基础信息）、机器人是否使用 Stream 模式、应用版本是否已发布（版本管理与发布）；如果应用设置了 IP 名单，本机地址是否在名单里。
config-refused = { $setting }：Slack 没有接受（{ $why }）。
config-address-taken = { $where } 无法使用：{ $why }。可能被别的程序占用：请换一个 SHOPCREW_PORT。
config-loopback = { $host } 不是本机地址：模拟器只能在本机使用。
config-manifest-mode = 没有“{ $mode }”这种方式：请用 socket 或 http。
config-manifest-url = 用 HTTP 时 Slack 需要您的公网地址：--url https://…
config-database-away = 数据库 { $url } 打不开：{ $why }
config-database-url = SHOPCREW_DATABASE_URL：不是有效的地址。请用 sqlite+aiosqlite:///shopcrew.db 或 postgresql+asyncpg://用户:密码@主机/库名
config-database-driver = 不支持“{ $driver }”数据库：请用 sqlite+aiosqlite:///shopcrew.db 或 postgresql+asyncpg://…
config-database-in-use = 另一个进程正在使用这个数据库（{ $lock } 已被锁定）。SQLite 只能给一个进程用：请停掉另一个，或改用 PostgreSQL。
config-database-newer = 数据库的版本是 { $there }，而这个店小二只认识到 { $known }：请重新安装较新的版本。
config-database-broken =
    { NUMBER($count) ->
       *[other] 这次改动会破坏 { $count } 处引用。什么都没有改动。
    }
config-no-platform =
    还没有连接聊天平台。请设置 SLACK_BOT_TOKEN，以及 SLACK_APP_TOKEN（Socket Mode）或 SLACK_SIGNING_SECRET（HTTP）。
    不用账号先试用：shopcrew try
config-key-needed =
    没有设置 SHOPCREW_SECRET_KEY，而这里必须要有：安装店小二的各个工作区，它们的令牌要用它加密。
    可以这样生成一个：openssl rand -base64 32
config-key-missing =
    数据库里有加密的内容，但缺少对应的密钥。什么都没有改动。
    请把 { $where } 恢复成原来的样子。如果密钥再也找不回来，“shopcrew keys forget” 会清除用它加密的内容：各工作区需要重新安装，还没填完的表单链接会失效。成员、任务和站会都会保留。
config-key-wrong =
    密钥打不开数据库里加密的内容。什么都没有改动。
    请把 { $where } 恢复成原来的样子；要换新密钥，请写在旧密钥前面，中间用英文逗号隔开。如果旧密钥再也找不回来，“shopcrew keys forget” 会清除用它加密的内容：各工作区需要重新安装，还没填完的表单链接会失效。成员、任务和站会都会保留。
