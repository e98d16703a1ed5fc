"""The words by which customers say where it hurts, and how much (PEERS H02).

English words are roots that begin a word; Chinese ones stand anywhere, in simplified
characters. A phrase weighs as much as it has words: "add to cart" says more than "add".
"""

from bot.model.feedback import Outlet, Severity, Step

STEPS: dict[Step, str] = {
    Step.PRODUCT_PAGE: "product page|article page|item page|detail page|details page"
    "|product detail|article detail|listing|photo|picture|image|gallery|thumbnail"
    "|zoom|description|describe|size chart|size guide|measurement|dimension|spec"
    "|video|variant|colour selector|size dropdown|reviews|ingredient|label says"
    "|the page says|page claims|page shows|page does not|on the page|buy now"
    "|buy button|shown as available|in stock|beschreibung|produktseite|fiche produit"
    "|scheda|商品页|产品页|详情|宝贝描述|主图|图片|照片|实拍|图上|描述|介绍|尺码"
    "|身高|参数|规格|标题|视频|评价|评论|买家秀|成分|材质|页面写|页面上|吊牌|立即购买"
    "|商详|宣传|误导|实物|显示有货|小黄车|色差|什么码",
    Step.SEARCH: "search|filter|sort|categor|menu|navigat|result|cannot find"
    "|can't find|could not find|couldn't find|autocomplete|suggestions|browse|hits"
    "|magnifier|suche|recherche|ricerca|搜|检索|筛选|分类|导航|类目|排序|找不到|翻页"
    "|联想|在哪个|哪里找|热门词",
    Step.CART: "cart|basket|shopping bag|my bag|trolley|add to|put in|add button"
    "|add item|add article|add product|quantity|warenkorb|panier|carrello|购物车"
    "|购物袋|加购|加入购物|加不进|加车|凑单|勾选|全选|失效商品|合计",
    Step.CHECKOUT: "checkout|check out|place the order|place my order|place an order"
    "|place order|placing|submit|order button|order form|order page|order step"
    "|final step|last step|next step|next button|complete the purchase|complete order"
    "|complete my order|complete the order|finish the order|finalise|finalize"
    "|confirm order|confirm the order|confirm purchase|address form|shipping address"
    "|billing|address is invalid|postcode|postal|zip code|shipping method"
    "|delivery option|terms|guest|can't order|cannot order|unable to order"
    "|could not order|order by phone|order confirmation|confirmation mail|kasse"
    "|bestell|commande|ordine|结算|结账|结帐|下单|下不了单|提交|订单页|确认订单|拍不"
    "|拍下|地址填|地址选|收货人|下一步|邮编|协议|实名|身份证|备注|订单没生成"
    "|订单生成|确认短信",
    Step.PAYMENT: "pay|paid|credit card|debit|visa|mastercard|amex|card was|my card"
    "|applepay|googlepay"
    "|declined|klarna|charge|invoice|receipt|alipay|3d secure|bank|transaction"
    "|gateway|instalment|money left|money is gone|took the money|currency|twint|sepa"
    "|zahl|paiement|pagamento|付款|支付|付不|付钱|付了|付没|没付|已付|付出|扣款|扣钱"
    "|扣了|刷卡|银行卡|信用卡|花呗|白条|分期|收银台|尾款|定金|发票|开票|抬头|专票"
    "|税号|银联|云闪付|密码后|催款",
    Step.QUALITY: "broke|crack|chipped|scratch|leak|defect|faulty|quality|smell|stain"
    "|fell apart|fell off|came off|comes off|came apart|stopped working|damaged|dent"
    "|rust|hole|seam|zip|sole|button fell|fade|shrank|shrunk|wash|peel|pilling"
    "|battery|noise|noisy|wobbl|uneven|material|fabric|leather|cheap plastic|itchy"
    "|mould|rash|allerg|caught fire|electric|sharp|injur|hurt|manual|comfortable"
    "|well made|made in|soft|larger size|more colours|kaputt|质量|品质|破损|破了|碎了"
    "|裂|漏水|漏电|瑕疵|坏了|味道|异味|气味|刺鼻|掉漆|掉色|褪色|缩水|划痕|污渍|做工"
    "|次品|生锈|起球|线头|开线|开胶|脱胶|拉链|扣子|鞋底|把手|布料|面料|料子|材料|噪音"
    "|充不进|没电|电池|不耐用|用了|用一次|穿了|洗一次|洗了|洗完|装不了|少零件|变形"
    "|过敏|红疹|冒烟|起火|割|虫|发霉|变质|假货|正品|仿|舒服|好看|漂亮|颜色|大一号"
    "|清洗|屏幕|不稳",
    Step.RETURNS: "return|refund|send it back|send back|sent it back|sent back"
    "|exchang|swap|money back|my money|warranty|repair|store credit|too small"
    "|too big|does not fit|doesn't fit|retour|rücksend|rückerstatt|rembours|reso "
    "|rimborso|退货|退款|换货|退换|换来|换了|换大|换小|换一|换成|退钱|退回|退掉|想退"
    "|不退|仅退|七天无理由|售后|返修|维修|运费险|保修|取件|拒收|不合适",
    Step.DELIVERY: "deliver|parcel|package|courier|driver|tracking|shipped|shipping"
    "|shipment|ship |arrive|dhl|ups |fedex|customs|late |in transit|not received"
    "|never got|never arrived|neighbour|missing in|only part|part of my order"
    "|wrong article|wrong item|packaging|packed|packing|the box|when will"
    "|where is my|pick up|liefer|paket|colis|livraison|pacco|spedi|consegna|快递"
    "|物流|发货|配送|包裹|派送|派件|签收|没收到|未收到|还没收|没到|顺丰|中通|圆通|韵达"
    "|京东物流|海关|丢件|丢了|送到|送错|送货|运单|驿站|自提|到货|包装|箱子|少发|发错"
    "|寄到|寄错|什么时候到|什么时候能到|揽收|转运|少了一件|收货地址|收到一半|送上门",
    Step.PRICE: "price|pricing|discount|voucher|coupon|promo|sale|expensive|cheap"
    "|cost|code|rebate|black friday|price match|free gift|gift card|points|bargain"
    "|deal|offer|bundle|fee|tax|vat|advertised|rip off|gutschein|rabatt|preis|réduc"
    "|sconto|价|优惠|折|满减|满赠|券|红包|促销|活动|赠品|积分|贵|便宜|双11|双十一|618"
    "|包邮|划算|实惠|礼品卡|补差|省了|运费太|税算|立减|凑满",
    Step.ACCOUNT: "account|log in|login|logged|sign in|signed|sign up|log out|password"
    "|regist|profile|newsletter|unsubscrib|two-factor|verification code|membership"
    "|member app|hacked|personal data|order history|my orders|my email|e-mail address"
    "|passwort|konto|compte|登录|登陆|登不|账号|账户|帐号|密码|注册|注销|验证码|会员"
    "|退订|订阅|换绑|手机号|邮箱|头像|个人资料|个人信息|历史订单|被盗|隐私|授权|等级"
    "|生日",
    Step.OTHER: "phone|hotline|customer service|support|staff|assistant|opening hours"
    "|open on|a shop in|store in|the shop|till|queue|chat robot|chatbot|hiring|job"
    "|cooperation|sponsor|journalist|newspaper|sue |advertis|popup|ads|cookie"
    "|language|catalogue|no answer|nobody answers|unfriendly|rude|电话|客服|店员|门店"
    "|营业|开店|机器人|广告|弹窗|合作|招人|招聘|赞助|记者|报社|起诉|告我们|没人回"
    "|没人接"
    "|不理|排队|公众号|试衣|音乐|品牌故事|态度|服务",
}  # fmt: skip

