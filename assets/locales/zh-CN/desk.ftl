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
# 什么算分，各队排名。
goal-title = 怎样算分
goal-lead = 用 { $months } 个月经营{ $team }，满分 { $full } 分：
goal-contribution = 销售收入扣除商品、工资和其他开支后剩下的钱。
goal-equity = 结束时手上的客户，此后 { $months } 个月预计还能带来多少。
goal-relations = 留住了多少成交客户，他们有多满意，重要客户关系有多近。
goal-forecast = 每月销售预测准不准，每个销售机会是否都定好下一步任务。
goal-compliance = 礼品不得超标：超标扣一半，被查出则全扣。
goal-scale = 前两项中，对客户什么也不做得 0 分，把客户照顾得很好可得 { $reference } 的分数。
goal-month = 一个月怎么过
goal-plan = 计划
goal-plan-how = 选好由谁为哪位客户做什么。工时有限，不可能面面俱到。
goal-submit = 提交
goal-submit-how = 这个月随即展开，客户决定向谁购买。
goal-read = 弄清原因
goal-read-how = 每个变化都能查到原因，然后计划下个月。
goal-go-on = 接着定策略
standing-title = 排名
standing-from = { $month }起公布得分，此前按各队的累计利润排名。
standing-hidden = 得分由教师在结束时公布。
score-contribution-short = 利润
score-equity-short = 客户资产
score-relations-short = 关系
score-forecast-short = 预测
score-compliance-short = 合规
desk-team-hint = 正在制定计划的团队
desk-reputation-hint = 外界对本队的评价：影响每位新客户
desk-sheet = 行动
desk-sheet-open = 打开档案（D）
desk-sheet-close = 收起档案（Esc）
deal-renewal = 续约：{ $need }
