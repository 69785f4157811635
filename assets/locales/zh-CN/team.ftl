# 团队与人员。
staff-people = 人数
staff-hours = 每月工时
staff-wages = 每月工资
staff-joining = 下月到岗
staff-planned = 已安排 { $used }，共 { $total }
staff-hired = 下月有 { $count } 人到岗
staff-vacant = 空缺
staff-vacant-for = 还要空缺 { $months } 个月，除非招聘
staff-reduced = 新人，工时减少，还有 { $months } 个月
staff-busy = 已连续 { $months } 个月几乎没有空闲
staff-overworked = 过度劳累：离职可能性为平时的 { $times } 倍
staff-customers = { $count } 位客户
staff-skill = 技能 { $points }

# 无人跟进的客户：公海。
pool-title = 公海
pool-empty = 公海中没有客户。
pool-row = { $month }放入 · 资料 { $records }
pool-stuck-title = 停滞的线索
pool-stuck-lead = 已有 { $months } 个月没有进展。放入公海不再占用工时，别人可以重新开始。
pool-stuck-none = 没有停滞这么久的线索。
pool-give-all = 全部放入公海（{ $count } 位）
pool-lead = 无人跟进的客户。谁认领，谁就接手资料，重新开始：旧怨一笔勾销。
pool-take = 认领
staff-hire = 招聘：增加 { $hours }
