# The team and its people.
staff-people = People
staff-hours = Hours a month
staff-wages = Wages a month
staff-joining = Joining
staff-planned = { $used } of { $total } planned
staff-hired = { $count ->
    [one] One person joins next month
   *[other] { $count } people join next month
}
staff-vacant = Vacant
staff-vacant-for = filled in { $months ->
    [one] 1 month
   *[other] { $months } months
}
staff-reduced = new, fewer hours for { $months ->
    [one] 1 month
   *[other] { $months } months
}
staff-customers = { $count } customers
staff-skill = skill { $points }

# The pool of customers nobody keeps.
pool-title = The pool
pool-empty = Nothing lies in the pool.
pool-row = { $industry } · since { $month } · records { $records }
pool-stuck-title = Standing still
pool-stuck-lead = Leads with no progress for { $months } months. Somebody else starts afresh: grudges are forgotten, the records stay.
pool-stuck-none = No lead has stood still for so long.
pool-give-all = Give all { $count } to the pool
