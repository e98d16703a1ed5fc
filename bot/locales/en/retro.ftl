# Retrospectives: notes kept in silence, read together.
retro-kind-good = Went well
retro-kind-bad = Went badly
retro-kind-idea = Idea
retro-kept = { $id } is kept for the next retrospective of { $room }: { $kind }
retro-kept-unsure = { $id } is kept for the next retrospective of { $room }
retro-kept-note = Nobody else can read it until the retrospective is opened, and then without your name.
retro-kind-which = What is it? Until you say, it is an idea.
retro-message = the message
retro-mine-title = Your notes for the next retrospective
retro-mine-none = You have kept nothing yet. Type retro, and what you want to talk about.
retro-waiting = { $room }: { $count ->
    [0] nothing waits
    [one] 1 note waits in all
   *[other] { $count } notes wait in all
}
retro-ask = Open the retrospective of { $room } now?
retro-ask-text = { $count ->
    [one] 1 note
   *[other] { $count } notes
} by { $people ->
    [one] 1 person
   *[other] { $people } people
} { $count ->
    [one] waits.
   *[other] wait.
}
retro-ask-note = Everybody in the room reads them at the same time, without names. Who wrote what is forgotten.
retro-ask-few = So few wrote something that people may guess who it was.
retro-ask-sure = Open the retrospective of { $room }?
retro-ask-sure-text = Everybody in the room reads the notes then. This cannot be undone.
retro-opened = Retrospective { $number } of { $room }: { $count ->
    [one] 1 note
   *[other] { $count } notes
} by { $people ->
    [one] 1 person
   *[other] { $people } people
}
retro-page = { $page } of { $pages }
retro-before = What came of the last ones
retro-heard = What customers spoke of most since the last one
retro-heard-line = { $step }: { $count ->
    [one] one voice
   *[other] { $count } voices
} ({ $change } against the time before)
retro-actions = What comes of it
retro-next = What will you do about it? Type retro action, the task, who, and until when.
retro-is-open = Retrospective { $number } of { $room } is open: the notes are on their way to the room.
retro-past-title = Retrospectives
retro-past-line = { $number } · { $room } · { $day }
retro-past-none = There was none yet.
retro-action-of = Comes out of retrospective { $number }; the next one begins with it.
retro-changed = { $id } is changed: { $kind }
retro-dropped = { $id } is taken out.

retro-button-add = Add a note
retro-button-change = Change
retro-button-drop = Take out
retro-button-open = Open now
retro-button-show = Show
retro-button-more = More
retro-button-from = Add to retro
retro-button-kind-good = Went well
retro-button-kind-bad = Went badly
retro-button-kind-idea = Idea

retro-form-new = Add to the retrospective
retro-form-change = Change { $id }
retro-field-kind = What is it?
retro-field-text = What do you want to talk about?
retro-field-text-hint = Nobody else can read it until the retrospective is opened.
retro-field-room = For which room?

# To be mended
retro-text-missing = What do you want to talk about? Please say it in a sentence.
retro-text-long = This has { $count } characters; { $limit } is the most. Say the gist; you can add several notes.
retro-note-unknown = There is no { $id } of yours that waits. What was opened cannot be changed any more.
retro-number-missing = Which one? Please add its number.
retro-word-unknown = I do not know that word after “retro”.
retro-room-none = For which room is it? Please type this in the channel or group that looks back together.
retro-room-which = For which room is it?
retro-room-unknown = I know no such room that you are in.
retro-room-unknown-close = I know no such room that you are in. You are in { $rooms }.
retro-open-where = Which one? You are in { $rooms }.
retro-leads = Admins, heads of departments and whoever leads people open a retrospective. Your notes are safe until then.
retro-nothing = Nothing waits for a retrospective of { $room }. If somebody opened it just now, it is in the room.
retro-unknown = There is no retrospective { $number } that you can see.
retro-none-open = There was no retrospective here yet.
retro-action-missing = What is to be done? Please say it, who does it, and until when.
retro-from-what = Which feedback? Please add its number.
retro-try-add = retro add went badly: the labels came two days late
retro-try-edit = retro edit N-3 the labels came three days late
retro-try-drop = retro drop N-3
retro-try-action = retro action call the carrier @Li due:friday
retro-try-feedback = feedback retro 7

help-topic-retro = Retrospectives
help-example-retro = retro went badly: the labels came two days late
help-retro = My notes and how many wait; with words, a new note that nobody else reads yet
help-retro-add = Keep something for the next retrospective: went well, went badly, idea
help-retro-mine = My notes, and how many wait
help-retro-edit = Say a note of mine in other words
help-retro-drop = Take a note of mine out
help-retro-open = Open all notes at once, without names (leads and admins)
help-retro-action = Make a task of it; the next retrospective begins with it
help-retro-list = The retrospectives there were
help-retro-show = Show one once more
help-feedback-retro = Keep it for the next retrospective, without customers’ data
