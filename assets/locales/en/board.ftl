# The board.
board-told = Board with { $count } customers
board-no-order = No order yet
board-value = { $amount } a year
board-value-unknown = value unknown
board-lanes = Lanes
board-pyramid = Pyramid
board-deals = Deals

# What its signs mean.
board-legend = What the signs mean
board-legend-area = Area of a token: yearly value
board-legend-ring = Ring: satisfaction, as last surveyed
board-legend-dashed = Dotted ring: not surveyed yet
board-legend-gold = Gold rim: a customer from the case story
board-legend-badges = Signs on the right: ! ticket, coins open deal, clock late task, ⇄ new account manager
board-legend-groups = A pile with a number: several customers in one. Click to see them all.
board-legend-marks = Signs on the left: what last month changed
board-legend-forward = moved forward; in the colour of the lane it left
board-legend-back = fell back; in the colour of the lane it left
board-legend-new = newly met
board-legend-won = ordered
board-legend-not-won = deal lost
board-legend-deals = A card is an open deal: customer, amount, month of the decision.
board-legend-stages = The further right, the surer the order.
board-legend-month = The deals decided first are at the top.

# The search.
board-search = Search customers
board-search-hint = Search by name
board-found = { $count ->
    [0] nobody found
   *[other] { $count } found
    }

# Lanes and floors: what they mean, and how a customer gets further.
board-place-told = { $place }, { $count ->
    [one] 1 customer
   *[other] { $count } customers
    }. { $hint }
board-zoom-hint = Click to see only these.
board-back = Whole board
board-back-hint = Back to the whole board (Esc)
board-all = { $count ->
    [one] 1 customer
   *[other] { $count } customers
    }
board-awareness-hint = You know each other by name, but you have offered nothing yet. Qualify a lead to learn what it needs and who decides. The first quote, demo or order moves it to Exploration.
board-exploration-hint = They are trying you out: there has been a quote, a demo or an order. With enough orders and a good relationship they move to Formation.
board-formation-hint = They have ordered, and the relationship holds. They move to Stability when they order more and their satisfaction, trust and commitment stay high for some months.
board-stability-hint = Loyal customers: they are satisfied, trust you and mean to stay. Stay in touch and keep your promises, or they slip back.
board-decline-hint = They are turning away: the relationship has cooled, orders have stopped, or a critical ticket is still open. Find out why and put it right, and they come back to Formation. If not, they may leave.
board-lost-hint = They have left and do not listen to your offers. If you win one back, it starts again in Exploration. After some months it will listen again anyway.
board-vip-hint = The 1% of your customers that have contributed most so far, at least one. If your team has placed a customer itself, that decides.
board-main-hint = The next 4% by contribution so far. If your team has placed a customer itself, that decides. More contribution moves a customer up.
board-ordinary-hint = The next 15% by contribution so far. If your team has placed a customer itself, that decides. More contribution moves a customer up.
board-small-hint = All other customers that have ordered, by contribution so far. If your team has placed a customer itself, that decides. More contribution moves a customer up.
board-no-order-hint = They have contributed nothing yet, so they have no tier. The larger the token, the more they may buy in a year. The first order brings them into the pyramid.

# What stands where nobody does: what brings a customer there, and who is nearest.
board-empty-awareness = Nobody. A search, a campaign or a referral brings new names.
board-empty-exploration = Nobody yet. A first quote, demo or order brings a customer here.
board-empty-formation = Nobody yet. { $orders ->
    [one] 1 order
   *[other] { $orders } orders
    } and a good relationship bring a customer here.
board-empty-stability = Nobody yet. { $orders ->
    [one] 1 order
   *[other] { $orders } orders
    } and high satisfaction, trust and commitment bring a customer here.
board-empty-decline = Nobody is drifting away.
board-empty-lost = Nobody has left.
board-empty-no-order = Every customer you know has ordered.
board-empty-tier = Nobody yet. Customers that have ordered are placed here by their contribution.
board-empty-stage-1 = None. A need comes here when you first hear of it.
board-empty-stage-2 = None. Qualify the customer: a deal comes here once need and budget are confirmed.
board-empty-stage-3 = None. A deal comes here once you have met the people who decide.
board-empty-stage-4 = None. A demo or a trial brings a deal here.
board-empty-stage-5 = None. A deal comes here once they talk about your quote.
board-empty-stage-6 = None. A deal comes here once the decision maker says yes.
board-empty-nearest = Nearest
board-empty-orders = { $count ->
    [one] 1 more order
   *[other] { $count } more orders
    }
