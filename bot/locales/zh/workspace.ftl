# 公司连接的工作区，以及它们怎样加入。
workspace-list =
    { NUMBER($count) ->
       *[other] 这家公司连接了 { $count } 个工作区。
    }
workspace-connected = { $name }（{ $platform }）：已连接
workspace-lost = { $name }（{ $platform }）：{ $since } 起已断开
workspace-button-link = 连接一个 Slack 工作区
workspace-link = 为这家公司再连接一个 Slack 工作区
workspace-link-open = 连接工作区
workspace-link-life = 链接只能用一次，{ $until } 前有效。请在已登录那个工作区的浏览器里打开。拿到链接的人都能把工作区带进这家公司，请不要转给别人。
workspace-no-install = 这里还不能连接工作区：请让运行店小二的同事先设置 SLACK_CLIENT_ID、SLACK_CLIENT_SECRET 和 SHOPCREW_PUBLIC_URL。
workspace-gone = { $platform }：{ $name } 已移除店小二。
workspace-gone-means = 从 { $at } 起，我在那里收不到也发不出消息。有其他账号的人会在另一边收到消息；其余的会一直等到过期。什么都没有丢：成员、任务和站会都还在。
workspace-gone-how = 如果是误操作，请在那里重新安装店小二，一切会从停下的地方继续。那个工作区的密钥会在 90 天后清除。

help-workspaces = 查看已连接和已断开的工作区（管理员）
help-link-workspace = 把另一个 Slack 工作区加入这家公司（管理员）

install-begin = 把店小二添加到 Slack
install-begin-why = 店小二帮店铺团队管理任务、站会和日常工作。Slack 会显示它需要哪些权限；您的工作区的数据与其他公司完全分开。
install-begin-joins = 这个 Slack 工作区将加入给您链接的那家公司：成员、任务和站会会和已有的合成一个团队。
install-begin-life = 请在十分钟内完成。
install-button = 添加到 Slack
install-open = 打开 Slack
install-again = 重新开始
install-done = 店小二已加入 { $name }。
install-done-how = 在 Slack 的“应用”里打开它，发送 “help”；也可以在任何频道输入斜杠命令。
install-old = 这次安装已失效。
install-old-how = 安装需要在十分钟内完成，而且只能完成一次。什么都没有改动。
install-other-browser = 请在开始安装的那个浏览器里完成。
install-other-browser-how = 安装是在另一个浏览器里开始的，或者这个浏览器不保存 Cookie。什么都没有改动。
install-declined = 没有安装。
install-declined-how = 您在 Slack 里没有同意。如果您没有安装应用的权限，请找工作区的所有者或管理员。
install-refused = Slack 没有允许安装。
install-refused-how = 没有安装。Slack 给出的原因：{ $why }
install-settings = 店小二的设置不正确。
install-settings-how = 没有安装。请告诉运行店小二的同事：Slack 返回 { $why }。SLACK_CLIENT_ID、SLACK_CLIENT_SECRET 和应用的重定向地址要一致；可以用 “shopcrew doctor” 检查。
install-whole-organization = 请只安装到一个工作区。
install-whole-organization-how = 刚才是要一次安装到整个 Enterprise 组织，目前不支持。请在 Slack 的菜单里选择一个工作区。
install-away = Slack 没有响应。
install-away-how = 没有安装。请过一分钟再试。（{ $why }）
install-busy = Slack 太忙了。
install-busy-how = 没有安装。请过一分钟再试。（{ $why }）
install-link-used = 这个链接已经用过了。
install-link-old = 这个链接已失效。
install-link-how = 链接只能用一次，十分钟内有效。管理员输入“关联 工作区”可以拿到新的链接。
install-taken = { $name } 在这里属于另一家公司。
install-taken-how = 什么都没有改动。如果它应该属于这家公司，请让运行店小二的同事看一下。
