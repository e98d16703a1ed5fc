"""The words by which a sentence rates a risk and says of what kind it is; pure."""

import re

from bot.arguments import fold
from bot.model.risk import Category

LIKELIHOOD = (
    "likelihood", "probability", "chance", "prob", "可能性", "发生可能性", "概率",
    "发生概率", "几率",
)  # fmt: skip
IMPACT = (
    "impact", "severity", "consequence", "damage", "影响", "影响程度", "严重程度",
    "严重性", "后果",
)  # fmt: skip
CATEGORY = ("category", "cat", "类别", "分类", "类型")
MITIGATION = (
    "mitigation", "mitigate", "measures", "response", "措施", "应对措施", "应对",
    "缓解措施", "缓解", "对策",
)  # fmt: skip
OWNER = ("owner", "owned by", "assignee", "assigned to", "负责人", "责任人", "负责",
    "負責人", "責任人", "負責",
)  # fmt: skip
DUE = ("due", "deadline", "截止", "截止日期", "截止时间", "到期", "期限")
READERS = ("private", "私密", "保密")
SCENARIO = ("scenario", "title", "场景", "风险描述", "描述")
NUMBERS = {
    1: ("very low", "rare", "negligible", "minimal", "很低", "极低", "非常低", "很小",
        "极小", "非常小", "罕见", "可忽略"),
    2: ("low", "unlikely", "minor", "small", "低", "较低", "小", "较小"),
    3: ("medium", "moderate", "middle", "mid", "possible", "average", "normal", "中",
        "中等", "一般", "中度"),
    4: ("high", "likely", "major", "big", "large", "significant", "高", "较高", "大",
        "较大"),
    5: ("very high", "almost certain", "certain", "severe", "critical", "extreme",
        "catastrophic", "huge", "很高", "极高", "非常高", "很大", "极大", "非常大",
        "严重", "灾难性", "几乎必然", "必然"),
}  # fmt: skip
CATEGORIES = {
    Category.FULFILMENT: ("fulfilment", "fulfillment", "delivery", "shipping",
        "logistics", "warehouse", "stock", "履约", "物流", "发货", "仓储", "配送",
        "库存"),
    Category.SUPPLIER: ("supplier", "suppliers", "supply", "supply chain", "vendor",
        "供应商", "供应", "供应链", "采购"),
    Category.PAYMENT: ("payment", "payments", "checkout", "支付", "付款", "收款"),
    Category.IT: ("it", "tech", "technology", "technical", "system", "systems",
        "website", "security", "技术", "系统", "网站", "信息技术", "安全"),
    Category.LEGAL: ("legal and compliance", "legal & compliance", "legal/compliance",
        "legal", "compliance", "法律与合规", "法律合规", "法律和合规", "法律", "法务",
        "合规"),
    Category.PEOPLE: ("people", "staff", "hr", "team", "人员", "人力", "人事", "团队"),
    Category.REPUTATION: ("reputation", "brand", "pr", "声誉", "品牌", "口碑"),
    Category.FINANCE: ("finance", "financial", "money", "财务", "资金", "金融"),
    Category.OTHER: ("other", "misc", "其他", "其它"),
}  # fmt: skip
_WORD = {fold(word): number for number, words in NUMBERS.items() for word in words}
_KIND = {fold(word): kind for kind, words in CATEGORIES.items() for word in words}
OF_FIVE = re.compile(r"([1-5])(?:\s*(?:/|of|分之|out of)\s*5|\s*分)?")


def either(words: tuple[str, ...]) -> str:
    """A pattern of any of these, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


WORDS = either(tuple(word for words in NUMBERS.values() for word in words))
KINDS = either(tuple(word for words in CATEGORIES.values() for word in words))


def number_of(typed: str) -> int | None:
    """The number of a scale that was typed: "4", "4/5", "high", 高."""
    said = fold(typed)
    if match := OF_FIVE.fullmatch(said):
        return int(match[1])
    return _WORD.get(said)


def kind_of(typed: str) -> Category | None:
    """The category that was typed, in either language."""
    return _KIND.get(fold(typed).strip("\"“”「」'"))
