# 货与钱：库存、采购、交货期、账期，以及财务页的各个分页。

card-purchase = 采购入库
card-purchase-why = 客户要货时有货可交；货款当场付清
plan-purchase = 采购：{ $goods }
estimate-arrives = { $month }到货

purchase-product = 采购哪种产品？
purchase-quantity = 数量
purchase-unit = 每件 { $cost }
purchase-usual = 正常到货
purchase-express = 加急
purchase-comes = 赶得上{ $month }交货。
purchase-comes-express = 赶得上{ $month }交货，成本增加 { $more }。
purchase-holding = 仓储费每月为进价的 { $share }。

payment-delivery = 货到付款
payment-30 = 30 天
payment-60 = 60 天

quote-delivery = 交货月份
quote-usual = 正常
quote-express = 加急
quote-delivery-early = 早于备货所需时间：对客户有吸引力，但延期交货会使交付质量低 { $points } 分。
quote-delivery-later = 比必要的晚：容易兑现，吸引力略低。
quote-delivery-kept = 这个日期可以兑现。
quote-delivery-stock = 现货交付：客户决定时库里要有货。
quote-payment = 付款方式
quote-part-delivery = 交货日期
quote-part-payment = 账期
quote-measured = 按{ $tier }计

deals-delivery = 承诺交货
deals-payment = 付款
deals-reserve = 为此单预留货物
deals-unreserve = 取消预留
deals-reserved = 已预留，排在第 { $place } 位
deals-reserve-hint = 预留的货先给此单，不给别人。不作指定时，承诺日期早的优先，其次金额大的优先。

order-leaves = { $month }发货
order-waits = 缺货，承诺{ $month }交货
order-late = 已延期，承诺{ $month }交货
order-delivered = { $month }已交货
order-delivered-late = { $month }交货，已延期

bid-delivery = 交货日期
cause-delivered-late = 延期交货
missing-stock = 本公司不设库存
agenda-lacking = 已售或已报价，尚缺 { $pieces } 件


entry-credit = 赊销
entry-payment = 收回货款
entry-purchase = 采购入库
entry-from-stock = 领用库存
entry-holding = 库存费用
entry-express = 加急费用

finance-page-account = 损益
finance-page-flow = 现金流
finance-page-marketing = 营销成本
finance-page-goods = 货物与应收款
finance-others = 其他
finance-profit-curve = 累计利润与现金增减
finance-cash-change = 现金增减

flow-opening = 月初现金
flow-customers = 客户付款
flow-suppliers = 付供应商
flow-wages = 工资
flow-marketing = 营销与销售
flow-service = 关怀与服务
flow-others = 其他
flow-change = 现金增减
flow-closing = 月末现金
flow-apart = 与利润之差

marketing-cost = 获客成本
marketing-new = 新客户收入

goods-stock = 库存
goods-worth = 按成本计价
goods-to-order = 不设库存，接单后备货。承诺的日期早于备货所需时间，就会失信。
goods-at-hand = 不设库存：客户要什么，手头都有。
goods-purchases = 在途采购
goods-purchases-none = 没有在途货物。
goods-arrives = { $month }到货
goods-owed = 应收账款
goods-owed-none = 没有客户欠款。
goods-due = { $month }到期
goods-due-later = 自交货之日起算
goods-orders = 待交订单
goods-orders-none = 所有订单都已交货。
stock-hand = 在库 { $count }
stock-coming = 在途 { $count }
stock-waiting = 已售待交 { $count }
stock-reserved = 预留 { $count }
