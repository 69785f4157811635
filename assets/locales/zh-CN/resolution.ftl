# 月度展开与小结。
high-met-one = 新结识：{ $customer }
high-met = 新结识 { $count } 位客户
# 客户流失当月的风险。
high-churned-risk = 当月流失风险 { $chance }
high-churned-unlucky = 当月流失风险不到 { $chance }，算是运气不好
high-churned-behind = 另一个主要原因：{ $cause }
# 信任不足时：信任主要毁在哪里。
high-churned-trust = 信任下降，主要因为：{ $cause }
high-churned-also = 几乎同样重要的原因：{ $cause }
high-churned-again = 客户曾经回头，这次又走了
# 关系为何能进入这个阶段。
high-explores = 对方开始认真考察我们：看了演示、收到报价或下了首单
high-forms = 已经下单，关系站稳了
high-stable = 订单、满意度、信任和关系承诺都够高
high-returns-why = 事隔已久，对方愿意重新听听
high-handover = 接任者已拜访 { $count } 位客户，完成交接
high-chance = 我方赢率 { $chance }
high-chance-strongest = 我方赢率 { $chance }，最大优势：{ $term }
high-chance-against = 我方赢率 { $chance }，险中取胜
high-chance-weakest = 我方赢率 { $chance }，最弱一环：{ $term }
high-oral-broken = { $told }；对方曾口头答应，最后没有兑现
high-chance-room = 我方赢率 { $chance }：没有明显短板，最有提升空间的是{ $term }
# 补一句：中选的对手凭什么占优。
advantage-supplier = { $rival }本来就是他们的供应商
advantage-price-war = 正值价格战
advantage-offer = { $rival }当时有特价
advantage-offers = 竞争对手当时都有特价
advantage-improved = 竞争对手实力见长
high-chance-luck = 我方赢率 { $chance }：方案没有硬伤，输在运气
high-chance-sound = 我方赢率 { $chance }，方案本身没有硬伤
# 接在赢率一句之后。
high-unseen-satisfaction = 估计的满意度是 { $taken }，实际是 { $was }
high-unseen-prices = 他们对价格的看重程度是一般客户的 { $was } 倍
high-unseen-shock = 换了客户经理，他们还不放心
high-resigned-why = 个人关系随人而去，客户资料会留下
high-resigned-poached = 个人关系随人转投竞争对手，{ $months } 个月内对方在{ $customers }处占优
high-from-to = { $measure } { $from } → { $to }
summary-title = 本月小结
summary-orders = 订单
summary-forecast = 预测准确度
summary-more = ↓ 共 { $count } 条变化，往下滚动查看
summary-quiet = 平静的一个月，没有显著变化。
summary-failed = 未能执行
# 揭晓决定之前：谁在决定什么，以及谁也不选的可能。
contest-title = { $customer }正在决定：{ $need }
contest-nobody = 谁也不选
resolution-go-on = 空格键：下一条 · Esc：直接看小结
resolution-next = 进入{ $month }
resolution-results = 查看结果
high-needs = { $count } 位客户有新需求
high-rises = { $count } 位客户的关系更进一步
high-calls = { $count } 次联系取得进展
high-unquoted = { $count } 个小额需求我方没有报价，客户已自行决定
