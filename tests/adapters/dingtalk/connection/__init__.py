"""The connection to DingTalk, over real sockets to a pretend one."""
