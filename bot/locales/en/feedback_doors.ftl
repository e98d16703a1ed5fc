# Feedback from outside: doors for shop back-ends and help desks, and e-mail.
feedback-door-new = 🚪 The door { $name } is open.
feedback-door-renewed = 🔑 { $name } has a new secret.
feedback-door-overlap = The secret before works for 24 hours more, so nothing is refused while you change it over there.
feedback-door-dropped = The door { $name } is closed. What came through it stays.
feedback-door-list =
    { NUMBER($count) ->
        [0] There is no door yet.
        [one] One door for other systems
       *[other] { $count } doors for other systems
    }
feedback-door-address = Address
feedback-door-secret = Secret
feedback-door-once = The secret is shown this once and kept encrypted. Put it where the other system keeps its passwords.
feedback-door-nowhere = Whoever runs Shopcrew has to set SHOPCREW_PUBLIC_URL, so that other systems reach this address.
feedback-door-signing = Send JSON by POST, signed as Standard Webhooks says. docs/feedback.md shows how, with curl.
feedback-door-how = “feedback door new Magento” opens one for feedback from a shop system or a help desk, “measure door new Shopify” one for values of measures.
feedback-door-none = nothing came yet
feedback-door-came =
    { NUMBER($count) ->
        [one] one came, on { $last }
       *[other] { $count } came, the last on { $last }
    }
feedback-door-button-renew = New secret
feedback-door-button-drop = Close
feedback-door-drop-sure = Close { $name }?
feedback-door-drop-means = What this system sends from now on is refused. What came stays.
feedback-door-keep = Keep it
feedback-door-taken = There is a door called { $name } already.
feedback-door-many = There are { $limit } doors, and no room for more: close one first.
feedback-door-unknown =
    { NUMBER($count) ->
        [0] There is no door called { $name }, nor any other.
       *[other] There is no door called { $name }. There is: { $names }.
    }
feedback-door-gone = This door is closed.
feedback-door-name-missing = Which system is it for? Please name it.
feedback-intake-empty = (no words)
feedback-intake-cut =
    { NUMBER($count) ->
        [one] It was too long: one character is not kept.
       *[other] It was too long: { $count } characters are not kept.
    }
feedback-intake-unread = The e-mail was too large: { $count } KB of it were not read. It is still in the mailbox.
feedback-intake-files = Not kept, but still in the mailbox: { $files }

help-feedback-door-new = Opens a door by which a shop system or help desk brings feedback (admins)
help-feedback-door = Which doors there are, and what came through them (admins)
help-feedback-door-renew = A new secret for a door; the one before works a day longer (admins)
help-feedback-door-drop = Closes a door (admins)
