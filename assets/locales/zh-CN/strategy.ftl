# 客户策略。
strategy-title = 客户策略
strategy-lead = 在第一次接触客户之前，先决定争取谁、怎样维护。结束时会与实际做法对照。
strategy-segments = 目标客群
strategy-positioning = 市场定位
strategy-levels = 各层级的关系水平
strategy-file = 确定策略
strategy-later = 稍后再定
strategy-choose = 请至少选择一个目标客群。
positioning-price-hint = 以低价取胜，毛利较薄
positioning-quality-hint = 说到做到，产品合用
positioning-service-hint = 有问必应，服务及时
