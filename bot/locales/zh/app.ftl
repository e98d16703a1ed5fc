# 应用本身：清单、启动、健康检查。
app-name = Shopcrew
app-description = 店小二：电商团队的任务、站会和日常工作，用在 Slack 和钉钉里。
app-usage-hint = 任务 新增 …  ·  站会 新建 …  ·  请假 周五  ·  帮助
keys-rotated =
    { NUMBER($count) ->
       *[other] 已用第一个密钥重新加密 { $count } 项内容。
    }
    排在后面的密钥不再需要；只要还留着之前的备份，就请保留它们。
keys-forgotten =
    { NUMBER($count) ->
        [0] 需要的密钥都在，什么都没有清除。
       *[other] 已清除 { $count } 项任何密钥都打不开的内容。
    }
try-ready =
    店小二已就绪：{ $url }
    请用浏览器打开。按 Ctrl-C 停止。

doctor-healthy = 一切正常。
doctor-fair = 可以使用，请留意标有 ! 的几项。
doctor-ill = 请处理标有 ✗ 的几项，然后再检查一次。
doctor-database-ok = 数据库可用，结构已是最新。
doctor-database-in-use = 数据库正由运行中的机器人使用。
doctor-database = 数据库不可用：{ $why }
doctor-key = 密钥不对：{ $why }
doctor-key-ok = 令牌和密钥在数据库里都已加密。
doctor-key-none = 数据库里的密钥没有加密。请设置 SHOPCREW_SECRET_KEY（例如：openssl rand -base64 32）。
doctor-no-platform = 还没有连接聊天平台：请设置 SLACK_BOT_TOKEN，以及 SLACK_APP_TOKEN（Socket Mode）或 SLACK_SIGNING_SECRET（HTTP）。
doctor-mail-none = 还没有设置 SHOPCREW_MAIL_URL。设置后，聊天里都发不到时，重要消息会改发邮件。
doctor-mail-ok = 邮件服务器可以使用。
doctor-mail = 邮件无法发送（{ $why }）。请检查 SHOPCREW_MAIL_URL。
doctor-mailbox-none = 还没有设置 SHOPCREW_FEEDBACK_IMAP_URL。设置后，客户写到该邮箱的邮件会成为反馈。
doctor-mailbox-ok = 反馈邮箱可以读取。
doctor-mailbox = 反馈邮箱无法读取（{ $why }）。请检查 SHOPCREW_FEEDBACK_IMAP_URL。
doctor-slack-http = Slack 通过 HTTP 调用：请求地址应为 https://<您的地址>/slack/events。
doctor-slack-no-way-in = Slack 无法连接：请设置 SLACK_APP_TOKEN（xapp-…，Socket Mode）或 SLACK_SIGNING_SECRET（HTTP）。
doctor-slack-bot-token = Slack 拒绝了 SLACK_BOT_TOKEN（{ $why }）。请在“OAuth & Permissions”重新复制。
doctor-slack-bot-token-ok = 已连接 Slack 工作区“{ $workspace }”。
doctor-slack-app-token = Slack 拒绝了 SLACK_APP_TOKEN（{ $why }）。请在“Basic Information”新建一个带 connections:write 的令牌。
doctor-slack-socket-ok = Socket Mode 可以连接。
doctor-slack-scopes-missing = 应用缺少这些权限：{ $scopes }。请在“OAuth & Permissions”添加后重新安装应用。
doctor-slack-no-files = 名单只能粘贴，不能以文件发送：应用缺少 { $scope } 权限。请在“OAuth & Permissions”添加后重新安装应用。
doctor-slack-no-pictures = 图片会改用文字说明：应用缺少 { $scope } 权限。请在“OAuth & Permissions”添加后重新安装应用。
doctor-slack-scopes-ok = 应用权限齐全。
doctor-slack-events = 应用订阅了哪些事件只能在设置页查看。需要：{ $events }（“shopcrew manifest slack”已全部包含）。
doctor-slack-install = 工作区在 { $install } 安装店小二。应用在“OAuth & Permissions”里的重定向地址必须是 { $back }
doctor-slack-install-https = Slack 只会通过 https 把浏览器送回来：SHOPCREW_PUBLIC_URL 是 { $url }
doctor-slack-both = SLACK_BOT_TOKEN 的工作区属于第一家公司。其他工作区自行安装店小二，各自成为独立的公司，除非通过管理员的链接加入。
doctor-slack-workspaces =
    { NUMBER($count) ->
       *[other] 已连接 { $count } 个 Slack 工作区。
    }
doctor-slack-gone = 这些工作区已移除店小二：{ $names }
doctor-slack-clock = 本机时钟偏差 { $seconds } 秒。超过五分钟 Slack 会拒绝请求，请校准时钟。
doctor-slack-unreachable = Slack 没有响应（{ $why }）。请检查网络和 SLACK_API_URL。
