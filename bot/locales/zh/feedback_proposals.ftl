feedback-proposals-title = 可能重复，等人确认
feedback-proposals-none = 没有待合并的反馈。
feedback-proposals-more = 还有更多：处理完这些就会出现。
feedback-proposals-note = 不会自动合并。合并后每位客户的话都保留，“反馈 取消合并”可以撤回。
feedback-proposals-triage = 只有负责分流的同事能看到疑似重复的反馈。
help-feedback-proposals = 疑似重复的反馈，等您决定是否合并
