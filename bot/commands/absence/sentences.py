"""Sentences about being away, as people say them; `said` decides what they mean."""

import re

from bot.model.expression import expression

_LEAVE = (
    r"(?:(?:a |an )?(?:parental|maternity|paternity|sick|annual|unpaid|medical|family"
    r"|bereavement) )?(?:vacation|holidays?|leave|pto)"
)
AWAY = expression(
    r"(?:(?:i'?m|i am|i'?ll be|i will be) )?"
    rf"(?:(?:off )?sick|ill|on {_LEAVE}|out of (?:the )?office"
    r"|(?<= )(?:off|away|out|ooo)|(?:off|away|out)(?= (?:until|till?) ))"
    r"(?: (?:(?:starting|from|as of) )?(?P<when>.+?))?[.!]*",
    re.IGNORECASE,
)
AWAY_ZH = expression(
    r"我?(?P<when>[^\s，。,;；]{0,20}?)\s*(?:要|想|得)?"
    r"(?:[请請](?P<count>[个個]?[半一两兩二三四五六七八九十\d]+[天日])?的?[病年事产產婚]?假"
    r"|休(?:(?P<days>[一两兩二三四五六七八九十\d]+[天日])的?)?[年病产產婚]?假"
    r"|[病年事产產婚丧]假|陪[产產]假|[调調补補]休)"
    r"(?P<rest>.*)"
)
OFF = expression(
    r"(?:(?:i'?m|i am|i'?ll be|i will be) )?(?:taking|having|got|have)"
    r" (?P<when>.+?) off"
    r"|(?:i )?(?:won'?t|will not|can'?t|cannot) be (?:in|there|at work)(?: on)?"
    r" (?P<not_in>.+)"
    r"|[^,;]{1,60}[,;] (?:so )?i (?:won'?t|will not|can'?t|cannot) (?:be|come) "
    r"(?:in|there|to work|at work)(?: on)? (?P<so_not_in>.+)"
    r"|(?:i'?m|i am|i'?ll be|i will be) not (?:in|here|at work|working)(?: on)?"
    r" (?P<not_here>.+)"
    r"|(?:(?:taking|having|i need|i have) )?a? ?day off(?: on)? (?P<day>.+)",
    re.IGNORECASE,
)
ILL = expression(
    r"(?:sorry,? )?(?:(?:i'?m|i am) )?(?:calling in sick|feeling (?:ill|sick|unwell)"
    r"|not feeling (?:so |too |very )?(?:well|good|great)|unwell|under the weather)"
    r"(?: (?P<when>today|tomorrow))?"
    r"(?:,? (?:so |and )?(?:i'?m |i'?ll be |i will be )?(?:staying (?:at )?home"
    r"|not coming in|off|out)(?: today)?)?[.!]*",
    re.IGNORECASE,
)
REST_OF_WEEK = expression(
    r"(?:(?:i'?m|i am|i'?ll be|i will be) )?(?:out|off|away|ooo) (?:for )?"
    r"the rest of (?:the|this) week[.!]*",
    re.IGNORECASE,
)
DAY_OFF = expression(
    r"(?:(?:taking|having|i need|i have) )?(?:a )?(?P<half>half[ -]day)(?: off)?"
    r"(?: on)? (?P<on>.+)|(?:(?:i need|i have|i take) )?(?P<when>\S.*) off[.!]*",
    re.IGNORECASE,
)
NOT_THERE_ZH = expression(
    r"我?(?P<when>[^\s，。,;；]{1,20}?)(?:都|全天|整天)?"
    r"(?:不在(?:公司|办公室|岗)?|不来(?:公司|上班)?|不去公司|不上班|来不了|上不了班)了?[。！!]*"
)
ILL_ZH = expression(
    r"我?(?P<when>今天|明天)?\s*我?(?:(?:生?病|发烧|感冒)了(?:[，,]?\s*[请請]\S{0,3}假)?"
    r"|(?:身体|人)?(?:有点|有些)?不太?舒服[，,]?\s*(?:[请請]\S{0,3}假|就?不(?:来|去|上班)了?"
    r"|(?:在家)?休息(?:一天)?))[。！!]*"
)
SOMEBODY = r"(?:<@[^>\s]+>|[@＠]\S+(?: [A-Z][\w.-]*)?)"
OTHER = expression(
    rf"(?P<who>{SOMEBODY}) (?:is|will be) (?:(?:off )?sick|ill|away|off"
    r"|out(?: of (?:the )?office)?|on (?:vacation|holiday|leave|pto))(?: (?P<when>.+))?"
    rf"|(?:[替帮给為为]\s*)(?P<for>{SOMEBODY})\s*[请請]\S{{0,2}}假\s*(?P<days>\S.*)"
    rf"|(?:[替帮给為为]\s*)?(?P<zh>{SOMEBODY})\s+(?P<day>\S{{1,16}}?)\s*"
    r"(?:要|想)?(?:[请請]\S{0,2}假|休\S{0,1}假)(?P<why>.*)"
    rf"|(?P<ill>{SOMEBODY})\s*(?P<on>今天|明天)?\s*(?:生?病了|发烧了|不太?舒服)[。！!]*",
    re.IGNORECASE,
)
EVERYBODY = expression(
    r"(?:everyone|everybody|(?:the )?(?:whole )?(?:team|company|office)|we(?: all)?) "
    r"(?:is|are|will be|has|have)(?: all)? (?:away|off|out|closed|on holidays?)"
    r"(?: from| on)? (?P<when>\S.*?)[.!]*"
    r"|(?:全员|全体|大家|全公司|公司|我们)\s*(?:都|统一)?\s*(?P<before>[^，。]*?)\s*"
    r"(?:放假|休假)\s*(?P<after>[^，。]*?)[。！!]*",
    re.IGNORECASE,
)
DAYS_OF = expression(
    r"\d{1,2}(?:st|nd|rd|th)?(?: to | until | till |[-–])\d", re.IGNORECASE
)
THERE = expression(
    r"(?:(?:i'?ll be|i will be|i'?m|i am) )?back(?: at work| in the office)? "
    r"(?:(?:again )?on |from )?(?P<when>(?!from\b)\S.*?)[.!]*",
    re.IGNORECASE,
)
THERE_ZH = expression(
    r"(?:我?(?:的?病|身体)?(?:已经)?好了[，,]\s*)?我?(?P<when>[^\s，。,;；]{1,16}?)\s*(?:就|会|要)?(?:回来|回來|返岗|销假|銷假)(?:上班|了)?[。！!]*"
)
CANCEL = expression(
    r"(?:please )?cancel (?:(?:my|the) )?(?:vacation|leave|pto|time off|holidays?"
    r"|days? off|absence)(?: (?:on|for|of|from))?(?: (?P<when>\S.*?))?[.!]*"
    r"|(?:i'?m|i am) not away (?:on )?(?P<not>\S.*?)(?: after all)?[.!]*",
    re.IGNORECASE,
)
CANCEL_ZH = expression(
    r"(?:请)?(?:取消|撤销)我?的?(?P<of>[^\s，。]{0,12}?)的?(?:[请請年病事]假|休假)[。！!]*"
    r"|我?(?P<not>[^\s，。]{0,12}?)(?:不|不用|不需要)(?:[请請]假|休假)了[。！!]*"
)
BACK = expression(r"(?:i'?m|i am) back(?: again| now)?[.!]*", re.IGNORECASE)
SKIP = expression(r"(?:skip|skip today|跳过|跳过今天|今天跳过|跳過今天)[.!。]*", re.I)
