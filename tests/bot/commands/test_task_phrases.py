"""What people of a shop really type, and what it must become.

A line is `what is typed => title | owner +followers, date, priority, project …`, with
`+` for "task add" and `＋` for 任务 新增. Whose own task it is, is left out.
"""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.model.task import Priority, Task
from tests.bot.commands.tasks import Crew, a_crew, private, said
from tests.driver import Member

ENGLISH = r"""
+ "Friday deals" banner @Bo due wed => "Friday deals" banner | @Bo Wed 4
+ 7-day returns copy @Sofia next monday => 7-day returns copy | @Sofia Mon 9
+ Q4 budget @Sofia end of month => Q4 budget | @Sofia Tue 31
+ Black Friday landing page due monday => Black Friday landing page | Mon 9
+ add -20% sticker to hero image EOD => add -20% sticker to hero image | Mon 2 17:00
+ Ship it! @Bo => Ship it! | @Bo
+ Ship it ! => Ship it !
+ Ship it!!! tomorrow => Ship it!!! | Tue 3
+ restock 500 pcs of SKU A-12/3 by march 12th => restock 500 pcs of SKU A-12/3 | Thu 12
+ count inventory 12.03.2026 => count inventory | Thu 12
+ count inventory 12/03 => count inventory 12/03
+ prep webinar slides in 3 days @me => prep webinar slides | Thu 5
+ ask @Bo for the numbers by friday => ask @Bo for the numbers | @Bo Fri 6
+ for @Sofia: check banner prices friday => check banner prices | @Sofia Fri 6
+ to call the courier tomorrow 9am => to call the courier | Tue 3 09:00
+ prepare for friday meeting by thursday => prepare for friday meeting | Thu 5
+ 3-for-2 promo setup by fri => 3-for-2 promo setup | Fri 6
+ 2 for 1 promo setup => 2 for 1 promo setup
+ "3 for 2" promo set-up due:2026-03-05 => "3 for 2" promo set-up | Thu 5
+ due:"next friday 3pm" check prices => check prices | Fri 13 15:00
+ due: tomorrow check prices => check prices | Tue 3
+ check prices due tomorrow at 5 => check prices | Tue 3 17:00
+ check prices tonight => check prices | Mon 2 21:00
+ check prices by EOD => check prices | Mon 2 17:00
+ check prices end of month => check prices | Tue 31
+ check prices Friday morning => check prices | Fri 6 09:00
+ check prices, no rush => check prices, no rush
+ check prices @ 5pm => check prices | Mon 2 17:00
+ check prices @Bo @ 5pm => check prices | @Bo Mon 2 17:00
+ check prices @sofia => check prices | @Sofia
+ check prices @Sofia Rossi friday => check prices | @Sofia Fri 6
+ check prices dept:marketing tomorrow => check prices | Tue 3 marketing
+ check prices dept: marketing tomorrow => check prices | Tue 3 marketing
+ check prices #marketing tomorrow => check prices | Tue 3 #marketing
+ check prices !urgent! tomorrow => check prices | Tue 3 URGENT
+ check prices high priority tomorrow => check prices high priority | Tue 3
+ check prices priority:high tomorrow => check prices | Tue 3 HIGH
+ check prices prio: high tomorrow => check prices | Tue 3 HIGH
+ check prices owner:@Bo tomorrow => check prices | @Bo Tue 3
+ check prices every:monday => check prices | Mon 9 FREQ=WEEKLY;BYDAY=MO
+ check prices repeat:weekly @Bo => check prices | @Bo Mon 9 FREQ=WEEKLY
+ weekly report every friday => weekly report | Fri 6 FREQ=WEEKLY;BYDAY=FR
+ every monday 9:00 count stock => count stock | Mon 2 09:00 FREQ=WEEKLY;BYDAY=MO
+ every day 18:00 close the till => close the till | Mon 2 18:00 FREQ=DAILY
+ count returns every 2 weeks => count returns | Mon 16 FREQ=WEEKLY;INTERVAL=2
+ check stock daily at 9:30 => check stock | Mon 2 09:30 FREQ=DAILY
+ call supplier on mondays due 16 march => call supplier | Mon 16 FREQ=WEEKLY;BYDAY=MO
+ sort everyday items => sort everyday items
+ update the weekly report friday => update the weekly report | Fri 6
+ every friday's mail to customers tomorrow => every friday's mail to customers | Tue 3
+ check "every friday" banner tomorrow => check "every friday" banner | Tue 3
+ 🔥🔥 fix checkout @Bo today 🔥 => 🔥🔥 fix checkout 🔥 | @Bo Mon 2
+ 🎄 Xmas window due 1 dec => 🎄 Xmas window | Tue 1 Dec
+ Fix 'Buy now' button @Bo wed => Fix 'Buy now' button | @Bo Wed 4
+ «Soldes» banner FR due thursday => «Soldes» banner FR | Thu 5
+ 50% off everything email @Sofia due sunday => 50% off everything email | @Sofia Sun 8
+ Pay invoice INV-2026-03-12 tomorrow => Pay invoice INV-2026-03-12 | Tue 3
+ Pay invoice no. 4711 due 10.3. => Pay invoice no. 4711 | Tue 10
+ Increase stock of item 12345 to 300 => Increase stock of item 12345 to 300
+ Move 300 units from A3 to B7 before friday => Move 300 units from A3 to B7 | Fri 6
+ Sunday opening hours on website by friday => Sunday opening hours on website | Fri 6
+ plan Easter campaign by 15/3/2026 => plan Easter campaign | Sun 15
+ plan for 8 March Women's Day due thursday => plan for 8 March Women's Day | Thu 5
+ move the monday call to tuesday => move the monday call to tuesday
+ Move launch to friday => Move launch to friday
+ move the launch to friday by thursday => move the launch to friday | Thu 5
+ prepare the monday call => prepare the monday call
+ prepare the monday call by sunday => prepare the monday call | Sun 8
+ Monday standup notes cleanup tuesday => Monday standup notes cleanup | Tue 3
+ friday's newsletter draft thursday => friday's newsletter draft | Thu 5
+ tomorrow prepare friday meeting => prepare friday meeting | Tue 3
+ launch the shop mid-March => launch the shop | Sun 15
+ launch the shop by mid march => launch the shop | Sun 15
"""
CHINESE = r"""
＋ 请 @王芳 周五前把双十一主图改好 ！紧急 => 把双十一主图改好 | Fri 6 URGENT
＋ 3天无理由退货 页面文案 @李伟 下周一 => 3天无理由退货 页面文案 | @李伟 Mon 9
＋ 7天无理由退货页面文案 => 7天无理由退货页面文案
＋ 周末促销 海报 截止 周三 => 周末促销 海报 | Wed 4
＋ 周末促销海报 周三下班前 @李伟 => 周末促销海报 | @李伟 Wed 4 18:00
新增任务检查横幅价格@王芳 周五17点前 => 检查横幅价格 | Fri 6 17:00
新增任务检查横幅价格@王芳周五17点前 => 检查横幅价格 | Fri 6 17:00
新增任务检查横幅价格，周五17点前交给@李伟 => 检查横幅价格 | @李伟 Fri 6 17:00
＋ 检查横幅价格 @王芳周五17点前 => 检查横幅价格 | Fri 6 17:00
＋ 检查横幅价格 ＠李伟 ＃双十一 ！高 => 检查横幅价格 | @李伟 HIGH #双十一
＋ 让@李伟明天上午10点前回复客户 => 回复客户 | @李伟 Tue 3 10:00
＋ 请@李伟今天下班前回复客户订单#10023 => 回复客户订单#10023 | @李伟 Mon 2 18:00
＋ 麻烦 @李伟 后天上午盘点库存 => 盘点库存 | @李伟 Wed 4 09:00
＋ @李伟 @王芳 本周五前完成618活动页 => 完成618活动页 | @李伟 +王芳 Fri 6
＋ 跟 @李伟 确认包材到货时间 明天 => 跟 @李伟 确认包材到货时间 | @李伟 Tue 3
＋ 和@李伟一起盘点仓库 周六 => 和@李伟一起盘点仓库 | @李伟 Sat 7
＋ 给@李伟发快递单号 => 发快递单号 | @李伟
＋ 我 今晚8点 开直播复盘会 => 我 开直播复盘会 | Mon 2 20:00
＋ 通知仓库备货 月底 => 通知仓库备货 | Tue 31
＋ 通知仓库备货 月底前 => 通知仓库备货 | Tue 31
＋ 通知仓库备货 3天后 => 通知仓库备货 | Thu 5
＋ 通知仓库备货 今晚8点 => 通知仓库备货 | Mon 2 20:00
＋ 通知仓库备货 下周三下午两点半 => 通知仓库备货 | Wed 11 14:30
＋ 通知仓库备货 3月12号下午3点 => 通知仓库备货 | Thu 12 15:00
＋ 通知仓库备货 中午前 => 通知仓库备货 | Tue 3 12:00
＋ 通知仓库备货 今天18:00 => 通知仓库备货 | Mon 2 18:00
＋ 通知仓库备货 周五之前 => 通知仓库备货 | Fri 6
＋ 通知仓库备货 下个月5号 => 通知仓库备货 | Sun 5 Apr
＋ 通知仓库备货 下月初 => 通知仓库备货 | Wed 1 Apr
＋ 通知仓库备货 下班前 => 通知仓库备货 | Mon 2 18:00
＋ 通知仓库备货 截止时间:周五18点 => 通知仓库备货 | Fri 6 18:00
＋ 明天把「周五特惠」海报发给设计 => 把「周五特惠」海报发给设计 | Tue 3
＋ “周五特惠”海报 周三 => “周五特惠”海报 | Wed 4
＋ 《618大促方案》周四前给老板看 => 《618大促方案》给老板看 | Thu 5
＋ 10x15cm 包装盒打样 下周二 => 10x15cm 包装盒打样 | Tue 10
＋ 订单#10023退款 @李伟 今天 => 订单#10023退款 | @李伟 Mon 2
＋ 订单 #10023 退款 @李伟 今天 => 订单 #10023 退款 | @李伟 Mon 2
＋ 订单号10023 退款 @李伟 => 订单号10023 退款 | @李伟
＋ 售后单202603020012处理 明天 => 售后单202603020012处理 | Tue 3
＋ 快递单号SF1234567890查询 今天 => 快递单号SF1234567890查询 | Mon 2
＋ 检查价格 !高优先级 => 检查价格 | HIGH
＋ 检查价格 高优先级 => 检查价格 高优先级
＋ 检查价格 !很急 => 检查价格 | URGENT
＋ 检查价格 ！加急 => 检查价格 | URGENT
＋ 检查价格！！！ => 检查价格！！！
＋ 把周一例会改到周二 => 把周一例会改到周二
＋ 把直播挪到周六 周四前 => 把直播挪到周六 | Thu 5
＋ 会议推迟到下周三 => 会议推迟到下周三
＋ 周一例会纪要整理 明天 => 周一例会纪要整理 | Tue 3
＋ 盘点仓库 12号 => 盘点仓库 | Thu 12
＋ 盘点仓库 3月中旬 => 盘点仓库 | Sun 15
＋ 给8号仓补货 => 给8号仓补货
＋ 检查价格 优先级:高 => 检查价格 | HIGH
＋ 检查价格 优先级：紧急 负责人：@李伟 => 检查价格 | @李伟 URGENT
＋ 检查价格 重复:每周一 => 检查价格 | Mon 9 FREQ=WEEKLY;BYDAY=MO
＋ 检查价格 重复：每天 @李伟 => 检查价格 | @李伟 Tue 3 FREQ=DAILY
＋ 每周五发周报 => 发周报 | Fri 6 FREQ=WEEKLY;BYDAY=FR
＋ 每周五下午3点发周报 @李伟 => 发周报 | @李伟 Fri 6 15:00 FREQ=WEEKLY;BYDAY=FR
＋ 每天检查库存 => 检查库存 | Tue 3 FREQ=DAILY
＋ 每月1号对账 => 对账 | Wed 1 Apr FREQ=MONTHLY;BYMONTHDAY=1
＋ 盘点 每两周的周一 => 盘点 | Mon 16 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
＋ 每日优鲜对接 明天 => 每日优鲜对接 | Tue 3
＋ 每周例会纪要 明天 => 每周例会纪要 | Tue 3
＋ 🔥修复结算页 @李伟 今天🔥 => 🔥修复结算页 🔥 | @李伟 Mon 2
加个任务 给供应商打款 => 给供应商打款
任务：给供应商打款 明天 @李伟 => 给供应商打款 | @李伟 Tue 3
"""
# What is done to T-3 (and T-4): the words, and what the answer says.
CHANGES = """
finish T-3 => ✅ T-3
close 3 => ✅ T-3
3 done => ✅ T-3
mark T-3 as done => ✅ T-3
done task 3 => ✅ T-3
done 3 and 4 => 2 tasks done
T-3搞定 => ✅ T-3
任务3完成 => ✅ T-3
3号任务做完了 => ✅ T-3
完成3和4 => 已完成 2 个任务
任務 完成 3 => ✅ T-3
完成 3、4 => 已完成 2 个任务
延后 3 到下周一 => 3月9日周一 09:00
延后3半小时后 => 15:30
snooze T-3 for 3 days => Thu 5 Mar 09:00
postpone 3 to next week => Mon 9 Mar 09:00
move 3 to friday => due Fri 6 Mar
task due 3: friday 5pm => due Fri 6 Mar 17:00
任务 截止 3 周五17点 => 3月6日周五 17:00
把3延期到周五 => 截止 3月6日周五
把3转给@李伟 => T-3 Gamma\n李伟
把3转给王芳 => T-3 Gamma\n王芳
转给@李伟 3 => T-3 Gamma\n李伟
任务 转交 3 李伟 => T-3 Gamma\n李伟
assign 3 to @Bo => T-3 Gamma\nBo Lin
task assign 3 to Bo => T-3 Gamma\nBo Lin
task block 3, waiting for supplier => Waits for: waiting for supplier
任务受阻3等供应商报价 => 等待：等供应商报价
list overdue => Tasks: overdue
show me all tasks => Tasks: all
@Bo's tasks => Tasks: Bo Lin
逾期任务 => 任务：已逾期
@李伟的任务 => 任务：李伟
T3 => T-3 Gamma\nOwner
查看 3 => T-3 Gamma\n负责人
rename 3 to Epsilon => T-3 Epsilon
rename T-3 Epsilon and Zeta => T-3 Epsilon and Zeta
改名 3 伽马 => T-3 伽马
把3改名为伽马 => T-3 伽马
priority 3 high => High
set 3 priority urgent => Urgent
优先级 3 高 => 高
3优先级紧急 => 紧急
repeat 3 weekly => comes again every week
task split 3 "a; b" "c" => 0/2 sub-tasks
task split 3 photos, texts and prices => 0/3 sub-tasks
任务 拆分 3 拍照、文案、定价 => 子任务 0/3
"""
# What cannot be read: the answer names the closest command, and nothing changes.
REFUSED = """
@Sofia pls check the banner prices by fri 5pm !high => task add @Sofia pls check
请 @王芳 周五前把双十一主图改好 ！紧急 => 任务 新增 请 @王芳
add check prices tomorrow => Try /crew task add check prices tomorrow
task check prices @Bo friday => Try /crew task add check prices @Bo friday
drop 3 boxes at the warehouse tomorrow => task add drop 3 boxes
give 3 boxes to @Bo => task add give 3 boxes
删除3张图片 => 编号
priority 3 sometimes => “sometimes”
rename 3 to => needs a title
done 3-5 => by its number
done 3 to 5 => did not understand “to 5”
task list today => task list overdue
+ check prices @marketing => Write dept:marketing
＋ 检查价格 @市场部 => 部门:市场部
+ check prices !hgih => “!hgih”
+ count inventory by 12/03 => 2026-12-03 or 2026-03-12
+ check prices friday and 12 March => two dates
+ check prices @Sofa => Did you mean Sofia Rossi
"""
ZONES = ("Europe/Berlin", "Asia/Shanghai")


