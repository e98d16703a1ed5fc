"""Taking back what was just done: "undo that", 刚才弄错了."""

from bot.phrases.table import Sentences

_LAST = r"(?: (?:my |the )?last (?:thing|one|action|command|change|step))"

asks_undo = Sentences(
    {
        "undo": (
            rf"(?:please )?(?:undo|revert)(?:{_LAST}| that| this| it| please)?",
            r"(?:please )?(?:take|roll) (?:that|it|this) back",
            r"(?:oops|sorry|no|wait|ups|argh)?[,.! ]*(?:that|this|it) was "
            r"(?:wrong|a mistake|not (?:right|what i (?:wanted|meant))|by mistake)",
            r"(?:oops|ups|i didn['’]?t mean (?:that|to do that)"
            r"|that['’]?s not what i (?:meant|wanted))",
            r"撤[销回](?:一下|刚才的?|上一?[步个次条]|它|这个|那个|操作)*",
            r"(?:刚才|刚刚|上一?[步个])的?(?:操作)?(?:弄|搞|点|按|写|说|输)?错了?",
            r"(?:哎呀|糟糕|不好意思|抱歉)?[，,]?(?:我)?(?:刚才|刚刚)?(?:弄|搞|点|按"
            r"|输)错了|(?:帮我)?(?:恢复|还原)(?:到)?(?:刚才|上一步)",
        )
    }
)
