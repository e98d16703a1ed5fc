feedback-button-files = { $count ->
    [one] Show the file
   *[other] Show { $count } files
}
feedback-file-picture = picture
feedback-file-large = too large to be kept
feedback-file-refused = did not come
feedback-file-awaited = on its way
feedback-files-arrived = { $count ->
    [one] A picture came with { $id }.
   *[other] { $count } pictures came with { $id }.
}
feedback-files-title = { $count ->
    [one] The file of { $id }
   *[other] { $count } files of { $id }
}
feedback-files-none = { $id } came without files.
feedback-files-masked = Pictures and files of { $id } may show whose they are: only who triages feedback, and who sent them, can open them.
feedback-files-unkept = I could not keep { $files } for { $id }.
feedback-files-unkept-why = I keep files of up to { $limit } MB, soon after they were sent. The words are there. Send a smaller file or a screenshot: quote it and say which feedback it belongs to.
feedback-try-files = feedback files 7
import-file-picture = I read tables, not pictures. If a customer sent it, pass it on as feedback: { $how }
import-picture-slack = in its menu ⋯, choose “Forward as feedback”; or send it again with “feedback” and what they say.
import-picture-dingtalk = quote it and type 转反馈; or say “feedback” and what they say as you quote it.
help-feedback-files = Show the pictures and files that came with it
