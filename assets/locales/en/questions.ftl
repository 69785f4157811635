# The questions of a month: what is asked, and the answers that are offered.
question-time = Who gets the time: { $first } or { $second }?
question-time-three = Who gets the time: { $first }, { $second } or { $third }?
question-many = The largest deals, or those decided first?
question-quiet = Time for { $first }, or for { $quiet }, which has not heard from you lately?
question-terms = { $customer } decides this month: what is your last move?
question-offer = { $customer } is waiting for your quote ({ $need }): what do you offer?
question-looking = Look for new customers, or qualify the leads you have?
question-serving = Long visits to a few customers, or a proactive check at many?
question-year-end = A thank-you for { $customer }: a gift to your contact, or a rebate to the firm?
question-open = { $role } · { $hours } free
question-as-it-stands = chance with your plan as it is: { $chance }
question-as-planned = chance with your plan: { $chance }
question-answered = { $role } · your choice: “{ $answer }”
question-planned-already = Your plan already has a card about this. Take that one out first.
question-missing = This answer needs something that is not there yet.
question-no-hours = Not enough hours left. Take something out of the plan first.
question-no-money = Not enough money left. Take something out of the plan first.
question-no-decisions = No decisions left this month. Take something out of the plan first.
answer-dearest = { $count ->
    [one] The largest deal
   *[other] The { $count } largest deals
    }
answer-decided-now = { $count ->
    [one] The deal decided first
   *[other] The { $count } deals decided first
    }
answer-look-in = A free check and a visit: { $customer }
answer-silent = { $months ->
    [one] no contact for a month
   *[other] no contact for { $months } months
    }
answer-convince = Talk to them once more
answer-plain = The usual price, no promise
answer-promise = Promise more than we deliver, by { $points } points of expectation
answer-earlier = Promise an earlier date
answer-cut = Take { $share } off the price
answer-forgone = { $amount } less income
answer-deal-now = { $amount } · decides this month
answer-deal-later = { $amount } · decides in { $month }
answer-deal-beside = another deal of theirs ({ $amount }) is decided this month and has no quote yet
answer-supplier = a first order ends the advantage of { $rival }, their supplier so far (worth { $percent } of the price)
answer-below-cost = Below cost: the order would lose { $amount }
answer-margin = leaves { $amount } after the cost of the goods
answer-chance = chance { $chance }
answer-no-support = with { $hours }: no chance yet, hardly anybody there supports you
answer-in-all = { $hours } on it in all
answer-with-few = { $hours } will not be enough for a quote
answer-planned = as planned now ({ $hours }): { $chance }
answer-planned-few = as planned now ({ $hours }): not enough for a quote
answer-adds-little = Adds too little to pay for itself: without it the chance is { $chance }
answer-does-not-pay = Does not pay for itself: on average it costs more than the order brings
answer-leave = None of these
answer-leave-quote = Leave the quote as it is
answer-saves = saves up to { $hours }
answer-saves-both = saves up to { $hours } and { $amount }
answer-does-one = Click: goes into the plan; another answer with a round sign takes its place
answer-does-some = Click: goes into the plan; other answers can join it
answer-does-replace = Click: takes the place of “{ $answers }”
answer-does-add = Click: joins “{ $answers }” in the plan
answer-does-leave = Click: settles the question, and nothing goes into the plan
answer-does-reopen = Click: opens the question again
answer-search = Search for new customers
answer-exhibition = Go to the exhibition
answer-advertise = Advertise
answer-finds = leads found: about { $leads } ({ $low } to { $high })
answer-rest-qualifies = the rest of the time qualifies leads
answer-qualify = { $count ->
    [one] Qualify one lead
   *[other] Qualify { $count } leads
    }
answer-visit = { $count ->
    [one] A long visit to the customer worth most a year
   *[other] Long visits to the { $count } customers worth most a year
    }
answer-check = { $count ->
    [one] A proactive check at one customer
   *[other] Proactive checks at { $count } customers
    }
answer-gift = A gift within the limit
answer-rebate = An open rebate
