# The open market: campaigns, tenders, what can be built, open rebates.
card-campaign = Campaign
card-campaign-why = Advertise to one industry through one channel
card-bid = Tender bid
card-bid-why = A sealed bid for a public tender
card-rebate = Open rebate
card-rebate-why = To the firm, in the books: lawful thanks
card-decline = Honest no
card-decline-why = Tell them that somebody else serves this need better: no order, but trust
card-call-centre = Build a call centre
card-call-centre-why = Minor tickets take less time, and more complaints are voiced. Works from next month on
card-call-centre-detail = Minor tickets go faster
card-web-platform = Build a web platform
card-web-platform-why = Fuller records, and some minor tickets never arise. Works from next month on
card-web-platform-detail = Fuller records
card-close-call-centre = Close the call centre
card-close-call-centre-why = No more running costs, and no more of what it did
card-close-web-platform = Close the web platform
card-close-web-platform-why = No more running costs, and no more of what it did
estimate-self-serves = { $share } fewer minor tickets
estimate-spares = saves { $amount } a month

editor-gift-rebate = Give the firm an open rebate instead
editor-budget = Budget
editor-medium = Which channel?
editor-medium-hint = at most { $leads } leads, most of them for { $scale }
editor-medium-echo = People talk: referrals and complaints × { $factor } for { $months } months.
editor-segment = Which industry?
editor-segment-unknown = { $industry } · { $count } not met yet
editor-campaign-tired = They have seen this lately: fewer will answer.
editor-rebate-text = Trust and commitment grow a little with the amount. Nothing about it needs to be hidden.

tender-plain = a public tender
tender-price = price decides
tender-quality = quality decides
tender-ceiling = no bid above { $amount }
tender-closes-now = bids close this month
tender-closes-later = bids close next month
tender-own-bid = Our bid: { $price }
tender-no-bid = Hand in a bid
tender-above-ceiling = Above the ceiling of { $amount }: it would be refused.
tender-judged = Judged by points: price { $price }, fit { $fit }, track record { $relation }. The lowest price gets full points for price; a promise counts as fit, and is remembered.
tenders-none = No tender is open this month.
awards-title = Awarded last month
awards-none = Nothing was awarded last month.
awards-earlier = Awarded before
award-text = { $winner } for { $price } ({ $off } below the estimate), { $bids ->
    [one] 1 bid (by law there must be three; simplified here)
    [2] 2 bids (by law there must be three; simplified here)
   *[other] { $bids } bids
    }
award-nobody = Nobody handed in a bid.
tender-points = { $points } points
tender-behind = { $points } points against { $best }
tender-behind-by = { $points } points against { $best }; behind most in { $gap }
tender-gap-price = price
tender-gap-fit = fit
tender-gap-relation = track record

campaigns-none = No campaign yet. The developer can advertise to an industry; the results appear here a month later.
campaigns-echo = { $medium }: people talk, for { $months } more months. Praise travels fast, and so do complaints.
campaign-text = { $leads ->
    [one] 1 lead for { $each }
   *[other] { $leads } leads at { $each } each
    } · response { $response } of { $reached } reached

funnel-page-tenders = Tenders
funnel-page-tenders-open = Tenders ({ $count })
funnel-page-campaigns = Campaigns

investments-title = What can be built
investment-call-centre = Call centre
investment-web-platform = Web platform
investment-price = { $price }
investment-runs = works from { $month }, { $upkeep } a month
investment-stands = works from { $month }
investment-build = Build
investment-close = Close

agenda-tender = { $amount } · { $kind } · bids close this month


entry-campaigns = Campaigns
entry-rebates = Open rebates
entry-investments = Investments
deed-bid = Tender bid
deed-rebate = Open rebate
found-campaign = answered a campaign
found-tender = met through its tender
cause-public-complaint = Complaints that everybody reads
cause-rebate = Open rebate

missing-tender = the tender has been awarded
missing-offered = not available in this case
missing-unbuilt = it is built already
missing-built = build it first
missing-no-gifts = there are no gifts in this game
missing-gift-limit = over the limit; your company forbids it
reject-tender = There is no such tender.
reject-medium = There is no such channel or industry.
reject-ceiling = No bid above the tender's ceiling price is accepted.
reject-no-gifts = There are no gifts in this game.
reject-gift-limit = Your company forbids gifts over the policy's limit.

setup-gifts = Gifts
setup-gifts-show = Show
setup-gifts-hide = Hide
setup-gifts-forbid = Forbid
setup-gifts-show-hint = Gifts over the limit are possible. Any breach costs compliance points, found out or not.
setup-gifts-hide-hint = Neither gifts nor temptations appear.
setup-gifts-forbid-hint = Gifts within the limit only; anything above is refused.
