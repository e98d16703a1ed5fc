# 来自外部的反馈：店铺后台、客服系统的入口，以及邮件。
feedback-door-new = 🚪 入口“{ $name }”已开通。
feedback-door-renewed = 🔑 “{ $name }”有了新密钥。
feedback-door-overlap = 旧密钥还能再用 24 小时，更换期间不会有内容被拒收。
feedback-door-dropped = 入口“{ $name }”已关闭，之前收到的内容都会保留。
feedback-door-list =
    { NUMBER($count) ->
        [0] 还没有入口。
       *[other] 共有 { $count } 个入口
    }
feedback-door-address = 地址
feedback-door-secret = 密钥
feedback-door-once = 密钥只显示这一次，并加密保存。请把它存到对方系统保管密码的地方。
feedback-door-nowhere = 需要由 Shopcrew 的运维人员设置 SHOPCREW_PUBLIC_URL，其他系统才能访问这个地址。
feedback-door-signing = 请用 POST 发送 JSON，并按 Standard Webhooks 规范签名。docs/feedback.zh.md 里有 curl 示例。
feedback-door-how = 输入“反馈 入口 新建 Magento”，为店铺系统或客服系统开通反馈入口；输入“指标 入口 新建 Shopify”，开通指标数值入口。
feedback-door-none = 还没有收到内容
feedback-door-came =
    { NUMBER($count) ->
       *[other] 收到 { $count } 条，最近一条：{ $last }
    }
feedback-door-button-renew = 换新密钥
feedback-door-button-drop = 关闭
feedback-door-drop-sure = 要关闭“{ $name }”吗？
feedback-door-drop-means = 之后这个系统发来的内容会被拒收，已收到的内容都会保留。
feedback-door-keep = 保留
feedback-door-taken = 已经有一个叫“{ $name }”的入口了。
feedback-door-many = 已有 { $limit } 个入口，不能再多了：请先关闭一个。
feedback-door-unknown =
    { NUMBER($count) ->
        [0] 没有叫“{ $name }”的入口，现在还没有任何入口。
       *[other] 没有叫“{ $name }”的入口。现有：{ $names }。
    }
feedback-door-gone = 这个入口已经关闭。
feedback-door-name-missing = 这是给哪个系统用的？请写上名称。
feedback-intake-empty = （没有文字）
feedback-intake-cut =
    { NUMBER($count) ->
       *[other] 内容太长：有 { $count } 个字符没有保留。
    }
feedback-intake-unread = 邮件太大：有 { $count } KB 没有读取，原邮件仍在邮箱里。
feedback-intake-files = 没有保留、仍在邮箱里的附件：{ $files }

help-feedback-door-new = 为店铺系统或客服系统开通一个反馈入口（管理员）
help-feedback-door = 有哪些反馈入口，各收到多少反馈（管理员）
help-feedback-door-renew = 给入口换新密钥，旧密钥再用一天（管理员）
help-feedback-door-drop = 关闭一个反馈入口（管理员）
