# The tabs of the desk.
tab-board = Board
tab-customers = Customers
tab-funnel = Funnel
tab-value = Value
tab-service = Service
tab-team = Team
tab-finance = Finance
tabs-more = More
# The funnel.
funnel-open = Open deals
funnel-amount = Amount
funnel-forecast = Forecast
funnel-filed = Filing this month
funnel-not-filed = not planned
funnel-won = Won so far
funnel-list = Open deals ({ $count })
funnel-empty = No deal is open. Qualify leads to find needs.

# Value.
value-buyers = Buyers
value-known-yearly = Known yearly value
value-total = Contribution so far
value-pareto = Brought by the top 20%
value-tiers = Customer pyramid
value-customers = { $count }
value-on-board = Show on the board
value-curve = Who brings the contribution
value-curve-even = if all brought the same
value-curve-empty = After the first orders this shows how few customers bring most of the contribution.
value-best = By contribution
value-none = No customer has bought yet.

# Service.
queue-open = Open tickets
queue-needed = Work waiting
queue-planned = In the plan
queue-free = Service hours free
queue-in-time = Solved in time
queue-short = { $hours } short: somebody will have to wait.
queue-list = Tickets, most urgent first
queue-empty = No ticket is open. A good month for care and checks.
articles-title = Knowledge base
articles-row = { $count ->
    [one] 1 article
   *[other] { $count } articles
    }, { $saved } quicker · { $solved } solved

# Finance.
finance-cash = Cash
finance-revenue = Revenue
finance-contribution = Profit
finance-per-lead = Cost per lead
finance-per-sale = Cost per sale
finance-curve = Cash at the end of each month
finance-account = In { $sign }1,000
finance-account-whole = In { $sign }
finance-sum = Total
chart-later = There will be something to see after a month or two.

# Relationship levels by tier.
levels-open = Levels by tier
levels-title = How closely by tier?
levels-lead = A level adds its cards to every month's plan, best customers first, as long as there are hours left. A customer that reaches a tier gets its level, unless you set one for that customer alone.
levels-current = now: { $levels }
levels-none = no customers
finance-made-of = Profit { $amount }: { $parts }
value-without-order = No order yet
value-put-in = Spent on them: { $time }, { $cost }
value-put-in-hint = Hours of calls, visits, quotes and tickets; the cost is these hours at the wage and what was paid for calls, demos, checks, care and gifts
