# 游戏用语。
phase-unknown = 未知

role-developer = 客户开发专员
role-account = 客户经理
role-service = 客户服务专员
role-cultivator = 客户培养专员
role-specialist = 产品专员

role-developer-short = 客户开发
role-account-short = 客户经理
role-service-short = 客户服务
role-cultivator-short = 客户培养
role-specialist-short = 产品专员
staff-newcomer = 新同事（{ $role }）

kind-intending = 意向客户
kind-qualified = 准客户
kind-paused = 暂停跟进
kind-unset = 未标注

level-basic = 基本型
level-reactive = 被动型
level-accountable = 负责型
level-proactive = 能动型
level-partnership = 伙伴型

level-basic-hint = 卖出去就不再管，遇到问题也不安排工时。
level-reactive-hint = 对方找来才回应，从不主动联系。
level-accountable-hint = 每次交货之后，主动问一声是否满意。
level-proactive-hint = 每月主动联系，在客户抱怨之前发现问题。
level-partnership-hint = 像伙伴一样共事：拜访最多，每季度一起回顾。

tier-vip = VIP 客户
tier-main = 主要客户
tier-ordinary = 普通客户
tier-small = 小客户

severity-minor = 一般
severity-major = 严重
severity-critical = 特急

buying-decides = 决策人
buying-gatekeeper = 把关者
buying-user = 使用者
buying-purchaser = 采购人员

style-a = 分析型
style-b = 条理型
style-c = 人际型
style-d = 整体型

style-a-hint = 用数据和证据说话
style-b-hint = 讲步骤、时间和流程
style-c-hint = 谈人和他们的工作
style-d-hint = 谈整体和长远

intent-inform = 介绍说明
intent-ask = 询问痛点
intent-close = 推动成交

intent-inform-hint = 稳妥，但不出彩
intent-ask-hint = 金额较大时最有效
intent-close-hint = 小单有利，大单有害

policy-first = 先到先办
policy-severity = 先重后轻
policy-value = 按客户价值
policy-due = 按到期日

service-standard = 标准服务
service-priority = 优先服务

task-call = 致电
task-visit = 拜访
task-quote = 报价
task-service = 服务
task-survey = 满意度调查

positioning-price = 价格
positioning-quality = 质量
positioning-service = 服务

reason-size = 订单金额
reason-growth = 成长潜力
reason-loyalty = 忠诚度
reason-reference = 示范作用
reason-cost = 服务成本

price-trial = 试用价
price-market = 市场价
price-old = 老客户价
price-senior = 高级客户价

entry-opening = 期初余额
entry-sale = 销售收入
entry-goods = 商品成本
entry-wages = 工资
entry-prospecting = 客户开发
entry-events = 展会与峰会
entry-selling = 销售费用
entry-care = 客户关怀
entry-service = 售后服务
entry-compensation = 赔偿
entry-gifts = 礼品与招待
entry-fine = 罚款
entry-interest = 利息
entry-staff = 招聘与培训

stage-1 = 线索
stage-2 = 需求确认
stage-3 = 摸清采购中心
stage-4 = 已演示试用
stage-5 = 洽谈报价
stage-6 = 口头承诺

deed-qualify = 甄别线索
deed-research = 网上调研
deed-referral = 请求转介绍
deed-call = 拜访
deed-demo = 演示试用
deed-decline = 如实谢绝
deed-preparation = 准备工作
deed-check = 免费检修
deed-quote = 报价
deed-gift = 礼品
deed-handover = 交接会议
deed-winback = 挽回洽谈
deed-care = 客户关怀
deed-ticket = 服务工单
deed-proactive = 主动检修
deed-compensation = 赔偿
deed-survey = 满意度调查
deed-nurture = 客户培养
deed-design = 方案设计

outcome-done = 已完成
outcome-advance = 取得进展
outcome-continuation = 未取得进展
outcome-found = 有所发现
outcome-nothing = 没有发现
outcome-solved = 已解决
outcome-refused = 被拒绝

found-start = 原有客户
found-exhibition = 在展会上结识
found-summit = 在峰会上结识
found-prospecting = 主动开发
found-referral = 客户转介绍
found-called = 主动来电
found-pool = 来自公海

revealed-open = 对方主动询价
revealed-check = 免费检修时发现
revealed-proactive = 主动检修时发现
revealed-talk = 交谈中得知
revealed-research = 网上调研发现
revealed-tip = 联系人透露

uninvited-quote = 没有有效报价
uninvited-support = 采购中心无人支持
uninvited-veto = 把关者{ $person }否决了我们
uninvited-veto-cause = 把关者{ $person }否决了我们，起因：{ $cause }
uninvited-lost = 客户已流失
entry-fee = 合同收费
entry-serving = 合同服务成本
entry-penalty = 违约赔付
entry-tools = 客户资料工具
found-walk-in = 自己找上门
revealed-walk-in = 上门时提出
found-walk-in-by = 来源：{ $channel }
