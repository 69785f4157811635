# 月度展开与小结。
high-met-one = 新结识：{ $customer }
high-met = 新结识 { $count } 位客户
high-churned-why = 客户不再与我们往来
high-chance = 我方赢率 { $chance }
high-chance-weakest = 我方赢率 { $chance }，最弱一环：{ $term }
high-chance-luck = 我方赢率 { $chance }，方案本身没有硬伤
high-resigned-why = 个人关系随人而去，客户资料会留下
high-from-to = { $measure } { $from } → { $to }
summary-title = 本月小结
summary-orders = 订单
summary-forecast = 预测准确度
summary-quiet = 平静的一个月，没有显著变化。
summary-failed = 未能执行
resolution-go-on = 空格键：下一条 · Esc：直接看小结
resolution-next = 进入{ $month }
resolution-results = 查看结果
high-needs = { $count } 位客户有新需求
