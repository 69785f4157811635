# 客户列表。
customers-search = 搜索
customers-all-phases = 全部阶段
customers-all-kinds = 全部类别
customers-with-deal = 有销售机会
customers-with-ticket = 有工单
customers-no-task = 无任务
customers-dormant = 休眠客户
customers-dormant-hint = 四个月没有订单也没有联系
customers-empty = 没有符合条件的客户。
customers-name = 客户
customers-phase = 阶段
customers-value = 年价值
customers-satisfaction = 满意度
customers-trust = 信任
customers-orders = 订单
customers-silence = 未联系
