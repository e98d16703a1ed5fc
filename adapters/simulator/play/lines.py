"""What people of an online shop write into forms, by trade and in their language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """`work` is what was done or will be; `trouble` is in the way, `{who}` may help."""

    work: tuple[str, ...]
    trouble: str


EN = {
    "marketing": Lines(
        (
            "Homepage banner for 11.11: second draft is with design",
            "Newsletter: three subject lines, test runs until noon",
            "Ad budget moved from gaiwans to travel sets",
            "Approved the photos of the celadon series",
        ),
        "The banner has no prices yet. @{who}, when will they be fixed?",
    ),
    "it": Lines(
        ("Voucher field on phones", "Faster checkout page", "Backups checked"),
        "The payment provider’s sandbox is down. @{who}, do you have a contact there?",
    ),
    "service": Lines(
        (
            "23 returns answered, 6 still open",
            "Wrote the macro for broken lids",
            "Called the customer with the cracked teapot: a new one ships today",
            "Delivery times for Italy updated in the help pages",
        ),
        "Returns wait for the refund button. @{who}, can you look?",
    ),
    "shop": Lines(
        (
            "SKU list for the bundles: 40 of 62 done",
            "Stock of gift boxes checked against the shop: 3 differ",
            "Product pages of the Yixing pots are live",
            "Bundle prices for Singles’ Day entered",
        ),
        "Vouchers fail at checkout on phones, orders get lost. @{who}, please help!",
    ),
    "finance": Lines(
        (
            "October closed, margin by SKU is in the sheet",
            "Customs duty for the US parcels booked",
            "Paid the ceramics studio",
            "Cash plan for Singles’ Day",
        ),
        "The customs invoice is missing. @{who}, can you send it?",
    ),
    "warehouse": Lines(
        ("Counted shelf B", "Packed 140 parcels", "Labels for the gift boxes"),
        "No gift boxes left. @{who}, when do the new ones come?",
    ),
    "content": Lines(
        ("Texts for 12 teapots", "Cut the video of the kiln", "Photos retouched"),
        "The samples are not here. @{who}, where are they?",
    ),
    "data": Lines(
        ("Forecast for 11.11", "Dashboard of returns", "A/B test of the banner"),
        "The export of orders stopped. @{who}, can you restart it?",
    ),
    "office": Lines(
        (
            "Talks with the new studio in Jingdezhen",
            "Read the forecast for Singles’ Day",
            "Interviews for the warehouse",
            "Signed the courier contract",
        ),
        "I need the numbers for the bank. @{who}, can you send them?",
    ),
}

ZH = {
    "content": Lines(
        (
            "写好了 12 款紫砂壶的详情页",
            "双十一主图第二版已交设计",
            "剪辑窑口短视频，下午出片",
            "修完青瓷系列的图片",
        ),
        "样品还没到，拍不了图。@{who} 能查一下在哪儿吗？",
    ),
    "warehouse": Lines(
        (
            "仓库盘点：A 区完成，B 区还差 3 个货架",
            "发出 140 单，礼盒缺 12 套",
            "给双十一备货贴标，SKU 已核对",
            "退货入库 23 件，其中 2 件破损",
        ),
        "报关资料不全，货柜还在港口。@{who} 帮忙联系一下货代？",
    ),
    "data": Lines(
        (
            "更新双十一销量预测",
            "退货看板上线，破损率 1.8%",
            "首页横幅 A/B 测试：B 版点击高 6%",
            "核对库存与店铺数据，差异 3 个 SKU",
        ),
        "订单导出停了，数据断在昨晚。@{who} 能重启一下吗？",
    ),
    "service": Lines(
        (
            "处理 31 个售后，还有 5 个等回复",
            "整理“壶盖破损”的回复话术",
            "双十一客服排班已发",
            "回访 8 位老客户，2 位想要定制礼盒",
        ),
        "退款按钮点了没反应。@{who} 能看一下吗？",
    ),
    "office": Lines(
        (
            "和景德镇新工作室谈合作",
            "看完双十一预测，备货再加一成",
            "面试仓库管理员",
            "签了快递合同",
        ),
        "还缺给银行的数据。@{who} 能发我吗？",
    ),
}


def lines_of(trade: str, locale: str) -> Lines:
    """What somebody of this trade says in their language."""
    spoken = ZH if locale.startswith("zh") else EN
    return spoken.get(trade) or spoken["office"]
