# 工作台。
deal-plain = 采购需求
desk-submit = 提交计划
desk-withdraw = 撤回计划
desk-submit-hint = Ctrl+Enter 提交，所有人就绪之前都可以撤回
desk-withdraw-hint = 收回计划并修改
desk-menu = 菜单
desk-help = 帮助与快捷键（F1）
desk-cash = 现金
desk-spendable = 本月还可动用 { $amount }（含信用额度）
desk-reputation = 口碑
desk-reputation-by = 各行业口碑

# 示例图片中的队名。
sample-team-1 = 远见
sample-team-2 = 同舟
sample-team-3 = 晨星
sample-team-4 = 百川
desk-cancel = 取消
