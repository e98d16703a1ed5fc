"""Names as they are typed on a keyboard without their letters: "Li Wei" for 李伟,
"Mueller" for Müller.
"""

from functools import lru_cache

from anyascii import anyascii

from bot.model.expression import expression

HAN = expression("[一-鿿]+")
LONGEST = 4  # characters of a Chinese name; what is longer is none
TWICE = expression(  # family names of two characters
    "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|端木|南宫"
)
FAMILIES = {  # characters that sound otherwise in a family name
    "曾": "zeng",
    "单": "shan",
    "單": "shan",
    "仇": "qiu",
    "查": "zha",
    "解": "xie",
    "区": "ou",
    "區": "ou",
    "盖": "ge",
    "朴": "piao",
    "覃": "qin",
    "翟": "zhai",
    "尉": "yu",
}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@lru_cache(4096)
def spellings(name: str) -> frozenset[str]:
    """Every way to write the name in plain Latin letters, in small ones, with spaces
    between its parts and in either order; none where it is written so already.

    `name` is in simplified characters. Chinese is spelled in pinyin without tones.
    """
    if name.isascii():
        return frozenset()
    found = {form for run in HAN.findall(name) for form in _pinyin(run)}
    rest = HAN.sub(" ", name).casefold()
    if not rest.isascii():
        ways = (anyascii(rest), anyascii(rest.translate(UMLAUTS)))
        found.update(" ".join(way.casefold().split()) for way in ways)
    return frozenset(found - {""})


def _pinyin(name: str) -> set[str]:
    if len(name) > LONGEST:
        return set()
    first = 2 if TWICE.match(name) and len(name) > 2 else 1
    sounds = [anyascii(each).casefold() for each in name]
    sounds[0] = FAMILIES.get(name[0], sounds[0])
    family, given = "".join(sounds[:first]), sounds[first:]
    ways = {"".join(given), " ".join(given)}
    return {
        " ".join(filter(None, parts))
        for way in ways
        for parts in ((family, way), (way, family))
    }
