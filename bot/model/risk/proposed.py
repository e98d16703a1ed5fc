"""What is proposed for a risk from where it comes: people say whether it is. Pure."""

import re

from bot.model.expression import expression
from bot.model.feedback import Severity, Step
from bot.model.risk import Category
from bot.model.text import simplified

OF_STEP = {
    Step.PRODUCT_PAGE: Category.IT,
    Step.SEARCH: Category.IT,
    Step.CART: Category.IT,
    Step.CHECKOUT: Category.PAYMENT,
    Step.PAYMENT: Category.PAYMENT,
    Step.DELIVERY: Category.FULFILMENT,
    Step.QUALITY: Category.SUPPLIER,
    Step.RETURNS: Category.FULFILMENT,
    Step.PRICE: Category.FINANCE,
    Step.ACCOUNT: Category.IT,
    Step.OTHER: Category.OTHER,
}
OF_SEVERITY = {
    Severity.LOW: 2, Severity.NORMAL: 3, Severity.HIGH: 4, Severity.BLOCKING: 5,
}  # fmt: skip
# The first that is found counts: who delivers late is a supplier before it is a van.
WORDS = (
    (Category.SUPPLIER,
     r"\b(?:supplier|vendor|factory|manufacturer|raw material)|供应商|工厂|厂家|原料"),
    (Category.PAYMENT,
     r"\b(?:payments?|paypal|stripe|klarna|credit cards?|checkout|chargebacks?)\b"
     r"|支付|付款|收款|支付宝|结账"),
    (Category.LEGAL,
     r"\b(?:legal|lawsuit|lawyer|gdpr|compliance|licen[cs]e|trademark|patent|fine[ds]?"
     r"|regulat\w*|customs|privacy)\b|法律|合规|诉讼|侵权|商标|专利|罚款|监管|海关|隐私"),
    (Category.REPUTATION,
     r"\b(?:reputation|press|bad reviews?|shitstorm|boycott|brand)\b"
     r"|声誉|口碑|舆情|差评|品牌"),
    (Category.PEOPLE,
     r"\b(?:staff|sick|resigns?|quits?|hiring|key person|burn-?out|strikes? at work)\b"
     r"|人手|离职|生病|招聘|员工|骨干"),
    (Category.FINANCE,
     r"\b(?:cash|budget|currency|exchange rate|prices?|margin|tax(?:es)?|tariffs?)\b"
     r"|现金|资金|预算|汇率|成本|利润|税|关税"),
    (Category.FULFILMENT,
     r"\b(?:carriers?|deliver\w*|shipping|shipments?|warehouse|stock|logistics|courier"
     r"|parcels?|returns?|peak|strike)\b|物流|快递|仓库|发货|配送|库存|缺货|断货|爆仓|退货"),
    (Category.IT,
     r"\b(?:server|website|web ?shop|hack\w*|outage|system|database|backups?|software"
     r"|api|traffic|data loss|password)\b|服务器|网站|系统|宕机|黑客|数据库"
     r"|接口|流量"),
)  # fmt: skip
_FOUND = tuple((category, expression(words, re.I)) for category, words in WORDS)


def category_of(scenario: str) -> Category:
    """The category of which the words speak."""
    plain = simplified(scenario)
    found = (category for category, words in _FOUND if words.search(plain))
    return next(found, Category.OTHER)
