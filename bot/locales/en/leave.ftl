# Leave that a platform tells of.
leave-away = { $platform } says you are away from { $first } to { $last }.
leave-away-one = { $platform } says you are away on { $first }.
leave-away-means = Nobody waits for you, and I will not remind you.
leave-there = You are here from { $first } to { $last }, whatever { $platform } says.
leave-there-one = You are here on { $first }, whatever { $platform } says.
leave-over = { $platform } no longer says you are away from { $first } to { $last }.
leave-over-one = { $platform } no longer says you are away on { $first }.
leave-over-already = That leave is over or was taken back. Nothing was changed.
leave-button-refuse = Not away
leave-button-accept = Away after all