board-empty-decides = decides in { $month }
board-empty-low = { $measure } { $now }, needs { $least }
board-empty-weak = relationship still weak
board-empty-unasked = satisfaction not surveyed
board-empty-soon = will get here if things stay as they are
board-empty-opens = { $customer }: { $lacks }

# Customers counted together: what stands beside their number, and what to do about them.
board-group-told = { $count } { $group }
board-group-tier = { $group } · tier { $tier }
board-group-changed = Something changed for { $count } of them last month.
board-group-decides = { $count ->
    [one] decides this month
   *[other] decide this month
    }
board-group-decides-short = decides now
board-group-decides-hint = Their deal is decided at the end of this month. This is the last chance to quote or to talk to them.
board-group-ticket = with an open ticket
board-group-ticket-short = open ticket
board-group-ticket-hint = They are waiting for an answer. The longer it takes, the less they trust you.
board-group-late = with a late task
board-group-late-short = late task
board-group-late-hint = Something was due for them last month or earlier, and nobody has done it.
board-group-handover = to hand over
board-group-handover-short = hand over
board-group-handover-hint = Their account manager has changed. A handover meeting wins back some of the lost trust.
board-group-deal = with an open deal
board-group-deal-short = open deal
board-group-deal-hint = They need something, and you may win the order. It is not decided this month.
board-group-quiet = { $count ->
    [one] quiet buyer
   *[other] quiet buyers
    }
board-group-quiet-short = quiet
board-group-quiet-hint = They have bought, but nobody has been in touch for two months or more. Silence drives them away.
board-group-qualify = { $count ->
    [one] lead to qualify
   *[other] leads to qualify
    }
board-group-qualify-short = to qualify
board-group-qualify-hint = Nobody knows what they need or what they are worth. Qualify the most promising ones, not all of them.
board-group-unasked = { $count ->
    [one] buyer never surveyed
   *[other] buyers never surveyed
    }
board-group-unasked-short = no survey
board-group-unasked-hint = They have bought, but nobody has asked how satisfied they are.
board-group-buyers = { $count ->
    [one] buyer, nothing due
   *[other] buyers, nothing due
    }
board-group-buyers-short = nothing due
board-group-buyers-hint = They have bought, you know how satisfied they are, and nothing is due.
board-group-leads = { $count ->
    [one] qualified lead
   *[other] qualified leads
    }
board-group-leads-short = qualified
board-group-leads-hint = You know what they are worth, but no need has come to light yet.
board-group-pool = in the pool
board-group-pool-short = in the pool
board-group-pool-hint = Nobody on your team works on them. To work on one, take it from the pool first.
board-group-gone = lost
board-group-gone-short = lost
board-group-gone-hint = They have left. Some can be won back.
board-group-others = { $count ->
    [one] other
   *[other] others
    }
board-group-others-short = others
board-group-others-hint = Several small groups in one, so that the board stays clear.

# What last month changed.
board-change-from = { $month }: moved here from { $phase }
board-change-met = { $month }: newly met
board-change-ordered = { $month }: placed an order of { $amount }
board-change-not-won = { $month }: a deal was lost

# Deals by stage.
board-deals-none = No open deals. A deal begins when a customer's need comes to light: qualify, visit, survey.
board-deals-total = { $count ->
    [one] 1 open deal
   *[other] { $count } open deals
    } · { $amount }
board-stage-told = { $stage }, { $count ->
    [one] 1 deal
   *[other] { $count } deals
    }, { $amount }. { $hint }
board-stage-count = { $count ->
    [one] 1 deal
   *[other] { $count } deals
    }
board-deal-due = decides { $month }
board-stage-1-hint = They may need something. You do not know yet what it is, or whether they have the money for it.
board-stage-2-hint = You know what they need and what they can spend.
board-stage-3-hint = You know the people who decide.
board-stage-4-hint = They have seen that it works, in a demo or a trial.
board-stage-5-hint = They have your quote and are discussing it.
board-stage-6-hint = They have said yes, but signed nothing yet.
