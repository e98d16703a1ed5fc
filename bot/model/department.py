"""The departments of a shop, and the words people use for them."""

import re
import unicodedata

from bot.model.text import simplified

DEPARTMENTS = (
    "marketing", "e-commerce", "customer-service", "warehouse", "content", "it", "data",
    "finance", "purchasing", "hr", "legal", "management",
)  # fmt: skip

WORDS = {
    "marketing": "mkt 市场 营销 推广 品牌",
    "e-commerce": "ecommerce ecom shop store online sales 电商 电商部 运营 运营部 店铺",
    "customer-service": "customerservice service support cs care 客服 客户服务 售后",
    "warehouse": "logistics fulfilment fulfillment stock 仓库 仓储 储运 发货 物流",
    "content": "design creative copy studio 内容 内容部 设计 设计部 文案 美工",
    "it": "tech dev development engineering 技术 技术部 研发 开发 信息部",
    "data": "analytics bi analysis 数据 数据部 数据分析",
    "finance": "accounting billing 财务 财务部 会计",
    "purchasing": "buying procurement sourcing 采购 采购部",
    "hr": "people personnel 人事 人事部 人力 人力资源",
    "legal": "compliance 法务 法务部 合规",
    "management": "c-level clevel board executives leadership 管理层 高管 总经办 领导",
}


def find_department(typed: str) -> str | None:
    """The department meant: its name, or any word people use for it."""
    word = _folded(typed)
    return _BY_WORD.get(word) or _BY_WORD.get(_OF_ALL.sub("", word))


def _folded(text: str) -> str:
    plain = simplified(unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in plain if letter.isalnum())


_OF_ALL = re.compile(r"(?:department|dept|team|部门|团队|小组|中心|部|组)$")
_BY_WORD = {
    _folded(word): name for name in DEPARTMENTS for word in (name, *WORDS[name].split())
}
