# 平台告知的请假。
leave-away = { $platform }：您从{ $first }到{ $last }请假。
leave-away-one = { $platform }：您{ $first }请假。
leave-away-means = 期间不会等您，也不会提醒您。
leave-there = 从{ $first }到{ $last }您照常在岗，不以{ $platform }为准。
leave-there-one = { $first }您照常在岗，不以{ $platform }为准。
leave-over = { $platform }：您从{ $first }到{ $last }的请假已撤回。
leave-over-one = { $platform }：您{ $first }的请假已撤回。
leave-over-already = 这次请假已结束或已撤回，没有任何改动。
leave-button-refuse = 我没有请假
leave-button-accept = 确实请假