# Who says this wanted to buy.
BUYING = (
    "buy|purchas|order|shop |checkout|check out|sale|pay|购买|下单|买|拍|订单|订货|付"
    "|结算|结账|加购|购物车|成交"
    "|basket|add to|bag|cart|place the|visa|mastercard|amex|klarna|paypal"
    "|apple pay|applepay|google pay|googlepay|g pay|gpay"
    "|twint|sepa|revolut|bancontact|ideal"
    "|debit card|credit card|支付|尾款|余款|花呗|白条|云闪付|微信支付|信用卡|银行卡"
    "|收银|加车|放进去|加进去|秒杀"
    "|抢购|拼团|卖不|卖给"
)

# Something does not go on; after one of STEPS before the payment nobody can buy.
STUCK = (
    "cannot|can't|can not|cant |could not|couldn't|couldnt |unable|impossible"
    "|does not work|doesn't work|doesnt work|not working|don't work|isn't working"
    "|not work|fails|failed|failing|failure|broken|stuck|hangs|freez|frozen|crash"
    "|spins|spinning|spinner|blank|white page|goes white|white screen|nothing happen"
    "|does nothing|do nothing|did nothing|grey|gray|disabled|inactive|no longer"
    "|keeps loading|loading forever|won't|wont |will not|timed out|times out|timeout"
    "|refuse|rejected|reject|is down|are down|dead|error|not possible|no way to"
    "|does not react|doesn't react|does not respond|doesn't respond|not respond"
    "|not react|not accept|doesn't accept|does not load|doesn't load|doesn't open"
    "|does not open|never loads|never ends|loops|in a loop|endless|invalid|declined"
    "|gave up|give up|kicked out|thrown back|throws me|unexpected|went elsewhere"
    "|elsewhere|nobody can|no one can|no order|nicht|impossible de|non riesco"
    "|non funziona|ne fonctionne|ne marche|hängt"
    "|不了|不能|无法|没法|没办法|不上去|失败|报错|出错|错误|异常|打不开|卡住|卡死|卡在"
    "|没反应|没有反应|没动静|白屏|空白|崩|闪退|一直转|转圈|加载|点不动|点了没|点不"
    "|出不来|不出来|进不去|进不了|清空|超时|不动|灰色|灰的|挂了|坏了|失灵|不成|无效"
    "|死循环|循环|繁忙|拥堵|拥挤|当掉|放弃|算了|不成功|无响应|没用|不行|没买成|网络"
    "|被拒|拒绝|404|503|500"
    "|greyed|turned down|refuses|complain|something went wrong"
    "|something is wrong|went wrong|oops|try later|try again later|forbidden"
    "|access denied|too many visitors|too long|expired|too short|unsupported"
    "|not supported|unavailable|not available|never moves|does not move"
    "|doesn't move|does not go|doesn't go|does not continue|not take my"
    "|won't take|doesn't take|did not help|flicker|reloads|resets|reset itself"
    "|in circles|faded|dead|dies|hidden|covers|under the|behind the|overlaps"
    "|rolls back|never comes|never finish|signs me out|logs me out|format"
    "|must be a|has to be a|火爆|稍后|人太多|排队|卡了|卡着|卡那|动不了|走不下去"
    "|过不去|继续不|弄不|搞不|整不|咋整"
    "|咋弄|刷不|选不|勾不|打不上|出不来|拉不出来|拼不了|绑不|跳回|跳来跳|踢出|踢回"
    "|从头开始|回到开头|回到首页|白的|一片白|空白|黑的"
    "|灰的|暗的|不支持|不可用|不存在|已失效|变失效|售罄|异常|维护|暂停|被拒|标红"
    "|格式不对|格式错|过期|闪一下|挡住|挡着|盖住|盖着"
    "|关不掉|弹出|弹窗挡|负数|变负|变成负|0 元|转啊转|圈圈"
)

