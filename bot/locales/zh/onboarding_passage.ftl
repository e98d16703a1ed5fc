# 平台告知有人加入或离开。
onboarding-came = { $who } 新加入了 { $platform }
onboarding-came-same = 可能是我们已经认识的同事：
onboarding-came-why = 两边都叫“{ $what }”。
onboarding-came-ask-admin = 如果是同一个人，请管理员关联：关联 人员
onboarding-came-note = 不会自动开始，由您决定。
onboarding-went = { $who } 的账号已经关闭
onboarding-button-as-proposed = 就这样开始
onboarding-button-adjust = 先修改……
onboarding-button-no-newcomer = 不是新同事
onboarding-button-settled = 无需处理
onboarding-button-decide = 处理
onboarding-button-begin = 开始
onboarding-form-start = 开始入职
onboarding-field-track = 清单
onboarding-field-day = 第一天
onboarding-nobody-yet = 还没有人
onboarding-passage-start-begun = { $who } 的入职已安排好
onboarding-passage-start-closed = { $who } 入职，不用清单
onboarding-passage-leave-begun = { $who } 的离职已安排好
onboarding-passage-leave-closed = { $who } 的工作已处理完
onboarding-passage-by = 由 { $who } 决定。
onboarding-passages = { $count } 位同事加入、离开或转岗，请处理
onboarding-waits-start = 👋 { $who } 是新同事
onboarding-waits-leave = 🚪 { $who } 的账号已经关闭

# 有人换了岗位。
onboarding-moved = { $who } 的岗位有变动
onboarding-moved-note = 原岗位的权限自动失效，部门站会自动跟随。其他事项由您决定。
onboarding-moved-headed = { $department } 现在没有主管。
onboarding-moved-hr-off = 不再以人事身份查看评估、清单和统计。
onboarding-moved-hr-on = 现在以人事身份查看所有人的评估和清单进度。
onboarding-moved-left = 不再参加 { $departments } 的部门站会。
onboarding-moved-follows = { $count } 位同事的岗位有变动，是否需要清单？
onboarding-passage-change-begun = { $who } 的转岗已安排好
onboarding-passage-change-closed = { $who } 转岗，不用清单
onboarding-waits-change = 🔀 { $who } 的岗位有变动