def _rows(table: str, size: int = 40) -> list[list[tuple[str, str]]]:
    rows = [
        (_whole(typed), meant.replace("\\n", "\n"))
        for typed, _, meant in (
            line.partition(" => ") for line in table.strip().splitlines()
        )
    ]
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _whole(typed: str) -> str:
    known = {"+ ": "task add ", "＋ ": "任务 新增 "}
    return known.get(typed[:2], typed[:2]) + typed[2:]


def _speaker(crew: Crew, typed: str) -> Member:
    chinese = any("\u4e00" <= letter <= "\u9fff" for letter in typed)
    return crew.wang if chinese else crew.cy


async def _names(crew: Crew) -> dict[int, str]:
    """Everybody by id; Sofia and 李伟 are there too."""
    crew.team.person("Sofia Rossi")
    crew.team.person("李伟", zone="Asia/Shanghai", language="zh")
    await crew.team.know_everyone()
    everybody = crew.team.people.values()
    return {await crew.id_of(each): each.name.split()[0] for each in everybody}


async def _facts(crew: Crew, task: Task, names: dict[int, str], zone: str) -> str:
    others = "+".join(names[each] for each in task.followers)
    project = ""
    if task.project_id:
        async with crew.team.store.reading() as db:
            found = await db.projects.get(task.project_id)
        project = f"#{found.name}" if found else ""
    parts = (
        f"@{names[task.owner_id]}" if task.owner_id != task.creator_id else "",
        f"+{others}" if others else "",
        _when(task, zone),
        task.priority.name if task.priority is not Priority.NORMAL else "",
        project,
        task.department or "",
        task.rule or "",
    )
    return f"{task.title} | {' '.join(part for part in parts if part)}".rstrip(" |")


