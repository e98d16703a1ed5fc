"""DingTalk: everything that knows its wire."""

DINGTALK = "dingtalk"  # the platform's name in every reference of ours
CARD_ROUTE = "shopcrew"  # names our address for card callbacks, where they are posted
