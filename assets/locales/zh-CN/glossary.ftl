# 游戏用语，每条一两句话。
gloss-show = 查看游戏用语
gloss-hide = 收起游戏用语
gloss-group-phases = 关系的远近
gloss-group-measures = 客户的各项数值
gloss-group-worth = 客户的价值
gloss-group-care = 客户维护
gloss-group-selling = 销售
gloss-group-office = 服务与团队

# 阶段
gloss-awareness = 只是互相知道名字，还没有报过价、做过演示。
gloss-exploration = 对方正在仔细了解我们：看演示、收报价，或下一笔小订单。
gloss-formation = 已经下单，关系站稳了，很可能继续购买。
gloss-stability = 一再购买，满意也信任我们，是最有价值的阶段。
gloss-decline = 关系正在变差。现在上门，比流失后再挽回省力得多。
gloss-lost = 已经离开。过一段时间，也许愿意再谈。

# 价值
gloss-yearly-value = 对方一年在同类产品上一共花多少钱，不论向谁买。甄别之前只是估计。
gloss-contribution = 真正赚到的钱：销售收入减去商品成本，再减去花在客户身上的一切费用。
gloss-tier = 客户金字塔按贡献排名；第一笔销售之前，按预计的购买额排。
gloss-tier-vip = 最靠前的 1%，由最得力的人维护。
gloss-tier-main = 其次的 4%，值得定期拜访。
gloss-tier-ordinary = 再次的 15%，可靠的客户，投入适中。
gloss-tier-small = 其余客户。数量多、金额小，投入要少。
gloss-rfm-name = RFM
gloss-rfm = 三个 1 至 5 的分数：最近一次下单有多近（R）、下单有多勤（F）、金额有多大（M）。5 最好。
gloss-lifetime-name = 客户终身价值
gloss-lifetime = 客户今后可能带来的全部收益，折算成今天的钱。

# 维护
gloss-level = 每个月对客户有多上心。水平越高，计划中自动安排的拜访和检修越多，占用的工时也越多。
gloss-kind = 团队自己贴的标签，方便分类，不影响结果。
gloss-kind-intending = 可能会买，但还没人问过有什么需求。
gloss-kind-qualified = 有需求、付得起，也知道由谁决定。
gloss-kind-paused = 暂时放一放，不投入时间。
gloss-kind-unset = 客户已下过订单，你们还没有标注类别。
gloss-pool-name = 公海
gloss-pool = 没有人跟进的客户，谁需要谁认领，资料一并接手。

# 销售
gloss-lead-name = 线索
gloss-lead = 已经认识、但还没有买过的客户。
gloss-deal-name = 销售机会
gloss-deal = 客户的一项需求，以及为拿下它所做的工作。
gloss-stage-name = 阶段
gloss-stage = 一个机会走了多远，从 1（线索）到 6（口头同意）。每个阶段都有看得见的标志。
gloss-stage-1 = 第 1 阶段：可能有需求，甄别之后才知道。
gloss-stage-2 = 第 2 阶段：对方已确认需要什么。
gloss-stage-3 = 第 3 阶段：已经见过采购中心，也就是参与决策的人。
gloss-stage-4 = 第 4 阶段：看过演示或试用过。
gloss-stage-5 = 第 5 阶段：已收到报价，正在讨论。
gloss-stage-6 = 第 6 阶段：口头同意，但还没签字。
gloss-advance-name = 进展
gloss-advance = 谈完之后机会真正前进了一步：答应试用，或引见更高层。聊得愉快不算。
gloss-committee = 客户那边共同做决定的几个人，各人分量不同。
gloss-buying-decides = 最后拍板的人，没有这一位就没有订单。
gloss-buying-gatekeeper = 决定谁能见到其他人。得罪了这一位，就会出局。
gloss-buying-user = 将来要用产品的人，看重好不好用。
gloss-buying-purchaser = 经手订单和价格。只争取这一位，远远不够。
gloss-support = 有多少人愿意选我们，按各人分量计算。100% 就是人人支持。
gloss-promise = 报价的承诺比实际交付高多少或低多少，按期望分计。
gloss-expectation-name = 客户期望
gloss-expectation = 客户以为能得到的水平，0 至 100。得到的低于期望，再好也不满意。
gloss-fit = 产品在多大程度上满足客户的用途。
gloss-weight = 报价的各种好处按客户的算法加起来。只适合两份报价互相比较，单看没有意义。
gloss-style-a = 看数字的人，要带数据和证据。
gloss-style-b = 讲条理的人，要讲清日期和步骤。
gloss-style-c = 重视人的人，多谈将来使用产品的同事。
gloss-style-d = 看全局的人，多谈这件事的长远意义。
gloss-chance = 照目前的计划执行，对方选择你们的可能性，按你们掌握的信息估算。
gloss-budget = 对方最多愿意花多少。报价超出预算，吸引力大减。

