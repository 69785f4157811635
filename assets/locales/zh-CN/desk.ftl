# 工作台。
deal-plain = 尚未问清的需求
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

# 示例图片中团队写下的内容。
sample-query = 未调查又久未联系
sample-reach = 021 5555 0112，张杨路 88 号
sample-remark = 笔记本由韩经理决定；周一不要打电话。
sample-talk = 六月前要招五十人，屏幕要能看图。
sample-task = 请在 10 日前完成，他们要开董事会。
sample-firm-1 = 江畔烘焙
sample-firm-2 = 江畔烘焙有限公司
sample-firm-reach = 0571 8888 6600
sample-message-1 = 展会上的新线索谁来跟进？
sample-message-2 = 两家大的我来，其余请先甄别。
sample-message-3 = 有两个工单要拖到下月，请先告诉客户，别等他们来问。
sample-suggestion = 我们承诺的多，兑现的少。报价前能否先问问服务？
