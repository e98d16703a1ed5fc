# 请假、销假与节假日。
away-button = 请假…
away-form-title = 请假
away-first = 第一天
away-last = 最后一天
away-reason = 原因
away-reason-hint = 选填。填写后团队可以看到。
away-set-one = 已为您请假：{ $first }。当天站会不用您提交，{ $back }回来。
away-set = 已为您请假：{ $first }至{ $last }。期间站会不用您提交，{ $back }回来。
away-set-half = 您将于{ $first }请假。这半天站会不再询问您，其他时间照常。
away-joined = 您原本已请假到{ $until }；现在是{ $first }至{ $last }，{ $back }回来。
away-already = 这几天您已经请假：{ $first }至{ $last }，{ $back }回来。
away-already-one = 您{ $first }已经请假，{ $back }回来。
away-morning = { $day }上午
away-afternoon = { $day }下午
away-whole = { $day }全天
away-hours = 我只记整天和半天，不记钟点。您说的是 { $hours }，记下的是：{ $kept }。
away-hours-one = 钟点只能说一天的。请把 { $hours } 那天单独说一次，其他日子再说一次。
away-half-hint = 只请半天？请输入：请假 周五下午
away-half-which = 请哪半天假：上午还是下午？
away-half-morning = 上午
away-half-afternoon = 下午
away-half-one = 半天请单独登记，例如“请假 周五下午”，其余整天再登记一次。
away-break-half = 全员休息按整天计算，请不要写上午或下午。
away-why = 原因：{ $reason }
away-no-date = 请说明从哪天开始请假。
away-no-end = 没有看懂请假到哪一天：“{ $typed }”。
away-apart = 这几天不连续。请一天一天地写，或者写明从哪天到哪天。
away-wrong-order = 最后一天早于第一天，请对调。
away-wrong-order-year = 最后一天早于第一天，请对调；如果是明年，请写上年份。
away-past = 这些日子已经过去，请填写今天以后的日期。
away-too-long = 超过一年了，请检查最后一天。

away-cancel = 取消这次请假
away-why-now = 原因：{ $reason }（原来是：{ $before }）
away-cancelled-days = 已取消 { $first }至{ $last }的请假。
away-cancel-ask = 要取消哪次请假？
away-cancel-one = 取消 { $day }
away-cancel-which = { $name } 有多次请假，请写明日期。
away-try-cancel = 请假 取消 周五
away-try-until = 请假 到{ $day }
away-mine = 您的请假
away-none-coming = 您接下来没有请假。
away-hint = 您的状态显示不在。要为您登记请假吗：{ $days }？
away-hint-means = 登记后没有人等您，也不会提醒您。
away-hint-yes = 登记请假
away-hint-no = 不用，我在
away-hint-refused = 好的，没有登记请假。
settings-try-zone = 设置 时区 { $zone }
settings-try-days = 设置 工作日 周一到周三
settings-days-unknown = 没有看懂“{ $typed }”是星期几。
settings-days-set = 您的工作日：{ $days }。
settings-days-means = 其他日子不会询问或提醒您，也不用请假。
help-settings-days = 我的工作日：设置 工作日 周一到周三
help-settings-hours = 我的工作时间：工时 9:00-17:30
help-timezone = 我的时区：时区 柏林
away-not-then = { $day }没有登记请假，没有任何改动。
away-still = 仍在请假：{ $days }。
away-free = 这些日子您本来就休息。
back-on = 好的，您{ $back }回来上班。
back-on-other = 好的，{ $name } { $back }回来上班。
back-anyway = 您{ $back }没有请假，没有任何改动。
back-anyway-other = { $name } { $back }没有请假，没有任何改动。
back-later = 请假到{ $last }为止，{ $back }就回来了，没有任何改动。
help-away-mine = 我的请假
help-away-cancel = 取消请假：请假 取消 周五
away-cancelled = 已取消 { $first }的请假。
back-button = 我回来了
back-set = 欢迎回来，已取消请假状态。
back-coming-one = 您现在没有请假。{ $first }的请假仍然有效。
back-coming = 您现在没有请假。{ $first }至{ $last }的请假仍然有效。
back-not-away = 您没有请假，没有任何改动。

