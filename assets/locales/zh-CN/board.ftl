# 客户沙盘。
board-told = 客户沙盘，{ $count } 位客户
board-no-order = 尚无订单
board-value = 年价值 { $amount }
board-value-unknown = 价值未知
board-lanes = 阶段
board-pyramid = 金字塔
board-deals = 机会

# 图例。
board-legend = 图例
board-legend-area = 圆的面积：年价值
board-legend-ring = 圆环：最近一次调查的满意度
board-legend-dashed = 点线圆环：还没有调查过
board-legend-gold = 金边：案例中的重点客户
board-legend-badges = 右侧标记：! 工单，硬币 销售机会，时钟 任务逾期，⇄ 客户经理更换
board-legend-groups = 一叠带数字的圆：合并显示的客户，点击可逐个查看。
board-legend-marks = 左侧标记：上月的变化
board-legend-forward = 关系进一步，颜色为原阶段
board-legend-back = 关系退一步，颜色为原阶段
board-legend-new = 新认识的客户
board-legend-won = 下了订单
board-legend-not-won = 丢单
board-legend-deals = 一张卡片是一个销售机会：客户、金额、决定月份。
board-legend-stages = 越靠右，成交越有把握。
board-legend-month = 先决定的排在上面。

# 搜索。
board-search = 搜索客户
board-search-hint = 名称或拼音首字母
board-found = { $count ->
    [0] 未找到
   *[other] 找到 { $count } 位
    }

# 阶段与层级：含义，以及怎样更进一步。
board-place-told = { $place }，{ $count } 位客户。{ $hint }
board-zoom-hint = 点击只看这些客户。
board-back = 返回沙盘
board-back-hint = 返回整个沙盘（Esc）
board-all = { $count } 位客户
board-awareness-hint = 彼此知道对方，但还没有报价或演示。先甄别线索，弄清需求和决策人；第一次报价、演示或下单后进入考察期。
board-exploration-hint = 对方正在考察我们：有过报价、演示或订单。订单够多，关系良好，就进入形成期。
board-formation-hint = 对方已经下单，关系站稳了。订单继续增加，满意度、信任和关系承诺连续几个月保持较高，就进入稳定期。
board-stability-hint = 忠诚客户：满意、信任，也愿意长期合作。保持联系，说到做到，否则会退回去。
board-decline-hint = 对方正在疏远：关系变冷，迟迟没有订单，或者特急工单一直没有处理。找出原因并补救，可以回到形成期；否则可能流失。
board-lost-hint = 对方已经离开，不再接受报价。挽回成功后从考察期重新开始；过几个月，对方也会愿意再谈。
board-vip-hint = 至今贡献最大的 1% 客户，至少一位。团队自己评定过层级的，以评定为准。
board-main-hint = 按累计贡献，其次的 4%。团队自己评定过层级的，以评定为准。贡献增加，层级就会上升。
board-ordinary-hint = 按累计贡献，再次的 15%。团队自己评定过层级的，以评定为准。贡献增加，层级就会上升。
board-small-hint = 其余下过订单的客户，按累计贡献排列。团队自己评定过层级的，以评定为准。贡献增加，层级就会上升。
board-no-order-hint = 还没有贡献，因此不排层级。圆越大，一年可能买得越多。下第一笔订单后进入金字塔。

# 空白处的说明：怎样来到这里，谁最接近。
board-empty-awareness = 还没有客户。寻找客户、营销推广或转介绍会带来新名单。
board-empty-exploration = 还没有客户。首次报价、演示或下单后，就会进入这里。
board-empty-formation = 还没有客户。下满 { $orders } 笔订单且关系良好，就会进入这里。
board-empty-stability = 还没有客户。下满 { $orders } 笔订单，且满意度、信任、关系承诺都高，就会进入这里。
board-empty-decline = 没有客户正在疏远我们。
board-empty-lost = 没有客户流失。
board-empty-no-order = 已知的客户都下过订单了。
board-empty-tier = 还没有客户。下过订单的客户，按累计贡献归入各层级。
board-empty-stage-1 = 暂无机会。刚听说的需求先列在这里。
board-empty-stage-2 = 暂无机会。甄别客户，确认了需求和预算，就会进入这里。
board-empty-stage-3 = 暂无机会。见过参与决策的人，就会进入这里。
board-empty-stage-4 = 暂无机会。做过演示或试用，就会进入这里。
board-empty-stage-5 = 暂无机会。对方开始洽谈我们的报价，就会进入这里。
board-empty-stage-6 = 暂无机会。决策人口头同意，就会进入这里。
board-empty-nearest = 最接近的客户
board-empty-orders = 还差 { $count } 笔订单
board-empty-decides = { $month }决定
board-empty-low = { $measure } { $now }，需达到 { $least }
board-empty-weak = 关系还不够好
board-empty-unasked = 尚未调查满意度
board-empty-soon = 保持现状就会进入这里
board-empty-opens = { $customer }：{ $lacks }

