"""Being left alone for a while, as people ask for it."""

from bot.phrases.table import Sentences

_THEN = r"(?P<when>(?:until|till?|til|before|for) .+?)"
_DND = r"(?:do[ -]not[ -]disturb|dnd|focus(?: time)?|quiet)(?: mode)?"
_ZH = r"(?:免打[扰擾]|勿[扰擾]|静音|安静|专注)(?:模式)?"
_ZH_DISTURB = r"(?:打扰|打擾|吵|烦|煩|联系|聯繫|给我发消息|找)"

asks_quiet = Sentences(
    {
        "quiet off": (
            r"un-?mute(?: me| yourself| notifications)?",
            rf"(?:turn|switch) off (?:the )?{_DND}|(?:turn|switch) {_DND} off"
            rf"|{_DND} (?:off|over)|(?:end|stop|cancel) (?:the )?{_DND}",
            r"(?:you (?:can|may) )?(?:disturb|write to|message|ping) me again",
            r"(?:turn|switch) (?:on )?(?:my )?notifications (?:back )?on(?: again)?",
            rf"(?:取消|关闭|關閉|关掉|结束|退出|停止){_ZH}|{_ZH}(?:取消|关闭|结束|关掉)",
            rf"(?:现在|你)?可以{_ZH_DISTURB}我了|(?:恢复|打开)(?:消息)?通知",
        ),
        "quiet now": (
            r"(?:do not|don['’]?t|dont) (?:disturb|bother|ping|interrupt) me"
            r"(?: (?:now|please|today))?",
            r"(?:(?:turn|switch) on )?(?:do[ -]not[ -]disturb|dnd|focus mode)(?: on)?"
            r"|leave me alone(?: please)?|be quiet(?: please)?|mute(?: yourself| me)?",
            rf"(?:现在|先)?(?:别|別|不要|勿)(?:再|来)?(?:打扰|打擾|吵|烦|煩)我了?"
            rf"|(?:开启|打开|開啟|進入|进入)?(?:静音|{_ZH}模式)|(?:开启|打开|進入|进入){_ZH}",
        ),
        "quiet {when}": (
            r"(?:请|帮我)?\s?mute\s?(?:一下)?我?\s?"
            r"(?P<when>[^，,。？?]*[小分钟到点天][^，,。？?]*)",
            r"(?:do not|don['’]?t|dont|stop) (?:disturb|bother|messag|message|ping"
            rf"|interrupt|write(?: to)?|text)(?:ing)? me {_THEN}",
            rf"(?:mute|silence)(?: me| yourself| the bot)? {_THEN}",
            r"(?:snooze|pause|mute|silence|hold|stop)(?: all| my| the)* "
            rf"(?:notifications?|messages?|alerts?|pings?|reminders?) {_THEN}",
            r"(?:leave me alone|be quiet|go quiet|no (?:messages|notifications|pings)"
            rf"|{_DND}) {_THEN}",
            rf"i need (?:to focus|(?:some )?quiet|focus time|to concentrate) {_THEN}",
            rf"(?P<when>[^，,。？?]{{1,14}}?)(?:之?前|以前)?(?:都|请|請|先)*"
            rf"(?:别|別|不要|勿)(?:再|来)?{_ZH_DISTURB}我了?",
            rf"(?:先|都)?(?:别|別|不要|勿)(?:再|来)?{_ZH_DISTURB}我[，,\s]*"
            r"(?:直?到|等到)?(?P<when>[^，,。？?]{1,14}?)",
            rf"(?:开启|打开|開啟|设置?|进入|我要)?{_ZH}[，,\s]*(?:直?到)?"
            r"(?P<when>[^，,。？?]{1,14}?)",
        ),
    },
    r"disturb|bother|ping|mute|silence|quiet|focus|dnd|alone|notification|messag"
    r"|interrupt|alert|reminder|write|text me|concentrate"
    r"|扰|擾|吵|烦|煩|静音|安静|专注|联系|聯繫|通知|发消息|找我",
)
