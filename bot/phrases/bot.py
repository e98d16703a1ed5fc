"""The bot itself asked about: what it sent, on which clock, to which account."""

from bot.phrases.table import Sentences

_WHO = r"(?P<x>(?-i:<@[^>]+>|[@＠]\S+?|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}))"
_ZH = r"(?P<x><@[^>]+>|[@＠]\S+?|(?!现在|我)[\u3400-\u9fff]{2,4}?)"
_THING = r"(?P<x>[TBFR]\s?-\s?\d{1,9})"
_ACCOUNT = r"(?:slack|ding ?talk|钉钉|釘釘)"

asks_bot = Sentences(
    {
        "delivery show {x}": (
            rf"who (?:has )?(?:got|received|been told (?:about|of)) {_THING}",
            rf"(?:has|did) \S+ (?:get|got|receive|received) {_THING}",
            rf"(?:has|did) {_THING} (?:arrive|arrived|been delivered)",
            rf"(?:都)?(?:有)?谁(?:都)?(?:收到|看到)了?\s*{_THING}",
            rf"{_THING}\s*(?:都)?(?:发|送)(?:给|到)了?谁",
        ),
        "delivery failed": (
            r"(?:what|which messages?)(?: has| have)? (?:failed|not arrived|got lost"
            r"|did(?: not|n['’]t) arrive|could not be (?:sent|delivered))",
            r"(?:哪些|什么)(?:消息)?(?:没有?|未)(?:送到|送达|发出去|发出|收到)",
            r"(?:哪些|什么)消息(?:发送|送达)?失败",
        ),
        "link": (
            rf"(?:how (?:do|can) i )?(?:link|connect|join|pair) (?:my|the) "
            rf"(?:{_ACCOUNT}(?: account)?|(?:two )?accounts)"
            rf"(?: (?:with|to|and) (?:my )?{_ACCOUNT}(?: account)?)?",
            rf"(?:怎么|如何|怎样)?(?:关联|绑定|连接)(?:一下)?(?:我的)?{_ACCOUNT}"
            r"(?:的)?(?:账号|帐号)?",
        ),
        "settings zone": (r"我(?:的|在)(?:什么|哪个)?时区(?:是(?:什么|哪个?|多少))?",),
        "team show {x}": (
            rf"where is {_WHO}(?: (?:now|today))?",
            rf"what(?:['’]s| is) the time (?:for|at|where) {_WHO}(?: (?:is|lives))?",
            rf"what time is it (?:for|at|where) {_WHO}(?: (?:is|lives))?",
            rf"{_ZH}\s*(?:那边|那里|那儿)?(?:现在)?(?:是)?几点(?:钟)?",
            rf"{_ZH}\s*(?:现在)?在哪(?:里|儿)?",
        ),
    }
)