# Not one customer, but many.
MANY = (
    "everyone|everybody|nobody|no one|all customers|every customer|many customers"
    "|several customers|customers report|customers can|people can|all our|dozens"
    "|hundreds|for all|zero orders|no sales|since the update|since yesterday"
    "|three customers|four customers|五个|大家|所有人|所有客户|所有顾客|很多客户|很多人"
    "|好多人|好多客户|多位|好几个|几百|几十|都买不|没人能|观众|大量"
)

# What was there is there no longer, or never came.
GONE = (
    "gone|vanish|disappear|empty|empties|emptied|cleared|lost|missing|nothing|no button"
    "|forgets|没了|不见|消失|空的|是空|空了|清空|没有了|什么都没|全没|挤掉|退出"
)

# What one presses, fills in and looks at.
SCREEN = (
    "button|page|field|form|step|click|tap|press|select|choose|choice|tick|checkbox"
    "|popup|pop-up|window|overlay|wheel|screen|bubble|dropdown|icon|wheel|the site"
    "|website|the app|the shop does|back to the start|back to the home|the beginning"
    "|按钮|页面|一步|页|弹窗|弹框|框|点了|点击|点“|按了|按哪|按不|选不|没得选|勾|填"
    "|跳|链接|列表|屏|加载|界面|开头|首页|二维码"
    "|checkbox|box for|country list|list of countries|captcha|robot check|qr"
    "|sheet|banner|summary|three dots|plus sign|the continue|the next|pop up"
    "|wallet|terminal|iban|收银|扫码|付款码|收款码|下拉|验证|条款|协议|横幅|继续|下一"
    "|确认页|小程序|那一栏|那一步"
    "|图标|加号"
)

