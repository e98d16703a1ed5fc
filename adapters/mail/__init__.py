"""E-mail: the last way to a person, where no chat takes a message for them."""
