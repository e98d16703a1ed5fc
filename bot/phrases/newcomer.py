"""How somebody's start or farewell goes: "how is Sam's onboarding going?"."""

from bot.phrases.table import Sentences

_NAME = r"(?P<x>(?-i:<@[^>]+>|[@＠]\S+?|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}))"
_ZH = (
    r"(?P<x><@[^>]+>|[@＠]\S+?|(?!谁|我|新人|什么|哪)[\u3400-\u9fff]{2,4}?"
    r"|[A-Za-z][\w.-]*)"
)
_GOING = (
    r"(?:(?:进度|进展|情况)?(?:怎么样|如何|进展如何|到哪(?:一步)?|顺利)|(?:进度|进展"
    r"|情况))"
)

asks_newcomer = Sentences(
    {
        "onboarding show {x}": (
            rf"how(?:['’]s| is| does) {_NAME}(?:['’]s?)? on-?boarding(?: going| doing| "
            r"looking)?",
            rf"how(?:['’]s| is) the on-?boarding of {_NAME}(?: going| doing)?",
            rf"(?:show(?: me)? )?{_NAME}['’]s? on-?boarding(?: progress| status)?",
            rf"how is {_NAME} settling in",
            rf"how far is {_NAME}(?: with the on-?boarding)?",
            rf"when (?:does|will|is) {_NAME} (?:start|starting|join|joining|begin)(?: "
            r"(?:work|here"
            r"|with us))?",
            rf"when(?:['’]s| is) {_NAME}['’]s? (?:first day|start(?: date)?)",
            rf"{_ZH}\s*(?:是)?(?:什么时候|哪天|几号|何时)(?:正式)?(?:入职|来上班|报到"
            r"|开始上班)",
            rf"{_ZH}\s*的?入职{_GOING}",
        ),
        "leaving show {x}": (
            rf"how(?:['’]s| is) {_NAME}(?:['’]s?)? (?:off-?boarding|leaving)(?: going| "
            r"doing)?",
            rf"when(?:['’]s| is| does| will)? {_NAME}(?:['’]s)? (?:leave|leaving|last "
            r"day)",
            rf"{_ZH}\s*(?:是)?(?:什么时候|哪天|几号|何时)(?:正式)?(?:离职|走)",
            rf"{_ZH}\s*的?离职{_GOING}",
        ),
    }
)
