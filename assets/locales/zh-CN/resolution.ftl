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
high-chance = 我方赢率 { $chance }，没有哪一项特别突出
high-chance-strongest = 我方赢率 { $chance }，最大优势：{ $term }
high-chance-against = 我方赢率 { $chance }，险中取胜
high-chance-against-strongest = 我方赢率 { $chance }，险中取胜，最大优势：{ $term }
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
summary-more = ↓ 下面还有，往下滚动查看
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
# 本月数字的由来，一步一步。
bridge-opens = { $figure } { $amount }：查看由来
bridge-goods = 商品成本
bridge-goods-served = 商品与合同服务成本
bridge-winning = 开发与赢得客户
bridge-keeping = 关怀与服务
bridge-company = 公司与人员
bridge-margin = 销售毛利
bridge-paid-now = 客户当月付款
bridge-paid-later = 收回以前的货款
bridge-other-customers = 其他 { $count } 位客户
bridge-revenue-none = 本月没有订单，所以没有销售收入。
bridge-revenue-one = 全部来自{ $customer }。
bridge-revenue-most = { $amount } 中，{ $customer }占得最多：{ $most }。
bridge-not-paid = 其中 { $amount } 要以后才收到，但已计入本月收入。
bridge-contribution-idle = 既没有卖出，也没有花钱。
bridge-contribution-unsold = 什么也没卖出，本月亏损 { $amount }。花得最多的是{ $what }：{ $cost }。
bridge-contribution-left = 收入 { $revenue }，剩下 { $amount }。花得最多的是{ $what }：{ $cost }。
bridge-contribution-short = 收入 { $revenue } 抵不上开支，还差 { $amount }。花得最多的是{ $what }：{ $cost }。
bridge-more-than = 比{ $month }多 { $amount }，主要因为{ $what }（{ $by }）。
bridge-less-than = 比{ $month }少 { $amount }，主要因为{ $what }（{ $by }）。
bridge-cash-rose = 现金增加 { $amount }，本月利润为 { $contribution }。
bridge-cash-fell = 现金减少 { $amount }，本月利润为 { $contribution }。
bridge-cash-same = 两者一致：全部当月付清。
bridge-cash-apart = 两者不同，因为{ $why }。
bridge-cash-credit = 本月收入中有 { $amount } 尚未收到
bridge-cash-payment = 客户付清了以前的 { $amount } 货款
bridge-cash-bought = 采购入库花了 { $amount }
bridge-cash-stock = 领用了 { $amount } 以前付过款的库存
bridge-owed = 客户还欠 { $amount }。
# 做了而没有另外提到的事。
summary-done = 其他工作
deed-line = { $customer }：{ $deeds }
deed-routine = 常规行动：{ $what }
deed-routine-visits = 走访与检修 { $count } 次
deed-routine-kept = 与 { $count } 位客户保持联系
deed-routine-tickets = 处理工单 { $count } 张
deed-routine-surveys = 满意度调查 { $count } 次
