"""Parts of countries with holidays of their own, by the names people use: ISO 3166-2.

Every other part that the calendars know is named by its code: "US-CA", "CH-ZH".
"""

# Code: its name in English and in Chinese, and what else it is called.
REGIONS: dict[str, tuple[str, ...]] = {
    "DE-BW": ("Baden-Württemberg", "巴登-符腾堡", "Baden-Wuerttemberg"),
    "DE-BY": ("Bavaria", "巴伐利亚", "Bayern"),
    "DE-BE": ("Berlin", "柏林"),
    "DE-BB": ("Brandenburg", "勃兰登堡"),
    "DE-HB": ("Bremen", "不来梅"),
    "DE-HH": ("Hamburg", "汉堡"),
    "DE-HE": ("Hesse", "黑森", "Hessen"),
    "DE-MV": ("Mecklenburg-Vorpommern", "梅克伦堡-前波美拉尼亚"),
    "DE-NI": ("Lower Saxony", "下萨克森", "Niedersachsen"),
    "DE-NW": (
        "North Rhine-Westphalia",
        "北莱茵-威斯特法伦",
        "Nordrhein-Westfalen",
        "NRW",
        "北威",
    ),
    "DE-RP": ("Rhineland-Palatinate", "莱茵兰-普法尔茨", "Rheinland-Pfalz"),
    "DE-SL": ("Saarland", "萨尔"),
    "DE-SN": ("Saxony", "萨克森", "Sachsen"),
    "DE-ST": ("Saxony-Anhalt", "萨克森-安哈尔特", "Sachsen-Anhalt"),
    "DE-SH": ("Schleswig-Holstein", "石勒苏益格-荷尔斯泰因"),
    "DE-TH": ("Thuringia", "图林根", "Thüringen", "Thueringen"),
    "GB-ENG": ("England", "英格兰"),
    "GB-NIR": ("Northern Ireland", "北爱尔兰"),
    "GB-SCT": ("Scotland", "苏格兰"),
    "GB-WLS": ("Wales", "威尔士"),
    "US-CA": ("California", "加利福尼亚", "加州"),
    "US-NY": ("New York", "纽约", "New York State", "纽约州"),
    "US-TX": ("Texas", "得克萨斯", "德州"),
    "US-WA": ("Washington State", "华盛顿州"),
    "US-FL": ("Florida", "佛罗里达", "佛州"),
}


def region_name(code: str, language: str) -> str:
    """What a part of a country is called; "" for one without a name here."""
    names = REGIONS.get(code.upper())
    return "" if names is None else names[1 if language == "zh" else 0]
