"""What somebody would like, and nothing else: "customers keep asking for PayPal".

Who wants what is there, and does not get it, says more than that in the same breath:
whatever else is said, the model is asked.
"""

from bot.model.expression import expression
from bot.reading.signs import WHETHER

WHO = (
    r"customers?|clients?|buyers?|people|guests?|shoppers?|lad(?:y|ies)|folks|users?"
    r"|students?|schools?|regulars|walk-ins|he|she|they|we|several|many|few|one|two"
    r"|three|someone|somebody"
)
WOULD = (
    r"wants?|would (?:like|love|prefer|rather have)|prefers?|ask(?:s|ed)? (?:us )?for"
    r"|keeps? (?:asking for|requesting|wanting)|wish(?:es)? for|requests?"
)
# What is theirs already, what help is, and what one does to buy.
DUE = (
    r"(?:to have )?(?:her|his|their|my|the|an?|our) (?:money|refund|parcel|order\b"
    r"|replacement|invoice|receipt|apology|answer|explanation|call|credit|new one)"
    r"|(?:refund|money|answer|help|compensation|one of|one back|nothing)"
    r"|to (?!have|see|use|pay (?:by|with|in)|save|share|filter|split|settle)"
)
WANTED = expression(
    rf"(?:^|\b(?:{WHO})(?: \w+){{0,3}}? )(?:{WOULD})\b (?!{DUE})"
    rf"|\b(?:{WHO}|i)'d (?:rather have|prefer|love|like) (?!{DUE})"
)
WANTED_ZH = expression(
    r"^[^,。.!?]{0,6}(?:顾客|客户|客人|买家|老客|老外|学生|人|[她他])(?:们|都|老|总|一直){0,2}"
    r"(?:想(?![买付结退换问]|下单|咨询|了解|知道|取消|查|提交|投诉)|要求加|更喜欢"
    r"|要(?=一?个|支付宝|花呗|白条|[\u3400-\u9fff]{1,2}色))"
    r"(?![^,。.!?]{0,6}(?:退|换|赔|说法|发票))"
)
MORE = expression(
    r"[,;:.!?].*\w|\b(?:but|because|since|why|again|still|back|instead|left|leaves|no"
    r"|nor|never|not|nothing|gone|away|error|only|every|any|each|tried|trying|until"
    r"|wanted|while|would have|should|if)\b|n't"
    r"|[不没未无别]|只|但|却|可是|因为|结果|白的|灰|转|跳|卡(?!片)|走了|弹|挂|坏|失败"
)


def wants(said: str) -> bool:
    """Whether somebody would like to have something, and nothing else is said."""
    wanted = WANTED.search(said) or WANTED_ZH.search(said)
    return bool(wanted) and not MORE.search(WHETHER.sub("", said))
