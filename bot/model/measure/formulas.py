"""The field's measures, ready to pick: what each counts and where it should go; pure.

Names, formulas and traps stand in the catalogues of words, in both languages, under the
key of each. `words` is what else people call it.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.model.measure import Cadence, Direction, Unit
from bot.model.text import simplified

CLOSE = 80


@dataclass(frozen=True, slots=True)
class Formula:
    """One of them; `ratio` says that it divides one number by another."""

    key: str
    department: str
    unit: Unit
    direction: Direction
    words: str = ""
    ratio: bool = False
    cadence: Cadence = Cadence.WEEKLY


def _ratio(key: str, department: str, direction: Direction, words: str) -> Formula:
    return Formula(key, department, Unit.PERCENT, direction, words, ratio=True)


UP, DOWN, BAND = Direction.UP, Direction.DOWN, Direction.BAND
SHOP, ADS, CARE = "e-commerce", "marketing", "customer-service"
STOCK, MONEY, BUYING = "warehouse", "finance", "purchasing"
MONTHLY = Cadence.MONTHLY
FORMULAS = (
    Formula("gmv-placed", SHOP, Unit.MONEY, UP, "gmv,gmv placed,下单金额,成交总额"),
    Formula("gmv-paid", SHOP, Unit.MONEY, UP, "gmv paid,paid gmv,支付金额"),
    Formula("gross-sales", SHOP, Unit.MONEY, UP, "gross revenue,毛销售额"),
    Formula("net-sales", SHOP, Unit.MONEY, UP, "net revenue,net sales,净销售额"),
    Formula("orders", SHOP, Unit.COUNT, UP, "order count,订单数,订单量"),
    Formula("units", SHOP, Unit.COUNT, UP, "units sold,items sold,销售件数"),
    Formula("per-order", SHOP, Unit.MONEY, UP, "aov,basket,笔单价,平均订单", True),
    Formula("per-buyer", SHOP, Unit.MONEY, UP, "客单价,spend per buyer", True),
    _ratio("conversion", SHOP, UP, "cr,cvr,conversion,转化率"),
    _ratio("pay-conversion", SHOP, UP, "支付转化率,paying buyers"),
    _ratio("cart-rate", SHOP, UP, "atc,add to cart,加购率"),
    _ratio("checkout-rate", SHOP, UP, "reached checkout,到达结账率"),
    _ratio("abandonment", SHOP, DOWN, "cart abandonment,弃购率,购物车放弃率"),
    _ratio("repeat", SHOP, UP, "repeat purchase,复购率,retention"),
    Formula("ltv", ADS, Unit.MONEY, UP, "clv,ltv,lifetime value", True, MONTHLY),
    Formula("cac", ADS, Unit.MONEY, DOWN, "cac,获客成本,acquisition cost", True),
    Formula("roas", ADS, Unit.COUNT, UP, "roas,投产比", True),
    _ratio("acos", ADS, DOWN, "acos,广告成本占比"),
    _ratio("roi", ADS, UP, "roi,投资回报率"),
    _ratio("margin", MONEY, UP, "gross margin,毛利率"),
    _ratio("refund-amount", MONEY, DOWN, "refunded amount,退款金额率"),
    _ratio("refund", CARE, DOWN, "refund rate,退款率"),
    _ratio("return", CARE, DOWN, "return rate,退货率"),
    _ratio("dispute", CARE, DOWN, "退款纠纷率,dispute rate"),
    _ratio("quality-refund", CARE, DOWN, "品质退款率,quality refunds"),
    Formula("first-response", CARE, Unit.MINUTES, DOWN, "frt,平均响应时间,首次响应"),
    _ratio("three-minutes", CARE, UP, "三分钟回复率,3-minute reply rate"),
    _ratio("csat", CARE, UP, "csat,满意度"),
    Formula("nps", CARE, Unit.COUNT, UP, "nps,净推荐值", cadence=MONTHLY),
    Formula("dsr-goods", CARE, Unit.SCORE, UP, "dsr,描述相符"),
    Formula("dsr-service", CARE, Unit.SCORE, UP, "服务态度"),
    Formula("dsr-parcel", CARE, Unit.SCORE, UP, "物流服务"),
    _ratio("on-time-ship", STOCK, UP, "on-time shipment,按时发货率,48小时发货率"),
    _ratio("pickup", STOCK, UP, "揽收及时率,pickup in time"),
    _ratio("on-time-arrive", STOCK, UP, "on-time delivery,准时送达率"),
    Formula("lead-time", STOCK, Unit.HOURS, DOWN, "lead time,发货时长"),
    Formula("turnover", STOCK, Unit.COUNT, UP, "库存周转率,turnover", True, MONTHLY),
    Formula("days-cover", BUYING, Unit.DAYS, BAND, "cover,可售天数,库存天数", True),
    _ratio("sell-through", BUYING, UP, "sell-through,售罄率"),
    _ratio("moving", BUYING, UP, "动销率,moving skus"),
    _ratio("stock-out", BUYING, DOWN, "stockout,out of stock,缺货率"),
)  # fmt: skip
BY_KEY = {each.key: each for each in FORMULAS}


def find(typed: str, names: Sequence[tuple[str, str]]) -> Formula | None:
    """The one that a few words mean; `names` are what each is called, with its key."""
    wanted = _folded(typed)
    if not wanted:
        return None
    known = {_folded(name): key for name, key in names}
    known |= {_folded(w): each.key for each in FORMULAS for w in each.words.split(",")}
    known |= {_folded(each.key): each.key for each in FORMULAS}
    if wanted in known:
        return BY_KEY.get(known[wanted])
    close = process.extractOne(
        wanted, list(known), scorer=fuzz.ratio, score_cutoff=CLOSE
    )
    return BY_KEY.get(known[close[0]]) if close else None


def _folded(text: str) -> str:
    plain = simplified(unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in plain if letter.isalnum())
