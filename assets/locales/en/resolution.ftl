# The month being played, and its summary.
high-met-one = New lead: { $customer }
high-met = { $count } new leads
high-overdue = { $customer }: promised for { $month } but not delivered: the goods were missing
# How likely the departure was in that month.
high-churned-risk = the risk was { $chance } that month
high-churned-unlucky = the risk was under { $chance } that month: we were unlucky
high-churned-behind = what else drove them away: { $cause }
# If trust was too low: what had cost most of it.
high-churned-trust = what cost us most trust: { $cause }
high-churned-also = almost as important: { $cause }
high-churned-again = they had come back before, and left again
# What a relation needs to have come to a phase.
high-explores = They are taking a closer look: a demo, a quote or a first order
high-forms = They have ordered, and the relationship holds
high-stable = Orders, satisfaction, trust and commitment are all high enough
high-returns-why = Time has passed: they would listen again
high-handover = { $count ->
    [one] The successor has met a customer
   *[other] The successor has met { $count } customers
    }
high-chance = our chance was { $chance }; no single point stood out
high-chance-strongest = our chance was { $chance }, strongest point: { $term }
high-chance-against = our chance was { $chance }: won against the odds
high-chance-against-strongest = our chance was { $chance }: won against the odds, strongest point: { $term }
high-chance-weakest = our chance was { $chance }, weakest point: { $term }
high-oral-broken = { $told }; the spoken yes did not hold
high-chance-room = our chance was { $chance }; no weak point stood out, most room to improve: { $term }
# Added: what spoke for the winner.
advantage-supplier = { $rival } was their supplier already
advantage-supplier-weighs = { $rival } was their supplier already, worth { $percent } of the price until your first order
advantage-price-war = there was a price war
advantage-offer = { $rival } had a special offer
advantage-offers = the rivals had special offers
advantage-improved = the rivals had become better
high-chance-luck = our chance was { $chance }: a sound quote, just bad luck
high-chance-sound = our chance was { $chance }, and the quote was sound
# Added to a sentence on our chance.
high-unseen-satisfaction = satisfaction was { $was }, not { $taken } as assumed
high-unseen-prices = price mattered { $was } times as much to them as to most customers
high-unseen-shock = they were still unsettled by the change of account manager
high-resigned-why = Bonds to a person leave with the person; records stay
high-resigned-poached = Bonds leave with the person, to a rival that has an edge for { $months ->
    [one] 1 month
   *[other] { $months } months
    } with { $customers }
high-from-to = { $measure } { $from } → { $to }
summary-title = What happened
summary-orders = Orders
summary-in-time = New tickets in time
summary-forecast = Forecast accuracy
summary-more = ↓ More below: scroll for the rest
summary-quiet = A quiet month: nothing that stands out.
summary-failed = Could not be done
# A decision as it is watched: who decides, and the chance of buying from nobody.
contest-title = { $customer } decides: { $need }
contest-nobody = Buys nothing
# What would have helped, under a lost deal: levers with the chance each alone would have brought.
regret-one = What would have helped: { $levers }.
regret-some = What would have helped: { $levers }; all of it together: chance { $together }.
regret-nothing = Nothing more you could have done would have paid for itself: the same quote would win { $chance } of the time.
regret-slim = Nothing you could have done this month would have changed much: put fewer hours into deals like this.
regret-let-go = You lost little: on average, a quote costs more than an order like this brings.
regret-even = It was about even: on average, a quote would have cost about what an order like this brings.
regret-unquoted = With a quote the chance would have been about { $chance }.
regret-next = Next time: { $instead }
regret-lever = { $what } (chance { $chance })
regret-price = a price { $percent } lower
regret-talks = another { $hours } of talks
# What was told before the month was played, and what made the chance another one.
told-same = The estimated chance was { $told }, and the real one was about the same.
told-near = The estimated chance was { $told }, the real one about { $came }.
told-other = The estimated chance was { $told }, the real one about { $came }: { $why }.
told-why-team = another team sent a quote as well
told-why-others-up = the rivals offered less than they usually do
told-why-others-down = the rivals offered more than you could have known
told-why-little = several small things added up
told-why-still-weakest = { $why }, though this was still the weakest point
told-why-support-up = your talks won more support than usual
told-why-support-down = your talks won less support than usual
told-why-trust-up = they trusted you more by then
told-why-trust-down = they trusted you less by then
told-why-satisfaction-up = they were more satisfied than you knew
told-why-satisfaction-down = they were less satisfied than you thought
told-why-commitment-up = they were keener to stay with you than you knew
told-why-commitment-down = they were less keen to stay with you than you thought
told-why-promise-up = your promise counted for more than expected
told-why-promise-down = your promise counted for less than expected
told-why-reputation-up = your reputation had improved by then
told-why-reputation-down = your reputation had suffered by then
told-why-price-up = your price suited them better than expected
told-why-price-down = your price put them off more than expected
told-why-budget-up = the price was closer to their budget than expected
told-why-budget-down = the price went beyond their budget
told-why-fit-up = your offer was a better fit than expected
told-why-fit-down = your offer was a poorer fit than expected
told-why-shock-up = they had got over the change of account manager
told-why-shock-down = the change of account manager still unsettled them
told-why-delivery-up = the delivery date suited them better than expected
told-why-delivery-down = the delivery date suited them less than expected
resolution-go-on = Space: next · Esc: to the list
resolution-next = On to { $month }
resolution-results = To the results
high-needs = { $count } customers have a need
high-tickets = { $count } customers are still waiting for an answer to a minor ticket
high-rises = { $count } customers move to a closer phase
high-calls = { $count ->
    [one] 1 call made an advance
   *[other] { $count } calls made an advance
    }