away-only = 适用于
away-only-all = 全部
away-only-none = 目前没有站会会问您，所以没有“{ $typed }”可以请假。
away-only-which = 您说的“{ $typed }”是哪个站会：{ $names }？
away-set-only = { $first }至{ $last }您不参加“{ $name }”，其他照常。
away-set-only-one = { $first }您不参加“{ $name }”，其他照常。
away-other = 已登记：{ $name } { $first }至{ $last }请假。
away-other-one = 已登记：{ $name } { $first }请假。
away-other-told = 已通知 { $name }，对方也可以取消。
away-other-not = { $name } 目前没有请假。
away-one-person = 一次请只登记一个人：请假 @李伟 周五
away-told = { $by } 为您登记了{ $first }至{ $last }请假，期间站会不用您提交。
away-told-one = { $by } 为您登记了{ $first }请假，当天站会不用您提交。
away-told-undo = 我在
away-not-any-more = { $first }至{ $last }的请假已取消。
away-not-any-more-one = { $first }的请假已取消。
away-refused = { $name } { $first }至{ $last }不请假了。
away-refused-one = { $name } { $first }不请假了。
away-news = { $name } { $first }至{ $last }请假。
away-news-one = { $name } { $first }请假。
away-gone = 这条请假记录已经不在了。
away-not-yours = 只有管理员、{ $name } 的主管或其站会的负责人可以为 { $name } 登记请假。
away-break-admins = 只有管理员可以为所有人登记请假。
away-break-sure = 要为所有人登记{ $first }至{ $last }放假吗？
away-break-sure-one = 要为所有人登记{ $first }放假吗？
away-break-do = 为 { $count } 人登记
away-break = 已为 { $count } 人登记{ $first }至{ $last }放假。
away-break-one = 已为 { $count } 人登记{ $first }放假。
away-break-back = 照常上班的人请输入：{ $back }
away-try-back = 我回来了
back-other = { $name } 回来了。
back-break = { $count ->
    [0] 目前没有人在放假。
   *[other] { $count } 人的放假已结束。
}

holidays-title = { $country } { $year } 年节假日
holidays-none = { $country } { $year } 年没有其他节假日了。
holidays-day = { $day }：{ $name }
holidays-days = { $first }至{ $last }：{ $name }
holidays-worked = 调休上班的周末
holidays-not-announced = { $year } 年的调休安排尚未公布，公布前按平常的一周计算。
holidays-unknown = 我不认识国家“{ $typed }”。
holidays-none-known = 我没有 { $country }的节假日表，按周一到周五计算工作日。
holidays-region = { $region }（{ $country }）
holidays-nowhere = 我不知道您在哪个国家工作。请写上国家，或请管理员设置 SHOPCREW_COUNTRY。
help-holidays = 节假日与调休：节假日、节假日 中国 2027
away-who = { $first }至{ $last }不在的同事
away-who-one = { $first }不在的同事
away-who-nobody = { $first }至{ $last }没有人请假。
away-who-nobody-one = { $first }没有人请假。
away-who-days = { $first }至{ $last }
away-who-more = 还有 { $count } 人。缩小日期范围可以看到全部。
away-try-who = 请假 谁 下周
help-away-who = 看看谁不在：请假 谁、请假 谁 下周
help-away = 请假：请假 周五到下周一
help-back = 回来上班
help-topic-holidays = 节假日

