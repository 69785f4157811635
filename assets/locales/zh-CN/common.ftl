# 各画面共用的词语
game-name = Rapport
game-name-other = 客缘
language-name = 中文
language-switch = EN · 中
language-switch-hint = 切换为英文
back = 返回
close = 关闭
unknown = 未知
why = 为什么？

# 数字与时间
hours = { $hours } 小时
hours-of = { $used } / { $total } 小时
month-year = { $year }年{ $month }
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
round-of = 第{ $round }轮 / { $of }
stars-of = { $of } 颗星中的 { $stars } 颗
theme-to-light = 切换为浅色
theme-to-dark = 切换为深色

# 客户关系的阶段
phase-awareness = 潜在期
phase-exploration = 考察期
phase-formation = 形成期
phase-stability = 稳定期
phase-decline = 退化期
phase-lost = 已流失
names-more = { $names }及另外 { $count } 位
