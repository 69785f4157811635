# 工作台的标签页。
tab-board = 沙盘
tab-customers = 客户
tab-funnel = 漏斗
tab-value = 价值
tab-service = 服务
tab-team = 团队
tab-finance = 财务
tabs-more = 更多
# 销售漏斗。
funnel-open = 进行中的机会
funnel-amount = 金额
funnel-forecast = 销售预测
funnel-filed = 待提交预测
funnel-not-filed = 未安排
funnel-won = 累计赢单率
funnel-list = 进行中的机会（{ $count }）
funnel-empty = 没有进行中的机会，请甄别线索、寻找需求。

# 客户价值。
value-buyers = 成交客户
value-known-yearly = 已知年价值
value-total = 累计贡献
value-pareto = 前 20% 客户贡献
value-tiers = 客户金字塔
value-customers = { $count } 位
value-on-board = 在沙盘上查看
value-curve = 贡献集中度
value-curve-even = 平均分布
value-curve-empty = 有了订单后，这里会显示少数客户如何带来大部分贡献。
value-best = 按贡献排序
value-none = 尚无成交客户。

# 客户服务。
queue-open = 未解决工单
queue-needed = 所需工时
queue-planned = 已排工时
queue-free = 服务剩余工时
queue-in-time = 按时解决率
queue-short = 还缺 { $hours }，会有客户等待。
queue-list = 工单（按紧急程度）
queue-empty = 没有工单，正好做客户关怀与检修。
articles-title = 知识库
articles-row = { $count } 篇，省时 { $saved } · 已解决 { $solved }

# 财务。
finance-cash = 现金
finance-revenue = 销售收入
finance-contribution = 利润
finance-per-lead = 单条线索成本
finance-per-sale = 单笔成交成本
finance-curve = 月末现金
finance-account = 单位：千元（{ $sign }）
finance-account-whole = 单位：元（{ $sign }）
finance-sum = 合计
chart-later = 过一两个月就有数据了。

# 各层级的关系水平。
levels-open = 按层级设定关系水平
levels-title = 各层级的关系水平
levels-lead = 关系水平每月自动把相应行动排入计划，重要客户优先，直到工时用完。客户处在哪一层级，就按该层级的水平维护；单独设定过的除外。
levels-current = 当前：{ $levels }
levels-none = 没有客户
finance-made-of = 利润 { $amount }：{ $parts }
value-without-order = 尚未下单
value-put-in = 投入 { $time }，{ $cost }
value-put-in-hint = 工时含拜访、演示、报价与工单；费用为这些工时的工资加上销售、检修、关怀、礼品等支出