# 各国节假日的中文名；没有列出的照原样显示。
holiday-name = { $key ->
    [new-years-day] 元旦
    [new-years-eve] 新年前夕
    [epiphany] 主显节
    [good-friday] 耶稣受难日
    [holy-saturday] 圣周六
    [maundy-thursday] 圣周四
    [easter-sunday] 复活节
    [easter-monday] 复活节星期一
    [labor-day] 劳动节
    [may-day] 五一劳动节
    [ascension-day] 耶稣升天节
    [pentecost] 圣灵降临节
    [whit-monday] 圣灵降临节星期一
    [pentecost-monday] 圣灵降临节星期一
    [corpus-christi] 基督圣体节
    [assumption-day] 圣母升天节
    [german-unity-day] 德国统一日
    [reformation-day] 宗教改革日
    [all-saints-day] 万圣节（诸圣日）
    [immaculate-conception] 圣母无染原罪节
    [christmas-eve] 平安夜
    [christmas-day] 圣诞节
    [second-day-of-christmas] 圣诞节次日
    [boxing-day] 节礼日
    [st-stephens-day] 圣斯德望日
    [saint-stephens-day] 圣斯德望日
    [kings-day] 国王节
    [liberation-day] 解放日
    [victory-day] 胜利日
    [armistice-day] 停战纪念日
    [national-day] 国庆日
    [independence-day] 独立日
    [memorial-day] 阵亡将士纪念日
    [juneteenth-national-independence-day] 六月节
    [thanksgiving-day] 感恩节
    [thanksgiving] 感恩节
    [martin-luther-king-jr-day] 马丁·路德·金日
    [washingtons-birthday] 华盛顿诞辰日
    [columbus-day] 哥伦布日
    [veterans-day] 退伍军人节
    [spring-bank-holiday] 春季公假日
    [early-may-bank-holiday] 五月初公假日
    [summer-bank-holiday] 夏季公假日
    [constitution-day] 宪法纪念日
    [childrens-day] 儿童节
    [coming-of-age-day] 成人节
    [foundation-day] 建国纪念日
    [emperors-birthday] 天皇诞生日
    [vernal-equinox-day] 春分
    [showa-day] 昭和日
    [greenery-day] 绿之日
    [marine-day] 海之日
    [mountain-day] 山之日
    [respect-for-the-aged-day] 敬老日
    [autumnal-equinox-day] 秋分
    [sports-day] 体育日
    [culture-day] 文化日
    [labor-thanksgiving-day] 劳动感谢日
    [substitute-holiday] 补假
    [national-holiday] 国民休息日
    [lunar-new-year] 农历新年
    [chinese-new-year] 农历新年
    [buddhas-birthday] 佛诞
    [mid-autumn-festival] 中秋节
    [canada-day] 加拿大国庆日
    [australia-day] 澳大利亚国庆日
    [anzac-day] 澳新军团日
   *[other] { $name }
}
holiday-observed = { $name }（补假）

help-settings-country = 我按哪个国家的节假日：我的国家 奥地利
settings-try-country = 我的国家 奥地利
country-is-own = 您的节假日按{ $country }计算
country-is-other = { $name } 的节假日按{ $country }计算
country-nowhere-own = 还不知道您按哪个国家的节假日。
country-nowhere-other = 还不知道 { $name } 按哪个国家的节假日。
country-why-said-own = 这是单独为您设置的。
country-why-said-other = 这是单独为 { $name } 设置的。
country-why-clock-own = 根据您的时区和公司所在国家得出。
country-why-clock-other = 根据 { $name } 的时区和公司所在国家得出。
country-how = 换一个国家：“我的国家 奥地利”；恢复为公司的：“我的国家 默认”；查看放假安排：“节假日 奥地利”。
country-set-own = 已设置，您的节假日按{ $country }计算。
country-set-other = 已设置，{ $name } 的节假日按{ $country }计算。
country-usual-own = 已恢复，您的节假日和公司一样，按{ $country }计算。
country-usual-other = 已恢复，{ $name } 的节假日和公司一样，按{ $country }计算。
country-not-yours = 只有管理员、{ $name } 的主管或其站会的负责人可以为其设置国家。
country-means = 站会、提醒和工作日都按它计算。
country-they-know = 已通知 { $name }。
country-told = { $by } 为您设置了节假日所在国家：{ $country }
country-told-usual = { $by } 把您的节假日恢复为和公司一样
