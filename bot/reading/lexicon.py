"""The words by which customers say where it hurts, and how much (PEERS H02).

English words are roots that begin a word; Chinese ones stand anywhere. A phrase weighs
as much as it has words: "add to cart" says more than "add".
"""

from bot.model.feedback import Outlet, Severity, Step

STEPS: dict[Step, str] = {
    Step.PRODUCT_PAGE: "product page|product image|photo|picture|description"
    "|size chart|size guide|page does not load|video|specification"
    "|colour on the page|商品页|详情页|详情|主图|图片|描述|尺码表|参数|页面打不开"
    "|视频|色差",
    Step.SEARCH: "search|filter|sort order|cannot find|can't find|could not find"
    "|results|搜索|搜不到|搜不出|筛选|找不到商品|找不到这|排序",
    Step.CART: "cart|basket|shopping bag|add to cart|购物车|加购|加入购物|加不进|凑单",
    Step.CHECKOUT: "checkout|check out|place the order|place my order|place an order"
    "|submit the order|order button|address form|shipping address|postcode|结算|下单"
    "|提交订单|结账|收货地址填|地址填不|提交不了|拍不下|拍不了",
    Step.PAYMENT: "pay|payment|paypal|credit card|card was declined|declined|klarna"
    "|charged|charge|invoice|alipay|wechat pay|3d secure|bank|付款|支付|付不了"
    "|付不出|扣款|扣了|银行卡|支付宝|微信支付|花呗|重复扣|发票|开票",
    Step.QUALITY: "broke|broken|crack|chipped|scratch|leak|defect|faulty|quality"
    "|smell|stain|fell apart|stopped working|does not work any more|damaged|dented"
    "|rust|质量|破损|碎了|裂|漏水|瑕疵|坏了|有味道|异味|掉漆|划痕|污渍|褪色|做工"
    "|次品|生锈",
    Step.RETURNS: "return|refund|send it back|send back|exchange|money back"
    "|return label|warranty|退货|退款|换货|退换|退钱|七天无理由|售后|返修|运费险"
    "|保修",
    Step.DELIVERY: "deliver|parcel|package|courier|tracking|shipped|shipping"
    "|shipment|arrive|dhl|ups|fedex|customs|late|lost in transit|not received|快递"
    "|物流|发货|配送|包裹|派送|签收|没收到|未收到|运费|顺丰|中通|圆通|韵达|海关|丢件",
    Step.PRICE: "price|discount|voucher|coupon|promo|sale|expensive|cheaper|code is"
    "|code does|rebate|black friday|price match|gift with|points|价格|优惠|折扣|满减"
    "|券|红包|活动价|降价|保价|差价|贵|便宜|双11|双十一|促销|赠品|积分",
    Step.ACCOUNT: "account|log in|login|sign in|log out|password|register|profile"
    "|newsletter|unsubscribe|two-factor|verification code|登录|登陆|账号|账户|密码"
    "|注册|验证码|会员|绑定|退订",
}

# Nothing can be bought, whatever else is said.
STUCK = (
    "cannot|can't|can not|could not|couldn't|unable|impossible|does not work"
    "|doesn't work|not working|fails|failed|failing|error|broken|stuck|freez|frozen"
    "|crash|spins|spinning|blank|nothing happens|greyed out|no longer|keeps loading"
    "|will not|won't|is empty|timed out|times out|disappear|refuses|is down|timeout"
    "|不了|不能|无法|失败|报错|出错|错误|打不开|卡住|卡死|没反应|白屏|崩|闪退|一直转"
    "|转圈|点不动|点了没|加载不|不出来|不进去|清空|消失|没有反应|超时|不动"
)

SEVERE = (
    "everyone|every customer|all customers|many customers|dangerous|injur|cut my"
    "|burn|fire|electric shock|allerg|lawyer|legal|court|police|fraud|scam|urgent"
    "|immediately|twice|double charged|charged twice|wedding|second time|third time"
    "|weeks|所有人|所有客户|很多客户|好多客户|大量|危险|受伤|割|烫伤|触电|过敏|律师"
    "|投诉到|12315|曝光|诈骗|骗子|紧急|马上|立刻|重复扣|两次|第二次|第三次|好几次"
    "|差评|起火|爆炸"
)

MILD = (
    "would be nice|it would be great|small thing|minor|just a suggestion|tiny|typo"
    "|suggestion|maybe you could|no hurry|小问题|建议|小建议|希望可以|错别字|不着急"
    "|有个想法|提个"
)

WISHES = (
    "would be nice|would be great|would love|i wish|could you add|please add"
    "|it would help|suggest|feature|i'd like|i would like to see|hope you"
    "|do you plan|can you offer|希望|建议|能不能加|能不能出|可不可以加|要是能|如果能"
    "|期待|想要有|多出|增加一个|加个"
)

PRAISE = (
    "love|great service|thank you|thanks|perfect|excellent|wonderful|beautiful"
    "|happy with|very happy|well done|fantastic|best|delighted|recommend|喜欢|好评"
    "|满意|感谢|谢谢|非常好|很好|太好|完美|漂亮|推荐|惊喜|好看|给力|赞"
)

ANGRY = (
    "angry|terrible|awful|worst|unacceptable|ridiculous|disappoint|furious"
    "|never again|disgust|annoy|frustrat|upset|horrible|useless|joke|waste|rude"
    "|ashamed|nightmare|生气|太差|垃圾|失望|愤怒|无语|恶心|再也不|坑|骗|差评"
    "|什么态度|气死|离谱|不要脸|糟糕|难用|投诉|烂|忍无可忍"
)

OUTLETS: dict[Outlet, str] = {
    Outlet.TMALL: "tmall|天猫",
    Outlet.TAOBAO: "taobao|淘宝",
    Outlet.JD: "jd|jingdong|京东",
    Outlet.PINDUODUO: "pinduoduo|pdd|temu|拼多多",
    Outlet.DOUYIN: "douyin|tiktok|抖音",
    Outlet.AMAZON: "amazon|亚马逊",
    Outlet.SHOPIFY: "shopify|our site|website|web shop|online shop|官网|独立站",
    Outlet.MAGENTO: "magento|adobe commerce",
    Outlet.STORE: "in store|in the store|in your store|flagship|门店|实体店|线下",
}

SEVERITIES = {
    "low": Severity.LOW, "低": Severity.LOW, "minor": Severity.LOW,
    "normal": Severity.NORMAL, "medium": Severity.NORMAL, "中": Severity.NORMAL,
    "普通": Severity.NORMAL, "high": Severity.HIGH, "important": Severity.HIGH,
    "高": Severity.HIGH, "重要": Severity.HIGH, "urgent": Severity.BLOCKING,
    "blocking": Severity.BLOCKING, "blocker": Severity.BLOCKING,
    "critical": Severity.BLOCKING, "紧急": Severity.BLOCKING, "阻断": Severity.BLOCKING,
    "严重": Severity.BLOCKING, "阻碍下单": Severity.BLOCKING,
}  # fmt: skip