# 服务与团队
gloss-ticket-name = 服务工单
gloss-ticket = 客户遇到问题来求助。及时处理，客户高兴；让人久等，会被记住。
gloss-severity-minor = 小问题，可以等几天。
gloss-severity-major = 较严重，几天之内要开始处理。
gloss-severity-critical = 客户已经无法工作，要马上处理。
gloss-service-level = 上一份报价承诺以多快的速度处理问题。
gloss-service-standard = 按正常顺序处理。
gloss-service-priority = 优先处理，多占工时，有些客户很看重。
gloss-task-name = 任务
gloss-task = 记下下一步要为客户做什么。团队里任何人联系过客户，就算完成。
gloss-task-call = 和对方谈一谈。
gloss-task-visit = 上门：推进机会，或看看客户用得怎样。
gloss-task-quote = 送出报价。
gloss-task-service = 处理工单，或检查产品是否正常。
gloss-task-survey = 问一问客户是否满意。
gloss-forecast-name = 销售预测
gloss-forecast = 本月要决定的机会预计带来的收入：每个机会的金额乘以所在阶段的平均赢率，再相加。越接近实际，得分越高。
gloss-routine-name = 常规行动
gloss-routine = 每月计划中自动排好的常规工作，不用决策，也不占决策次数。
gloss-reputation = 同一行业或客群的人怎样评价我们。服务好就上升，失误就下降。

# 档案栏目
gloss-field-name = 客户的名称。
gloss-field-industry = 所属的行业或客群。口碑按行业或客群累积。
gloss-field-source = 怎样认识这位客户的。
gloss-field-added = 从什么时候起认识。
gloss-field-owner = 负责这位客户的客户经理。
gloss-field-phase = 双方有多近：从初次接触到忠诚或流失。
gloss-field-last-contact = 团队最近一次联系客户的月份。久不联系会损失信任。
gloss-field-last-order = 最近一次下单的月份。
gloss-field-reach = 联系方式，由团队自己填写。
gloss-field-remark = 团队需要记住的事。
gloss-field-incumbent = 现在向谁购买。用惯了的供应商，不容易换。
gloss-price-weighs = 与多数客户相比，降价对这位客户有多管用。
gloss-service-weighs = 与多数客户相比，服务慢或差对这位客户的影响有多大。
gloss-placed = 团队自己评定的金字塔层级。
gloss-orders = 向我们下过的订单，包括开局之前的订单。
gloss-revenue = 开局以来向我们购买的金额。
gloss-contract-ends = 合同的最后一个月，之后客户会重新决定。
gloss-quoted = 报价上的价格，在重新报价之前一直有效。
gloss-delivery = 报价承诺的交货月份。
gloss-payment = 什么时候付款。付得晚，客户方便，我们的现金要等。

# 档案标签页
gloss-tab-act = 本月可以为这位客户做什么
gloss-tab-profile = 对方是谁、关系维护的力度、下一步做什么
gloss-tab-contacts = 由哪些人决定，各人有多支持我们
gloss-tab-log = 每一次接触，最近的在前
gloss-tab-deals = 需要什么、走到哪一步、赢率多少
gloss-tab-service = 遇到过什么问题，怎样处理的
gloss-tab-value = 买多少、赚多少、怎样走到今天
gloss-contract-promise = 合同每月承诺的水平（分），以及做到的月数。没做到要赔钱。
