# 公开市场：营销活动、招投标、可建设施、明示折扣。
card-campaign = 营销活动
card-campaign-why = 通过一种渠道向一个行业推广
card-bid = 投标
card-bid-why = 参加公开招标，密封报价
card-rebate = 明示折扣
card-rebate-why = 给客户单位，如实入账：合规的答谢
card-decline = 如实谢绝
card-decline-why = 告诉对方别家更合适：这单不做，但能赢得信任
card-call-centre = 建呼叫中心
card-call-centre-why = 一般工单更省时，更多不满会说出来，下月起见效
card-call-centre-detail = 一般工单更省时
card-web-platform = 建网络平台
card-web-platform-why = 资料更完整，部分一般工单客户自己就能解决，下月起见效
card-web-platform-detail = 资料更完整
card-close-call-centre = 关闭呼叫中心
card-close-call-centre-why = 不再有运营费用，也不再有它的作用
card-close-web-platform = 关闭网络平台
card-close-web-platform-why = 不再有运营费用，也不再有它的作用
estimate-self-serves = 一般工单减少 { $share }
estimate-spares = 每月节省 { $amount }

editor-gift-rebate = 改为给客户单位明示折扣
editor-budget = 预算
editor-medium = 用哪种渠道？
editor-medium-hint = 最多约 { $leads } 条线索，{ $scale } 可得大半
editor-medium-echo = 会引起议论：转介绍和抱怨都 × { $factor }，持续 { $months } 个月。
editor-segment = 面向哪个行业？
editor-segment-unknown = { $industry } · { $count } 位未结识
editor-campaign-tired = 这些客户最近刚看过同样的推广，响应会减少。
editor-rebate-text = 信任和关系承诺随金额略有提升，账目公开，无须遮掩。

tender-plain = 公开招标项目
tender-price = 价格标
tender-quality = 综合标
tender-ceiling = 最高限价 { $amount }
tender-closes-now = 本月截止
tender-closes-later = 下月截止
tender-own-bid = 我方报价 { $price }
tender-no-bid = 去投标
tender-above-ceiling = 超过最高限价 { $amount }，不予受理。
tender-judged = 评标：价格 { $price }，适用度 { $fit }，履约信誉 { $relation }。最低价得价格满分；交付承诺计入适用度，但做不到会被记住。
tenders-none = 本月没有招标项目。
awards-title = 上月中标公示
awards-none = 上月没有项目开标。
awards-earlier = 以往中标公示
award-text = { $winner }以 { $price } 中标（比估价低 { $off }），{ $bids ->
    [1] 仅 1 家投标。不足三家依法应重新招标，本局从简
    [2] 仅 2 家投标。不足三家依法应重新招标，本局从简
   *[other] 共 { $bids } 家投标
    }
award-nobody = 无人投标。
tender-points = 得 { $points } 分
tender-behind = 得 { $points } 分，中标者 { $best } 分
tender-behind-by = 得 { $points } 分，中标者 { $best } 分；差距最大的是{ $gap }
tender-gap-price = 价格
tender-gap-fit = 适用度
tender-gap-relation = 履约信誉

campaigns-none = 还没有营销活动。由客户开发专员面向某个行业推广，效果下月在此公布。
campaigns-echo = { $medium }：议论还会持续 { $months } 个月。好评传得快，抱怨也一样。
campaign-text = { $leads } 条线索，每条 { $each } · 响应率 { $response }（触达 { $reached } 位）

funnel-page-tenders = 招投标
funnel-page-tenders-open = 招投标（{ $count }）
funnel-page-campaigns = 营销活动

investments-title = 可建设施
investment-call-centre = 呼叫中心
investment-web-platform = 网络平台
investment-price = 造价 { $price }
investment-runs = { $month }起运行，每月 { $upkeep }
investment-stands = { $month }起运行
investment-build = 建设
investment-close = 关闭

agenda-tender = { $amount } · { $kind } · 本月截止


entry-campaigns = 营销活动
entry-rebates = 明示折扣
entry-investments = 设施投资
deed-bid = 投标
deed-rebate = 明示折扣
found-campaign = 营销活动带来
found-tender = 因招标结识
cause-public-complaint = 公开的抱怨人人都看得到
cause-rebate = 明示折扣

missing-tender = 已经开标
missing-offered = 本案例不提供
missing-unbuilt = 已经建成
missing-built = 尚未建成
missing-no-gifts = 本局不设礼品
missing-gift-limit = 超过限额，公司禁止
reject-tender = 没有这个招标项目。
reject-medium = 没有这种渠道或行业。
reject-ceiling = 报价超过最高限价，不予受理。
reject-no-gifts = 本局不设礼品。
reject-gift-limit = 公司禁止赠送超过规定限额的礼品。

setup-gifts = 礼品
setup-gifts-show = 显示
setup-gifts-hide = 隐藏
setup-gifts-forbid = 禁止
setup-gifts-show-hint = 可以送超标礼品，但只要违规就扣合规分，不论是否被查出。
setup-gifts-hide-hint = 不出现礼品，也没有诱惑。
setup-gifts-forbid-hint = 只能在限额内送礼，超出一律拒绝。
