# The team and its people.
staff-people = People
staff-hours = Hours a month
staff-wages = Wages a month
staff-joining = Joining next month
staff-planned = { $used } of { $total } planned
staff-hired = { $count ->
    [one] One person joins next month
   *[other] { $count } people join next month
    }
staff-vacant = Vacant
staff-vacant-for = for { $months ->
    [one] one more month
   *[other] { $months } more months
    }, unless you hire
staff-reduced = new: fewer hours for { $months ->
    [one] 1 month
   *[other] { $months } months
    }
staff-busy = hardly an hour free for { $months ->
    [one] 1 month
   *[other] { $months } months in a row
    }
staff-overworked = overworked: { $times } times as likely to leave
staff-customers = { $count ->
    [one] 1 customer
   *[other] { $count } customers
    }
staff-skill = skill { $points }

# The pool of customers nobody keeps.
pool-title = The pool
pool-empty = The pool is empty.
pool-row = since { $month } · records { $records }
pool-stuck-title = Stuck leads
pool-stuck-lead = No progress for { $months } months. In the pool they cost no more hours, and somebody else may start afresh.
pool-stuck-none = No lead has been stuck that long.
pool-give-all = { $count ->
    [one] Give it to the pool
   *[other] Give all { $count } to the pool
    }
pool-lead = Customers nobody looks after. The team member who takes one gets the records and a fresh start: old grudges are forgotten.
pool-take = Take over
staff-hire = Hire: { $hours } more
