# 想让大家庆祝的日子。
celebration-wall = 🎂 今天的祝贺
celebration-birthday = 🎂 { $who }：生日快乐！
celebration-anniversary = 🎈 { $who }：入职 { $years } 周年
celebration-first-day = 👋 { $who }：第一天上班，欢迎！
celebration-form = 我的纪念日
celebration-form-how = 当天会在表扬墙上祝贺。您不填写就不会公布；两项都留空即可关闭。
celebration-field-birthday = 我的生日
celebration-field-birthday-hint = 只保存月和日。
celebration-field-started = 我的入职日期
celebration-button = 我的纪念日
celebration-kept = 已保存，当天会在表扬墙上祝贺您。
celebration-off = 不再庆祝您的任何日子。
celebration-far = 这个日期太远了。
help-celebrate = 在表扬墙上庆祝我的哪些日子；输入“关闭”取消
