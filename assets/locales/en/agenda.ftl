# What wants attention this month.
agenda-title = Agenda
agenda-urgent = { $count } urgent
agenda-empty = Nothing is waiting. A good month to find new customers.
agenda-about = { $customer }: { $what }
agenda-ticket = { $class } ticket
agenda-ticket-plain = ticket
agenda-ticket-due = { $class } · begin by working day { $day } · { $hours }
agenda-ticket-late = { $class } · from last month · { $hours }
agenda-late = { $months ->
    [one] 1 month late
   *[other] { $months } months late
    } · { $role }
agenda-due = this month · { $role }
agenda-decides-now = decides this month · { $amount }
agenda-decides-next = decides next month · { $amount }
agenda-lead = to qualify · { $how }
agenda-take-up = service found it, follow it up · { $amount }
agenda-no-task = { $count ->
    [one] One customer needs a next task
   *[other] { $count } customers need a next task
    }
agenda-handover = hand over to the new colleague
agenda-exhibition = Exhibition this month
agenda-exhibition-sub = meet new customers
agenda-summit = Industry summit this month
agenda-summit-sub = meet the largest customers
agenda-no-search = Nobody is looking for new customers this month
agenda-no-search-sub = a few hours will turn up some leads
agenda-news = news
agenda-strategy = Decide your strategy
agenda-strategy-sub = whom, how, how closely
agenda-evaluate = place it in the pyramid
agenda-fill = click: each gets a task for next month
agenda-visitors = { $count ->
    [one] One visitor is expected
   *[other] { $count } visitors are expected
    }
agenda-visitors-sub = nobody is at the door yet
agenda-outgrown = Customer data tool outgrown
agenda-outgrown-sub = records stop at { $cap } points
agenda-more = { $count } more things to do
agenda-more-deals = { $count ->
    [one] 1 deal
   *[other] { $count } deals
    }
agenda-more-leads = { $count ->
    [one] 1 lead
   *[other] { $count } leads
    }
agenda-more-contracts = { $count ->
    [one] 1 contract
   *[other] { $count } contracts
    }
agenda-more-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
    }
agenda-fewer = Show fewer
agenda-planned = in the plan: { $cards }
agenda-ticket-queued = hours planned for { $tickets } of { $of }
# What a click does, where the mouse rests.
agenda-does-add = Click: puts “{ $card }” into the plan ({ $takes })
agenda-does-set = Click: opens “{ $card }” so that you can set it
agenda-does-join = Click: adds them to “{ $card }” in the plan
agenda-does-leave-out = Click: takes them off the card again
agenda-does-take-back = Click: takes it out of the plan again
agenda-does-open = Click: shows what you can do for this customer
agenda-does-more = Click: shows them all here
agenda-does-not = { $why }. Click: shows what else you can do
agenda-does-tasks = Click: sets one task for each, due in { $month }. No hours are planned for them yet.
agenda-tasks-set = { $count ->
    [one] Task set for { $month }: { $customers }. You will find it under Customers, { $page }.
   *[other] { $count } tasks set for { $month }: { $customers }. You will find them under Customers, { $page }.
}
agenda-does-task = { $task } ({ $count }): { $customers }
# Why no card can be planned.
agenda-blocked = “{ $card }” cannot be planned: { $why }
agenda-elsewhere = another role does that: { $role }
agenda-no-decisions = this role has no decisions left this month
# A role with more than half of its hours free: what they could go to.
agenda-idle = { $role }: { $hours } of { $of } free
agenda-idle-renewal = visit { $customer } before the contract ends
agenda-idle-cold = { $months ->
    [one] nobody has talked to { $customers } for a month: get back in touch
   *[other] nobody has talked to { $customers } for { $months } months: get back in touch
    }
agenda-idle-unasked = nobody has asked { $customers } yet how satisfied they are
agenda-idle-nurture = { $count ->
    [one] write to the customer who has waited longest to hear from you
   *[other] write to the { $count } customers who have waited longest to hear from you
    }
agenda-idle-help = help with { $customer } ({ $need }): chance now { $now }, then about { $then }
agenda-idle-quote = send { $customer } a quote ({ $need }): chance then about { $then }