def _when(task: Task, zone: str) -> str:
    if task.deadline is None:
        return ""
    day: date = task.deadline.day
    month = "" if day.month == 3 else f" {day:%b}"
    clock = f" {task.deadline.at.astimezone(ZoneInfo(zone)):%H:%M}"
    return f"{day:%a} {day.day}{month}{clock if task.deadline.timed else ''}"


@pytest.mark.parametrize("rows", [*_rows(ENGLISH), *_rows(CHINESE)])
async def test_a_sentence_becomes_the_task_that_was_meant(
    rows: list[tuple[str, str]],
) -> None:
    """Title, owner, date and the rest; nothing lost, nothing left over."""
    async with a_crew() as crew:
        names = await _names(crew)
        made: list[tuple[str, str]] = []
        for typed, _ in rows:
            who = _speaker(crew, typed)
            await who.says(typed, "#general")
            zone = ZONES[who is crew.wang]
            task = await crew.task(len(made) + 1)
            made.append((typed, await _facts(crew, task, names, zone)))
        assert made == rows


async def test_what_is_said_in_passing_is_understood() -> None:
    """The number first or last, the word task or not, in both languages."""
    async with a_crew() as crew:
        await _names(crew)
        for typed, answer in _rows(CHANGES, 100)[0]:
            who, first = _speaker(crew, typed), len(await crew.tasks()) + 1
            await crew.adds(who, "Gamma", "Delta")
            meant = typed.replace("4", str(first + 1), 1).replace("3", str(first), 1)
            seen = await who.says(meant)
            assert answer.replace("T-3", f"T-{first}") in said(seen), meant


async def test_what_is_not_understood_names_the_closest_command() -> None:
    """Privately; no task is made or changed."""
    async with a_crew() as crew:
        await _names(crew)
        await crew.adds(crew.wang, "Alpha", "Beta", "Gamma @Cy", where="#general")
        before = await crew.tasks()
        for typed, answer in _rows(REFUSED, 100)[0]:
            seen = await _speaker(crew, typed).says(typed, "#general")
            assert answer in said(seen)
            assert private(seen)
        assert await crew.tasks() == before


async def test_names_that_no_chat_linked_are_found_in_the_sentence() -> None:
    """With a space in them, or with the next Chinese word right behind them."""
    async with a_crew() as crew:
        names = await _names(crew)
        crew.team.people = {}  # so that nothing is linked
        await crew.cy.says("task add Check prices @Sofia Rossi friday", "#general")
        await crew.wang.says("新增任务检查价格@李伟周五17点前#双十一!高", "#general")
        facts = [await _facts(crew, t, names, ZONES[1]) for t in await crew.tasks()]
        assert facts == [
            "Check prices | @Sofia Fri 6",
            "检查价格 | @李伟 Fri 6 17:00 HIGH #双十一",
        ]
