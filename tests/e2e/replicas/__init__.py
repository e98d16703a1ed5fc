"""Several processes of the bot over one PostgreSQL, at a pretend Slack and DingTalk."""
