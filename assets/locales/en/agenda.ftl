# What wants attention this month.
agenda-title = Agenda
agenda-urgent = { $count } urgent
agenda-empty = Nothing is waiting. A good month to find new customers.
agenda-about = { $customer }: { $what }
agenda-ticket = { $class } ticket
agenda-ticket-plain = ticket
agenda-ticket-due = { $class } · start by day { $day } · { $hours }
agenda-ticket-late = { $class } · from last month · { $hours }
agenda-late = { $months ->
    [one] 1 month late
   *[other] { $months } months late
    } · { $role }
agenda-due = this month · { $role }
agenda-decides-now = decides this month · { $amount }
agenda-decides-next = decides next month · { $amount }
agenda-lead = to qualify · { $how }
agenda-take-up = service found it, take it up · { $amount }
agenda-no-task = { $count ->
    [one] One needs a next task
   *[other] { $count } need a next task
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
agenda-fill = click to give them one
agenda-visitors = { $count ->
    [one] One visitor is expected
   *[other] { $count } visitors are expected
    }
agenda-visitors-sub = nobody is at the door yet
agenda-outgrown = Customer data outgrown
agenda-outgrown-sub = this tool holds records up to { $cap }
agenda-contract-ends = the contract ends
agenda-more = { $count } more things to do
agenda-more-sub = in the table of customers
