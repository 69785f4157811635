# What a card is called, and what it is for.
card-exhibition = Exhibition
card-exhibition-why = Meet customers nobody knows yet
card-summit = Industry summit
card-summit-why = Meet the largest customers
card-prospect = Prospect
card-prospect-why = Search for new customers
card-research = Web research
card-research-why = May reveal a hidden need; fills the records
card-research-detail = Fills the records
card-qualify = Qualify
card-qualify-why = Learn the budget, the need, who decides
card-referral = Ask for a referral
card-referral-why = Satisfied customers know others
card-call = Visit
card-call-why = Win one person of the buying centre
card-call-detail = { $contact } · { $intent }
card-pursue = Pursue the deal
card-pursue-why = The next sensible steps, up to the quote
card-demo = Demo or trial
card-demo-why = Shows that the product fits
card-free-check = Free check
card-free-check-why = May reveal a need; the product fits better
card-quote = Quote
card-quote-why = Price, promise and service level
card-gift = Gift or hospitality
card-gift-why = A small courtesy. Over the limit it is a breach
card-gift-detail = { $contact } · { $amount }
card-handover = Handover meeting
card-handover-why = Wins back part of the trust lost with a colleague
card-win-back = Win back
card-win-back-why = Ask a lost customer to return
card-forecast = File the forecast
card-forecast-why = Adds up the deals decided this month, each times the usual win rate of its stage, and files the sum as the team's forecast. At the end of the month it is compared with your revenue; the closer, the more points, every month
card-own-forecast = File your own forecast
card-own-forecast-why = Files your own figure for this month's revenue. At the end of the month it is compared with the actual revenue. The closer it is, the more points you get, every month
forecast-stages = By the stages
forecast-stages-hint = { $amount }: each deal decided this month, times the usual win rate of its stage
forecast-own = Your own figure
forecast-own-hint = Going by the chances in your plan, about { $amount } on average
forecast-figure = Revenue you expect
forecast-as-planned = Take the average of the plan: { $amount }
card-care = Care visits
card-care-why = Takes bad impressions away, keeps trust alive
card-queue = Work the queue
card-queue-why = Solve tickets in time
card-check = Proactive check
card-check-why = A good impression; complaints come to light
card-article = Knowledge article
card-article-why = Later tickets of this class take less time
card-compensate = Compensation
card-compensate-why = Makes up for a failure with money
card-survey = Survey
card-survey-why = Shows about how satisfied they are
card-nurture = Nurture
card-nurture-why = Keeps in touch with many at once: trust grows, needs come more often
card-nurture-detail = Keeps in touch with many at once
card-design = Solution design
card-design-why = Fits better, and promises no more than it can keep
card-hire = Hire
card-hire-why = From next month: fills a gap or adds a person
card-train = Train
card-train-why = Raises skill; each further training adds less
card-give = To the pool
card-give-why = No progress with us: somebody else may try
card-take = Take from the pool
card-take-why = With its records, and a fresh start: old grudges are forgotten
card-take-detail = With its records
# Cards in the plan.
plan-one = { $verb }: { $customer }
plan-many = { $verb }: { $count } customers
plan-call = Visit { $contact }, { $customer }
plan-queue = Queue: { $policy }
plan-article = Article: { $class } tickets
# Money of a card that is only known once it is played.
card-cost-about = ≈{"\u00A0"}{ $amount }
card-cost-wage = { $wage } a month
editor-quote-stands = Your quote of { $price } stands. To change it, plan the card “Quote”.
editor-left = As you left it; not in the plan yet.
editor-afresh = Start afresh
# What a card tends to do.
estimate-advance = { $chance } to move on
estimate-contact = keeps in touch
outlook-contact = No deal is known here: the talk counts as contact and fills the records.
estimate-finds = finds about { $leads } ({ $low } to { $high })
estimate-need = { $chance } to reveal a need
estimate-hidden = { $chance } to find a hidden need, if there is one
estimate-fit = fit { $points } points
estimate-records = records { $points } points
estimate-mends = bad impressions −{ $negative }, trust { $trust }
estimate-wins = { $chance } to win
estimate-moves = chance { $before } → { $chance }
estimate-stays = chance stays at { $chance }
estimate-solves = { $of ->
    [0] no ticket yet
   *[other] time for { $tickets } of { $of }, { $in-time } in time
    }
estimate-saves = saves { $share } of the time
estimate-satisfies = satisfaction { $points } points
estimate-trust = trust { $points } points
estimate-trust-each = trust { $points } points each
estimate-mends-each = bad impressions −{ $negative } in all, { $each }
estimate-late-already = { $told } ({ $count } late already, left from an earlier month)
estimate-breach = breaks the gift policy
estimate-wins-back = { $chance } to return
estimate-shows = shows how satisfied they are
estimate-referral = { $chance } to refer somebody
estimate-hours = { $hours } more a month
estimate-skill = skill { $points } points
estimate-opens = they will listen
estimate-frees = frees our hours
estimate-files = files { $amount }

# The list of actions.
offers-office = What the office can do
offers-none = There is nothing for your roles to do here this month.
offers-show = Show { $count } more, not possible yet
offers-hide = Hide the { $count } not possible yet
offers-set = Set the details first