# They tried more than once, or went away.
TRIED = (
    "each time|every time|again and again|times|tried|trying|keeps|keep |for an hour"
    "|whatever|gave up|give up|elsewhere|i left|lost sale|so no|so i left|pity|went to"
    "|no purchase|no sale|end of story|所有|每次|试了|好多次|几次|十几次|来来回回|怎么"
    "|都不|都没|反复|放弃|算了|别家|别处|隔壁|走了|可惜|不买了|一直|老是"
)

# It was bought already: what is wrong now keeps nobody from buying.
BOUGHT = (
    "i paid|have paid|paid for|already|after my order|after i ordered|after the order"
    "|after paying|after the payment|was charged|were charged|is gone from|money left"
    "|debited|booked|invoice|receipt|confirmation|order history|my past|ordered fine"
    "|order went|order arrived|ordered without|went through|worked|last month"
    "|last year|used to|has been|is solved|did arrive|refund|received|bought it"
    "|付了钱|已经付|付了两|扣了|钱扣|扣款|扣钱|付完|付款后|下单后|下单之后|下单成功"
    "|发票|收据|凭证|历史订单|以前|已经买|成功了|通知|短信|收到|退款|退货|买了|解决了"
    "|好了"
    "|修好|幸好|好在|fortunately|luckily|anyway|had to|只好|不过"
)

SEVERE = (
    "dangerous|injur|cut my|burn|fire|electric shock|allerg|lawyer|legal|court|police"
    "|fraud|scam|sue |twice|double|two times|weeks|a month|months|third time"
    "|fourth time|fifth time|last warning|final warning|hacked|leaked|data breach"
    "|another person|someone else|somebody else|consumer protection|journalist"
    "|newspaper|mould|rash|hurt|broke an arm|glass in|wrong price|lose money|recall"
    "|危险|受伤|割|烫伤|触电|漏电|过敏|红疹|律师|起诉|要告|告我们|12315|工商|消协"
    "|曝光|诈骗|骗子|重复|两次|两遍|第三次|第四次|第五次|最后通牒|起火|冒烟|爆炸|摔伤"
    "|骨折|虫|玻璃|三个月|一个月|半个月|被盗|被黑|泄露|别人的|记者|报社|标错价|亏|住院"
    "|医院|拉肚子|出人命|钱扣了|扣了钱|扣钱了|投诉"
)

MILD = (
    "small thing|minor|tiny|typo|spelling|slightly|a bit|a little|somewhat|no big"
    "|odd|strange|ugly|can live with|still ok|no hurry|小问题|小毛病|错别字|不着急"
    "|有点|有一点|稍微|略|还行|还可以|能接受|不影响|影响不大|怪怪"
)

WISHES = (
    "would be nice|would be great|would be good|would be cool|would be better"
    "|would be helpful|would be lovely|would be handy|would love|i'd love|i wish"
    "|i'd like|would like|could you add|could you show|please add|please offer"
    "|please make|please let|please show|please give|please open|please use|more "
    "|it would help|suggest|feature|hope you|do you plan|can you offer|希望|建议|能不能"
    "|可不可以加|要是能|要是有|如果能|期待|想要|多出|多发|增加|加个|就好了|就更好|求"
    "|出个|可以选"
)

PRAISE = (
    "love|great|thank|perfect|excellent|wonderful|beautiful|happy|well done|well made"
    "|fantastic|best|delighted|recommend|easy|quick|fast|clear|simple|nice|good"
    "|friendly|comfortable|lovely|awesome|impress|saved|bargain|smooth|喜欢|好评|满意"
    "|感谢|谢谢|非常好|很好|太好|完美|漂亮|推荐|惊喜|好看|给力|赞|方便|很快|超快|舒服"
    "|不错|清楚|清晰|精致|划算|热情|贴心|耐心|合脚|合身|支持你们|棒|爽|真好|👍|😍|😊"
    "|❤|🥰|:)"
)

ANGRY = (
    "angry|terrible|awful|worst|unacceptable|ridiculous|disappoint|furious"
    "|never again|disgust|annoy|frustrat|upset|horrible|useless|joke|waste|rude"
    "|ashamed|nightmare|生气|太差|垃圾|失望|愤怒|无语|恶心|再也不|坑|骗|差评"
    "|什么态度|气死|离谱|不要脸|糟糕|难用|投诉|烂|忍|😡|😤|🤬"
)

ASKS = (
    "how |when |where |what |which |whom |who |can i|do i|do you|does |is it|is there"
    "|are you|may i|?|？|吗|呢|怎么|如何|什么时候|哪里|在哪|几点|多久|多少|能不能|可以"
    "|谁|请问|哪位|哪些"
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
