# 团队与人员。
staff-people = 人数
staff-hours = 每月工时
staff-wages = 每月工资
staff-joining = 待到岗
staff-planned = 已安排 { $used }，共 { $total }
staff-hired = 下月有 { $count } 人到岗
staff-vacant = 空缺
staff-vacant-for = { $months } 个月后补上
staff-reduced = 新人，还有 { $months } 个月工时减少
staff-customers = { $count } 家客户
staff-skill = 技能 { $points }

# 无人跟进的客户：公海。
pool-title = 公海
pool-empty = 公海中没有客户。
pool-row = { $industry } · { $month }起 · 资料 { $records }
pool-stuck-title = 停滞客户
pool-stuck-lead = 已有 { $months } 个月没有进展的线索。换人重新开始：旧怨不再，资料仍在。
pool-stuck-none = 没有停滞这么久的线索。
pool-give-all = 全部放入公海（{ $count } 家）
