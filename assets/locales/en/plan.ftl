# The plan of the month.
plan-title = { $month } plan
plan-submitted = submitted
plan-clear = Empty the plan
plan-refill = Fill in a sensible plan
plan-repeat = Repeat last month
plan-opens-filled = Months open with a filled plan. Click: with a blank one
plan-opens-blank = Months open with a blank plan. Click: with a filled one
plan-role-told = { $role }: { $hours }, { $decisions } of { $most } decisions
plan-reduced = New to the job: fewer hours for { $months ->
    [one] 1 more month
   *[other] { $months } more months
    }
plan-filled-in = From last month or a relationship level; not one of the eight decisions
plan-remove = Remove: { $card }
plan-dropped = { $count } left out
plan-dropped-why = no hours left for these standing orders
plan-add = What the whole office can do
plan-hours = { $used }/{ $total } h
plan-pursue = Pursue
plan-handover = Handover