high-unquoted = Customers decided { $count } small needs without a quote from us
# How a figure of the month came about, step by step.
bridge-opens = { $figure } { $amount }: show how it came about
bridge-goods = Goods in all
bridge-goods-served = Goods and contract service
bridge-winning = Winning customers
bridge-keeping = Looking after customers
bridge-company = Company, people
bridge-margin = Gross margin
bridge-paid-now = Paid at once
bridge-paid-later = Earlier orders paid
bridge-other-customers = { $count ->
    [one] 1 other customer
   *[other] { $count } other customers
    }
bridge-revenue-none = Nobody ordered this month, so there is no revenue.
bridge-revenue-one = All of it came from { $customer }.
bridge-revenue-most = Of the { $amount }, the largest part came from { $customer }: { $most }.
bridge-not-paid = Not paid yet: { $amount } of it comes in a later month but counts as revenue now.
bridge-contribution-idle = Nothing was sold and nothing was spent.
bridge-contribution-unsold = Nothing was sold, so the month made a loss of { $amount }. The largest cost was { $what }: { $cost }.
bridge-contribution-left = Of { $revenue } revenue, { $amount } is left. The largest cost was { $what }: { $cost }.
bridge-contribution-short = Revenue of { $revenue } was { $amount } short of what the month cost. The largest cost was { $what }: { $cost }.
bridge-more-than = That is { $amount } more than in { $month }, mainly because of { $what } ({ $by }).
bridge-less-than = That is { $amount } less than in { $month }, mainly because of { $what } ({ $by }).
bridge-cash-rose = Cash rose by { $amount }; the month's profit was { $contribution }.
bridge-cash-fell = Cash fell by { $amount }; the month's profit was { $contribution }.
bridge-cash-same = The two are the same: everything was paid at once.
bridge-cash-apart = They differ because { $why }.
bridge-cash-credit = { $amount } of this month's revenue is not paid yet
bridge-cash-payment = customers paid { $amount } for earlier orders
bridge-cash-bought = goods for { $amount } were bought for the stock
bridge-cash-stock = goods for { $amount } came out of the stock, paid for earlier
bridge-owed = Customers still owe { $amount }.
# What was done and is told by no change.
summary-done = What else you did
deed-line = { $customer }: { $deeds }
deed-routine = Looking after customers: { $what }
deed-routine-visits = { $count ->
    [one] 1 visit or check ({ $customers })
   *[other] { $count } visits and checks ({ $customers })
    }
deed-routine-kept = { $count ->
    [one] contact kept with 1 customer
   *[other] contact kept with { $count } customers
    }
deed-routine-tickets = { $count ->
    [one] 1 ticket solved
   *[other] { $count } tickets solved
    }
deed-routine-surveys = { $count ->
    [one] 1 survey ({ $customers })
   *[other] { $count } surveys ({ $customers })
    }
