"""Text as people type it: tidied, never bent."""

import unicodedata

# Letters, marks and signs people see; the rest is spacing, control and format.
SEEN = frozenset("LMNPS")
_TRADITIONAL = (
    "務辦開轉關編輯評論後複復項結幫設語時區請會寫報檢過閉創銷認領絕備註刪顯詳單緊級優負責門倉庫財購採術數據營內計運電應暫啟動週個換離錄調題問發標"
    "記簽總統導權員團隊組誰點號還當無沒對給讓從間處進圖頁貨價類幾兩變選擇訂風險響緩場敗聲譽規"
    "麼們嗎說錯剛誤議來這煩擾聯話該邊買賣鐘讚謝銷籤"
)
_PLAIN = (
    "务办开转关编辑评论后复复项结帮设语时区请会写报检过闭创销认领绝备注删显详单紧级优负责门仓库财购采术数据营内计运电应暂启动周个换离录调题问发标"
    "记签总统导权员团队组谁点号还当无没对给让从间处进图页货价类几两变选择订风险响缓场败声誉规"
    "么们吗说错刚误议来这烦扰联话该边买卖钟赞谢销签"
)
_SIMPLIFIED = str.maketrans(_TRADITIONAL, _PLAIN)


def simplified(text: str) -> str:
    """The text with the traditional characters of our own words as simplified ones."""
    return text.translate(_SIMPLIFIED)


def in_own_letters(words: str, typed: str) -> str:
    """Words that were made of a simplified text, in the letters that were typed."""
    plain = simplified(typed)
    parts = []
    for word in words.split(" "):
        start = plain.find(word)
        parts.append(typed[start : start + len(word)] if start >= 0 else word)
    return " ".join(parts)


def tidy(text: str) -> str:
    """One line: spaces tidied, control characters out."""
    return " ".join(_printable(text).split())


def tidy_lines(text: str) -> str:
    """Several lines, each as typed; control characters out."""
    return "\n".join(_printable(line).rstrip() for line in text.splitlines()).strip()


def shows(text: str) -> bool:
    """Whether anything of it can be seen: "\\u200b" cannot."""
    return any(unicodedata.category(letter)[0] in SEEN for letter in text)


def _printable(text: str) -> str:
    return "".join(
        letter
        if letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")
        else " "
        for letter in text
    )