# Setting a card.
editor-add = Add to the plan
editor-change = Change the plan
editor-hours = Hours
editor-who = Who does it?
editor-outside = { $role }, at { $share } of the effect
editor-contact = Whom do you speak to?
editor-style = How do you present it?
editor-style-fits = this is how they think
editor-intent = What is the talk for?
editor-intent-chance = Gets you further: { $chance }
editor-close-large = Pushing puts people off where much money is at stake.
editor-policy = In which order?
policy-severity-hint = Critical tickets before all others
policy-due-hint = Tickets that must start soonest
policy-value-hint = Tickets of large customers first
policy-first-hint = In the order they came in
editor-amount = Amount
editor-gift-limit = The policy allows { $limit } per contact and quarter; given so far: { $given }.
editor-gift-breach = Over the limit: it brings no more trust, and if it is found the fine is { $fine }.
editor-gift-lawful = What serves better
editor-gift-lawful-text = An open discount or priority service in the quote, or a care visit: it counts for the whole company and stands in the books.
editor-concession = Concession
editor-compensation = Compensation
editor-share-of = { $amount } of the last order of { $order }
editor-care = Hours for each customer
editor-customers = Customers ({ $count })
editor-all = Choose all { $count }
editor-none = Choose none
editor-write-up = Write it up
editor-write-up-hint = { $time } each; fills the records
contact-role-unknown = part in the decision unknown
contact-style-unknown = style unknown

# The terms of a quote.
quote-need = What they need
quote-need-text = { $need } × { $quantity } · budget { $budget }
quote-budget-unknown = unknown
quote-goods = Goods, based on the { $tier }
quote-discount = Discount
quote-own-lines = Choose other goods or prices
quote-product = Product
quote-add-line = Add a line
quote-remove-line = Remove this line
quote-suggested = Back to what fits
quote-promise = Promise
quote-promise-honest = What you say is what they get.
quote-promise-over = They will expect { $points } points more than you deliver. That helps to win first orders; if it is not kept, they remember.
quote-promise-under = They will expect { $points } points less than you deliver: easy to keep, and less convincing.
quote-sum = Sum
quote-margin = Gross margin
quote-part-price = Price
quote-part-budget = Over budget
quote-part-promise = Promise
quote-part-service = Service
quote-part-fit = Product fit
quote-part-total = Appeal to the customer
offers-hand-on = Hand this on: { $role }
offers-hand-on-less = Hand this on: { $role } (outside their role: { $share } of the effect)
offers-hand-on-slower = Hand this on: { $role } (outside their role: takes { $hours })
offers-planned = In the plan
offers-held = Part of “{ $card }” already
offers-held-hint = Click to set that card.
# Many customers at once, visitors, and the tool for customer data.
card-pursue-many = Pursue these deals
card-pursue-many-why = The next sensible steps for each of them, best first
card-pursue-many-detail = { $count ->
    [one] 1 deal, some hours
   *[other] { $count } deals, some hours each
    }
plan-pursue-many = { $count ->
    [one] Pursue 1 deal
   *[other] Pursue { $count } deals
    }
card-reception = Receive visitors
card-reception-why = Visitors who are received and written down become leads
card-reception-detail = Names become leads
card-buy-crm = Buy an integrated CRM
card-buy-crm-why = Works from next month on; records then have no limit
card-buy-crm-detail = No limit to the records
card-build-crm = Build a CRM of your own
card-build-crm-why = Costs hours instead of money, and may come to nothing
card-build-crm-detail = Hours instead of money
estimate-receives = about { $number } of { $of } written down
estimate-wins-many = wins about { $number }
estimate-integrates = { $chance } to succeed
editor-deals = Hours for each deal ({ $count })
editor-same-hours = The same hours for all
card-article-detail = for { $class } tickets
editor-gift-contact = For whom?
offers-no-hours = only { $hours } left
offers-no-hours-left = no hours left
# What a card shows.
estimate-qualifies = sure to find out
# What an estimate means.
estimate-advance-hint = The chance that this talk moves the deal one stage on. Trust, records and the way you talk decide it, not the hours.
estimate-wins-hint = The chance of winning the order, counting everything else you have planned for this deal.
estimate-fit-hint = How many points better the product fits, in their eyes.
estimate-records-hint = How complete the records on them are, in points from 0 to 100.
estimate-mends-hint = Bad impressions taken away, and points of trust gained.
estimate-trust-hint = Points of trust, 0 to 100.
estimate-finds-hint = How many leads you can expect to find. Luck plays a part: four times out of five, the number is within the range.
estimate-need-hint = The chance that this brings out a need nobody has told you about.
outlook-advance = { $chance } chance that this talk moves the deal on. More hours do not change that.
outlook-support = Support of { $contact }: { $now } now, about { $after } after { $hours }.
quote-promise-points = { $points } points
quote-need-unnamed = A need nobody has named yet. Qualify the customer to learn what they need, how many and for how much.
editor-hours-hint = Drag the number, or click it and type. The arrow keys change it by half an hour.
