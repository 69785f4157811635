# 本月计划。
plan-title = { $month }计划
plan-submitted = 已提交
plan-clear = 清空计划
plan-refill = 重新填入常规行动
plan-repeat = 照搬上月计划
plan-opens-filled = 每月开始时已填入常规行动。点击改为空白
plan-opens-blank = 每月开始时计划为空白。点击改为填入常规行动
plan-role-told = { $role }：{ $hours }，常规行动 { $routine } 张，自己的决策 { $own } / { $most }
plan-reduced = 新人上岗：工时减少，还剩 { $months } 个月
plan-filled-in = 常规行动：沿用上月或来自关系水平，不占决策次数
plan-remove = 移除：{ $card }
plan-dropped = { $count } 张未排入
plan-dropped-why = 工时不足，以下常规行动未排入
plan-add = 团队通用行动
plan-hours = { $used }/{ $total } 小时
plan-pursue = 跟进
plan-handover = 交接
plan-count = 常规 { $routine } · 自定 { $own } / { $most }
plan-count-hint = 常规行动在月初自动排入，占工时，不算决策。自己添加或改动的卡片才算决策，每月最多 { $most } 次。
plan-own = 自己的决策
plan-add-hint = 面向整个团队的行动：寻找新客户、参展、备货、培训
plan-undo = 撤销上一步（Ctrl+Z）
plan-undo-nothing = 本月没有可撤销的改动
plan-row-empty = 尚未安排
plan-back = 前面的卡片：{ $role }
plan-on = 后面的卡片：{ $role }
# 计划里兑现不了的事，写在卡片上，提交前再说一遍。
check-title = 提交之前
check-lead = 请先看一眼；也可以照样提交：
check-submit = 仍然提交
check-back = 回到计划
check-count = { $count } 处需要核对
check-open-card = “{ $card }”（{ $role }）还没设置完，所作的设置不在计划里；现在提交就会丢掉。
check-unquoted = { $customers }本月就要决定（{ $amount }），我们还没有报价。{ $role }还有 { $hours }空闲。
check-after-end = 这是最后一个月，{ $customers }要到以后才决定：在这上面再花工时也没有结果了。
check-tickets = 有 { $count } 张工单没有人处理：{ $customers }。请安排“{ $card }”。
check-too-short = 每个机会只安排了 { $hours }，到客户决定时还报不了价：{ $customers }。每个机会要 { $needed }：多排些工时，或者少跟几个。
check-goods-likely = 按目前的赢率，{ $count } 个机会平均成交 { $likely } 个。
check-goods-now = { $count ->
    [1] 如果{ $customers }成交
   *[other] 如果这 { $count } 个机会都成交（{ $customers }）
}，承诺{ $month }交货的还缺 { $goods }。本月不采购就会延期。
check-goods-express = { $count ->
    [1] 如果{ $customers }成交
   *[other] 如果这 { $count } 个机会都成交（{ $customers }）
}，承诺{ $month }交货的还缺 { $goods }。正常采购{ $comes }才到货，来不及；加急还赶得上。
check-goods-late = { $count ->
    [1] 如果{ $customers }成交
   *[other] 如果这 { $count } 个机会都成交（{ $customers }）
}，承诺{ $month }交货的还缺 { $goods }，最早{ $comes }才有货。请改承诺晚些的日期，否则客户会失望。
