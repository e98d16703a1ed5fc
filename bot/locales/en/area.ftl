# Who answers for what.
area-who = { $who } answers for { $area }
area-here = { $who } · { $time }
area-away = { $who } · { $time } · away until { $day }
area-gone = { $who } does not work here any more
area-time = { $clock } ({ $place })
area-duty = On duty: { $who } · { $time }
area-duty-nobody = Nobody who could stand in is here now.
area-several = { $count ->
    [one] One area may be meant
   *[other] { $count } areas may be meant
}
area-handed = { $area }: { $who } answers for it from now on
area-handed-before = Before: { $before } · since { $day }
area-owned = { $by } made you answer for { $area }
area-open-items = Open with who had it before
area-passed = { $who } answers for { $area } from now on, and was told.
area-passed-open = Still open: { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}, { $feedback } of feedback. { $who } was sent what they may see.
area-retired = { $area } is retired: nobody answers for it any more.
area-list = { $count ->
    [one] Who answers for what: 1 area
   *[other] Who answers for what: { $count } areas
}
area-list-of = { $department }: { $count ->
    [one] 1 area
   *[other] { $count } areas
}
area-list-none = Nobody has said yet who answers for what. An area is anything that needs one answer: refunds, stock of tea cups, the checkout.
area-nobody = nobody
area-name = Name
area-owner = Answers for it
area-deputies = Deputies, in order
area-deputies-hint = Who stands in first while the owner is away.
area-informed = Kept informed
area-also = Also called
area-also-hint = In any language, with commas: Rückerstattung, 退款
area-names = { $area } is also called { $names }.
area-names-none = { $area } has no other names.
area-names-how = Add one: { $example }. “none” takes them all away.
area-headed = { $who } heads { $department }
area-headed-note = There is no area of that name; this is who leads the department.
area-department = Department
area-confirmed = Found right
area-history = History
area-step-made = { $when }: made by { $who }
area-step-handed = { $when }: { $who } handed it to { $text }
area-step-changed = { $when }: changed by { $who } · { $text }
area-step-confirmed = { $when }: found right by { $who }
area-step-retired = { $when }: retired by { $who }

area-button-show = Show
area-button-who = Who is it?
area-button-ask = Ask { $who }
area-button-answer = Answer
area-button-send = Send
area-button-new = New area
area-button-more = { $count } more
area-button-change = Change
area-button-handover = Hand over
area-button-retire = Retire
area-button-yes = Yes, all right
area-button-tasks = Hand over the tasks, too
area-retire-title = Retire { $area }?
area-retire-text = Nobody answers for it any more. Its history stays.
area-form-new = New area
area-form-change = Change the area
area-form-handover = Hand over an area
area-field-new-owner = Who answers for it from now on?
area-field-place = Where shall I say so?
area-field-question = Your question
area-field-answer = Your answer
area-ask-goes = It goes to { $who }, who is asked about { $area } now.
area-ask-sent = { $who } has your question. You will hear from me when there is an answer.
area-asked = { $who } asks about { $area }
area-answer-given = Your answer
area-answer-sent = { $who } has your answer.
area-answered = { $who } answers about { $area }
area-asked-this = You asked

area-right = Do you still answer for { $area }?
area-right-text = I ask every three months, so that nobody looks for the wrong person.
area-right-said = { $area } is right as it is.

area-audit-title = Who answers for what: this is not in order
area-audit-unowned = Nobody answers for it
area-audit-uncovered = Owner away for long, no deputy here
area-audit-many = Too many areas
area-audit-none = No area, and no deputy of one
area-audit-gone = { $area } – { $who } does not work here any more
area-audit-away = { $area } – { $who } is away until { $day }
area-audit-count = { $who } – { $count }
area-audit-names = { $names }
area-audit-names-more = { $names } and { $more } more
area-audit-more = and { $count } more
area-audit-note = Comes on Mondays, and only if something is not in order.
area-audit-clean = All is in order: each area has an owner who is here, or a deputy.
area-most-kept = More than { $count } areas are too many for one person.

# To be mended
area-guests = Guests and people from outside cannot look up who answers for what. Ask who you work with.
area-missing = There is no such area.
area-which = Which area? Please add its name.
area-unknown = There is no area “{ $area }” yet.
area-unknown-close = There is no area “{ $area }”. Did you mean { $close }?
area-several-which = Which one: { $close }?
area-not-yours = { $who } answers for { $area }: only they, the head of its department or an admin can do that.
area-give = Only heads and admins can make { $who } answer for something. You can say what you answer for yourself.
area-two-owners = Exactly one person answers for an area, not { $names }. The others can be deputies: write deputies before their names.
area-name-missing = What is it called? For example: refunds DE
area-name-long = This name has { $count } characters; { $limit } is the most.
area-also-many = These are { $count } other names; { $limit } are the most.
area-people-many = { $limit } people are the most.
area-taken = That name means { $area } already.
area-change-owner = Somebody else can answer for { $area } by a handover, so that everybody hears of it.
area-to-whom = Who answers for it from now on? Please name one person.
area-already = { $who } answers for { $area } already.
area-nobody-left = Nobody of { $area } works here any more. An admin can hand it over.
area-ask-self = It is you who is asked about { $area } now.
area-question-gone = That question is not yours to answer.
area-question-answered = That question was answered already.
area-audit-leads = Only admins and heads of departments can look at that.
area-most-what = How many areas are enough? A number up to { $limit }.
area-try-who = who owns refunds?
area-try-show = area show refunds
area-try-change = area change refunds deputies @Mia
area-try-retire = area retire refunds
area-try-handover = area handover refunds to @Mia
area-try-alias = area alias refunds = 退款, returns money

delivery-kind-area-asked = Question about an area
delivery-kind-area-answered = Answer about an area
delivery-kind-area-audit = Who answers for what
delivery-kind-area-handed = Area handed over
delivery-kind-area-owned = New area
delivery-kind-area-right = Still right?

help-topic-area = Who answers for what
help-example-area = area new "refunds DE" @Li deputies @Mia informed @Bo
help-area-new = Say who answers for something, with deputies and who is informed
help-area-change = Change deputies, who is informed, other names, the department
help-area-alias = Give an area other names, in any language
help-area-handover = Somebody else answers for it; it is said aloud
help-area-who = Who answers for something, and who is on duty: who owns refunds?
help-area-list = Who answers for what: everything, one department, or one person
help-area-show = Everything about one, with its history
help-area-retire = Nobody needs to answer for it any more
help-area-audit = What is not in order (heads, admins); area audit most 7
