# 标签页、页面与表头的悬停说明：hint- 加名称的键。
hint-tab-board = 所有客户都在一张沙盘上：越靠右，关系越近。
hint-tab-customers = 客户名单：可排序、筛选，查看任务，给队友留言。
hint-tab-funnel = 从初次接触到点头成交的每个机会，以及可能带来的收入。
hint-tab-value = 谁带来了钱，谁以后可能带来钱。
hint-tab-service = 尚未解决的投诉与问题，以及工时够不够用。
hint-tab-team = 团队成员：有多少工时、能力如何、可以招谁。
hint-tab-finance = 钱从哪里来，花到哪里去，还剩多少。
hint-board-lanes = 按关系远近排列客户。
hint-board-pyramid = 按贡献大小排列客户。
hint-board-deals = 正在争取的机会，按进展排列。

hint-customers-list = 所有认识的客户，一行一位。
hint-customers-work = 客户任务：做什么，为谁做，何时到期。
hint-customers-messages = 各岗位之间的留言，以及给组长的建议。
hint-customers-files = 把客户名单存成表格，或从表格读入。
hint-work-todo = 还没做的任务。
hint-work-done = 做完的任务，包括逾期完成的。
hint-work-all = 全部任务，无论是否做完。

hint-funnel-page-stages = 每个阶段有多少机会，其中多少有望成交。
hint-funnel-page-leader = 销售主管常问的三件事：人忙不忙，能力够不够，后面的机会多不多？
hint-funnel-page-forecast = 预测会有多少收入，实际来了多少。
hint-funnel-page-tenders = 大客户公开招标，按分数选定一家。
hint-funnel-page-campaigns = 广告花了多少钱，带来了谁。

hint-value-page-pyramid = 塔尖的少数客户带来大部分收入：他们是谁，得到了多少工时？
hint-value-page-rfm = 只看订单：谁最近买过、买得勤、买得多。
hint-value-page-lifetime = 根据订单推算每位客户今后还会花多少钱。
hint-value-page-10c = 了解一位客户的十个方面。

hint-service-page-queue = 等待处理的工单，最紧急的在最上面。
hint-service-page-record = 到目前为止工单处理得怎么样。

hint-finance-page-account = 收了多少，花了多少，最后剩多少。
hint-finance-page-flow = 现金每月的进出。卖出去但还没收款的不算现金。
hint-finance-page-marketing = 找到一条线索、拿下一单各要花多少钱。
hint-finance-page-goods = 库存有什么，订了什么货，谁还欠款。
hint-finance-page-figures = 衡量客户工作好坏的指标。

# 表头。
hint-customers-name = 名称后的标记：有工单、有机会、任务到期。
hint-customers-phase = 关系的远近，从“听说过我们”到“一再光顾”。
hint-customers-kind = 团队自己给客户归的类，只有本队看得到。
hint-customers-owner = 由谁负责这位客户。
hint-customers-value = 客户一年在同类产品上大约花多少钱，不论向谁买。横线表示还没问过。
hint-customers-orders = 客户向本队下过几单。
hint-customers-satisfaction = 客户自己打的满意分，0 到 100。问号表示还没问过。
hint-customers-next = 接下来打算为客户做什么，什么时候做。
hint-customers-silence = 已有多少个月没人联系。

hint-funnel-list = 点击一行可打开客户档案。
hint-deals-stage = 进展到哪个阶段：从初次接触到口头答应，一共六个阶段。
hint-deals-symptoms = 说明机会确实走到了这一步的迹象，空心表示还缺这一项。
hint-deals-months = 在这个阶段停了多久。太久就是卡住了。
hint-deals-decides = 客户什么时候做决定。
hint-stages-amount = 如果全部拿下，能带来多少钱。
hint-stages-rate = 走到这个阶段的机会，一百个里通常能成几个。
hint-stages-weighted = 金额乘以通常的赢率：真正可以指望的数目。
hint-stages-months = 机会在这个阶段平均停了多久。
hint-stages-proven = 有多少机会的迹象表明确实走到了这个阶段。
hint-stages-closed = 本队走到这个阶段的机会里，赢下了多少。

hint-forecast-month = 预测的是哪个月。
hint-forecast-filed = 全队为当月提交的预测数。
hint-forecast-came = 实际得到的收入。
hint-forecast-miss = 差了多少。大于零表示实际多于预测。
hint-forecast-accuracy = 100% 表示完全说中。没有预测就无从评判。

hint-lifetime-customer = 点击一行可打开客户档案。
hint-value-order-count = 向本队下过几单。
hint-lifetime-last = 最近一单的日期。
hint-lifetime-alive = 现在仍是客户的可能性。只有一单时谁也说不准。
hint-lifetime-expected = 今后九个月估计会下几单。
hint-lifetime-each = 平均每单多少钱。
hint-lifetime-value = 今后十二个月估计会花多少钱。
hint-rfm-list = 点击一行可打开客户档案。
hint-rfm-code = 三位数字，每位 1 到 5：最近一次有多近、买得多勤、金额多大。555 最好。
hint-value-silent-days = 距最近一单的天数。
hint-value-amount = 到目前为止一共花了多少钱。

hint-record-class = 出的是哪一类问题。
hint-record-open = 还在等待处理。
hint-record-in-time = 在期限之内开始处理，当月解决。
hint-record-late = 解决了，但开始得太晚，或拖过了当月。
hint-record-dropped = 客户等得太久，放弃了。
hint-record-level = 一百张工单里有多少张按时解决。

hint-kpi-name = 衡量的是什么。
hint-kpi-value = 现在是多少。
hint-kpi-counts = 怎么算出来的。
hint-books-name = 收入或支出的种类，支出带负号。
hint-books-month = 这个月收进或花出的金额。
hint-finance-sum = 各月合计。
