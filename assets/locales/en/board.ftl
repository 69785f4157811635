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
board-legend-ring = Ring: satisfaction, as last asked
board-legend-dashed = Dotted ring: nobody has asked yet
board-legend-gold = Gold rim: a customer of the case's own
board-legend-badges = Signs at the right: ! ticket, coins open deal, clock late task, ⇄ new account manager
board-legend-groups = A pile with a number: customers counted together. Click to see them all.
board-legend-marks = Signs at the left: what last month changed
board-legend-forward = went forward; the colour is that of the lane it came from
board-legend-back = fell back; the colour is that of the lane it came from
board-legend-new = newly met
board-legend-won = ordered
board-legend-not-won = a deal lost
board-legend-deals = A card is an open deal: whose, for how much, decided when.
board-legend-stages = The further right, the surer the order.
board-legend-month = The deals decided first stand at the top.

# The search.
board-search = Search customers
board-search-hint = Search a name
board-found = { $count ->
    [0] nobody found
   *[other] { $count } found
    }

# Lanes and floors: what they mean, and how a customer gets further.
board-place-told = { $place }, { $count ->
    [one] 1 customer
   *[other] { $count } customers
    }. { $hint }
board-zoom-hint = Click to see them alone.
board-back = Whole board
board-back-hint = Back to the whole board (Esc)
board-all = { $count ->
    [one] 1 customer
   *[other] { $count } customers
    }
board-awareness-hint = You know of each other; nothing is on offer yet. Qualify a lead to learn what it needs and who decides. A first quote, demo or order takes it on to Exploration.
board-exploration-hint = They are trying you out: there has been a quote, a demo or an order. If they buy again and the relation is good, they go on to Formation.
board-formation-hint = They buy again, and the relation holds. More orders, and satisfaction, trust and commitment that stay high for some months, take them on to Stability.
board-stability-hint = Loyal customers: they are satisfied, they trust you and they mean to stay. Stay in touch and keep your promises, or they slip back.
board-decline-hint = They are turning away: the relation has cooled, orders stay out, or an urgent ticket is left open. Find out why and mend it, and they come back to Formation. If not, they may leave.
board-lost-hint = They have left and hear no offers from you. Win one back, and it starts again in Exploration; after some months it will listen again of itself.
board-vip-hint = The 1 % of all your customers that brought most profit so far, at least one. Where your team has placed a customer itself, that counts.
board-main-hint = The next 4 % by profit so far. Where your team has placed a customer itself, that counts. More profit takes it further up.
board-ordinary-hint = The next 15 % by profit so far. Where your team has placed a customer itself, that counts. More profit takes it further up.
board-small-hint = All others that have ordered, by profit so far. Where your team has placed a customer itself, that counts. More profit takes it further up.
board-no-order-hint = They have brought no profit yet, so the pyramid cannot rank them. The larger a token, the more an order a year may be worth. The first order takes it up to a floor.

# Customers counted together: what stands beside their number, and what to do about them.
board-group-told = { $count } { $group }
board-group-tier = { $group } · tier { $tier }
board-group-changed = With { $count } of them something changed last month.
board-group-decides = { $count ->
    [one] decides this month
   *[other] decide this month
    }
board-group-decides-short = decides now
board-group-decides-hint = Their deal is decided as this month ends. This is the last chance to quote or to talk to them.
board-group-ticket = with an open ticket
board-group-ticket-short = open ticket
board-group-ticket-hint = They wait for an answer. The longer it takes, the less they trust you.
board-group-late = with a late task
board-group-late-short = late task
board-group-late-hint = Something was to be done for them last month or earlier, and was not.
board-group-handover = to hand over
board-group-handover-short = hand over
board-group-handover-hint = Their account manager has changed. A handover meeting wins back some of the trust that cost.
board-group-deal = with an open deal
board-group-deal-short = open deal
board-group-deal-hint = They need something, and you may win the order. It is not decided this month.
board-group-quiet = { $count ->
    [one] quiet buyer
   *[other] quiet buyers
    }
board-group-quiet-short = quiet
board-group-quiet-hint = They have bought, and nobody has been in touch for two months or more. Silence makes them leave.
board-group-qualify = { $count ->
    [one] lead to qualify
   *[other] leads to qualify
    }
board-group-qualify-short = to qualify
board-group-qualify-hint = Nobody knows what they need or are worth. Qualify the most promising, not all of them.
board-group-unasked = { $count ->
    [one] buyer never surveyed
   *[other] buyers never surveyed
    }
board-group-unasked-short = no survey
board-group-unasked-hint = They have bought, and nobody has asked how satisfied they are.
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
board-group-leads-hint = You know what they are worth; no need of theirs has come to light yet.
board-group-pool = in the pool
board-group-pool-short = in the pool
board-group-pool-hint = Nobody of your team works on them; whoever takes one from the pool may.
board-group-gone = lost
board-group-gone-short = lost
board-group-gone-hint = They have left. Some can be won back.
board-group-others = { $count ->
    [one] other
   *[other] others
    }
board-group-others-short = others
board-group-others-hint = Small groups together, so that the board stays clear.

# What last month changed.
board-change-from = { $month }: came here from { $phase }
board-change-met = { $month }: newly met
board-change-ordered = { $month }: ordered for { $amount }
board-change-not-won = { $month }: a deal was lost

# Deals by stage.
board-deals-none = No open deals. They begin when a customer's need comes to light: qualify, call, survey.
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
board-stage-1-hint = Somebody may need something. Nobody knows yet what, or whether there is money for it.
board-stage-2-hint = You know what is needed and what it may cost.
board-stage-3-hint = You know the people who decide.
board-stage-4-hint = They have seen that it works: in a demo or a trial.
board-stage-5-hint = Your quote lies there and they talk about it.
board-stage-6-hint = They have said yes, but signed nothing.