# 合并显示的客户：数字旁边的文字，以及该做什么。
board-group-told = { $group }：{ $count }
board-group-tier = { $group } · { $tier }
board-group-changed = 其中 { $count } 位上月有变化。
board-group-decides = { $count ->
   *[other] 本月决定
    }
board-group-decides-short = 本月决定
board-group-decides-hint = 月底就要决定，这是报价或面谈的最后机会。
board-group-ticket = 有未解决的工单
board-group-ticket-short = 有工单
board-group-ticket-hint = 对方在等答复，等得越久，信任越低。
board-group-late = 任务逾期
board-group-late-short = 任务逾期
board-group-late-hint = 上月或更早就该做的事，到现在还没有做。
board-group-handover = 等待交接
board-group-handover-short = 待交接
board-group-handover-hint = 客户经理换了人，开一次交接会议可以挽回部分信任。
board-group-deal = 有销售机会
board-group-deal-short = 有机会
board-group-deal-hint = 对方有需求，有希望拿下订单，但本月还不决定。
board-group-quiet = { $count ->
   *[other] 久未联系的成交客户
    }
board-group-quiet-short = 久未联系
board-group-quiet-hint = 买过，但已有两个月或更久没人联系。久不联系容易流失。
board-group-qualify = { $count ->
   *[other] 待甄别的线索
    }
board-group-qualify-short = 待甄别
board-group-qualify-hint = 还不清楚需求和价值。先甄别最有希望的，不必全部甄别。
board-group-unasked = { $count ->
   *[other] 未做过满意度调查
    }
board-group-unasked-short = 未调查
board-group-unasked-hint = 买过，但还没有人问过是否满意。
board-group-buyers = { $count ->
   *[other] 暂无待办的成交客户
    }
board-group-buyers-short = 暂无待办
board-group-buyers-hint = 买过，满意度已知，目前没有要办的事。
board-group-leads = { $count ->
   *[other] 已甄别的线索
    }
board-group-leads-short = 已甄别
board-group-leads-hint = 价值已经清楚，但还没有发现需求。
board-group-pool = 在公海
board-group-pool-short = 在公海
board-group-pool-hint = 团队里没有人负责，从公海认领之后才能跟进。
board-group-gone = 已流失
board-group-gone-short = 流失
board-group-gone-hint = 已经离开，其中有些可以挽回。
board-group-others = { $count ->
   *[other] 其他客户
    }
board-group-others-short = 其他
board-group-others-hint = 数量少的几类合并显示，沙盘更清楚。

# 上月的变化。
board-change-from = { $month }：由{ $phase }转入
board-change-met = { $month }：新认识
board-change-ordered = { $month }：下单 { $amount }
board-change-not-won = { $month }：丢了一单

# 按阶段排列的销售机会。
board-deals-none = 目前没有销售机会。先通过甄别、拜访、调查发现客户需求。
board-deals-total = 销售机会 { $count } 个 · { $amount }
board-stage-told = { $stage }，{ $count } 个机会，{ $amount }。{ $hint }
board-stage-count = { $count } 个
board-deal-due = { $month }决定
board-stage-1-hint = 可能有需求，但还不知道要什么、有没有预算。
board-stage-2-hint = 需求和预算已经清楚。
board-stage-3-hint = 已经清楚由谁参与决策。
board-stage-4-hint = 通过演示或试用，对方已经看到效果。
board-stage-5-hint = 报价已经送到，对方正在洽谈。
board-stage-6-hint = 对方口头同意，但还没有签约。
