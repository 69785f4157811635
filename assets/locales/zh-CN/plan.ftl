# 本月计划。
plan-title = { $month }计划
plan-submitted = 已提交
plan-clear = 清空计划
plan-refill = 自动填写稳妥的计划
plan-repeat = 照搬上月计划
plan-opens-filled = 每月开始时计划已填好。点击改为空白
plan-opens-blank = 每月开始时计划为空白。点击改为填好
plan-role-told = { $role }：{ $hours }，决策 { $decisions } / { $most }
plan-reduced = 新人上岗：工时减少，还剩 { $months } 个月
plan-filled-in = 沿用上月或关系水平，不占用八次决策
plan-remove = 移除：{ $card }
plan-dropped = { $count } 张未排入
plan-dropped-why = 工时不足，常规行动未排入
plan-add = 团队通用行动
plan-hours = { $used }/{ $total } 小时
plan-pursue = 跟进
plan-handover = 交接
