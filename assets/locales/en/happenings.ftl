# What happened, in sentences.
rival-plain = a competitor
nobody = nobody
deal-won = won, { $amount }
deal-lost = lost to { $winner }
deal-no-sale = nothing was bought
deal-declined = we said no
told-met = { $customer }: { $how }
told-need = { $customer } has a need: { $need } ({ $how })
told-nothing-found = { $customer }: nothing new was found
told-advance = { $contact } at { $customer }: an advance
told-continuation = { $contact } at { $customer }: no advance
told-stage = { $customer }, { $need }: { $stage }
told-quoted = { $customer } has our quote of { $price }
told-card-failed = { $card } could not be done: { $missing }
told-won = { $customer } ordered: { $need }, { $amount }
told-no-sale = { $customer } bought nothing: { $need }
told-not-won = { $customer } chose { $winner }: { $need }
told-not-won-poached = { $customer } chose { $winner }, where our former account manager is now: { $need }
told-not-invited = { $customer } did not consider us ({ $why }): { $need }
told-no-quote = { $customer } bought from { $winner }: we had sent no quote ({ $need })
told-no-quote-nobody = { $customer } bought nothing, and we had sent no quote ({ $need })
told-delivered-well = { $customer } got what it expected
told-delivered-below = { $customer } had expected more
told-solved-in-time = { $customer }: { $class } ticket solved in time
told-solved-late = { $customer }: { $class } ticket solved, but late
told-ticket-open = { $customer }: { $class } ticket unanswered
told-ticket-dropped = { $customer } gave up on a { $class } ticket
told-customer-loss = { $customer } lost { $amount } through our failure
told-phase-up = { $customer } moves up: { $phase }
told-phase-down = { $customer } falls back: { $phase }
told-churned = { $customer } is lost: { $cause }
told-churned-ended = { $customer } did not renew the contract and is lost
told-churned-ended-to = { $customer } gave its contract to { $rival } and is lost
told-churned-ended-unquoted = { $customer } is lost: the contract ran out, and we sent no quote for the renewal
told-churned-ended-unquoted-to = { $customer } is lost to { $rival }: we sent no quote for the renewal of the contract
told-churned-sold = { $customer } is lost to { $rival }, who won its last order ({ $need }, { $month })
told-churned-to = { $customer } is lost to { $rival }: a better offer
told-churned-unoffered = { $customer } is lost to { $rival }: no quote from us when it last decided ({ $need }, { $month })
told-churned-price-war = { $customer } is lost to { $rival } in the price war
told-won-back = { $customer } has come back
told-given-up = { $customer } is in the pool now
told-claimed = { $customer } was taken from the pool: a fresh start
told-win-back-failed = { $customer } does not come back
told-surveyed = { $customer }: satisfaction { $points }
told-resigned = A colleague has resigned: { $role }
told-hired = Hired for next month: { $role }
told-trained = A colleague has been trained: { $role }, skill { $skill }
told-bribe = The gift to { $contact } at { $customer } came to light: fine { $fine }
told-forecast-filed = Forecast filed: { $amount }
told-forecast-checked = Forecast { $expected }, actual { $actual }
told-event = News
told-need-titled = { $title } ({ $how })
told-visitors = { $count ->
    [one] 1 visitor came
   *[other] { $count } visitors came
    }: { $what }
told-contract-begins = { $customer } has a contract with us: { $fee } a month until { $month }
told-promise-missed = { $customer }: { $performance } points instead of the { $promised } promised, { $penalty } paid back
told-tool-outgrown = The customer data tool is outgrown: records stop at { $cap } points
told-integrated = Customer data is integrated: records have no limit any more
told-not-integrated = A month of building a CRM brought nothing
told-visitors-recorded = { $count } left their names
told-visitors-unwritten = { $count } were served but not recorded
told-visitors-unattended = { $count } found nobody
told-order-waits = { $customer } waits: no goods for { $need }
told-sale-lost = { $customer } chose us but left empty-handed: no goods for { $need }
told-delivered-late = { $customer } got its goods { $months ->
        [one] a month
       *[other] { $months } months
    } late
told-arrived = Arrived: { $goods }
told-campaign = Campaign, { $what }: { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
    } for { $budget }
told-tender-won = { $customer } awarded us: { $tender }, { $amount }
told-tender-lost = { $tender } went to { $winner } for { $price }
told-tender-void = { $tender } was awarded to nobody
told-invested = { $what }: built, at work from next month on
told-closed = { $what }: closed
told-self-served = { $customer } found the answer on the web platform
