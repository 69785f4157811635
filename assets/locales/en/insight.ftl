# Pages of the Funnel, Value and Service tabs.
funnel-page-stages = Stages
funnel-page-leader = Leader's views
funnel-page-forecast = Forecasts
stages-amount = Amount
stages-rate = Avg. rate
stages-weighted = Weighted
stages-months = Months
stages-proven = Evidence
stages-closed = Won
stages-needs = Evidence: { $symptoms }
stages-needs-nothing = A name and a number; no evidence yet.
stages-usual = Deals that went on took { $months } months here.
stages-passed = { $part } of { $of } went on from here.
stages-longest = The longest has been here { $months } months.
symptom-demands = has said what it needs
symptom-committee = buying centre met and recorded
symptom-tried = demo, trial or check
symptom-in-charge = decision maker met
symptom-quoted = talks about our quote
symptom-haggles = said yes, haggles hard
symptom-none = no evidence
deals-stage = Stage
deals-symptoms = Evidence
deals-months = Months
deals-decides = Decision
deals-this-month = this month
deals-next-month = next month

leader-diligence = Diligent or lazy?
leader-ability = Able or unable?
leader-near = Near deals ({ $count })
leader-near-none = Nobody talks about a quote of ours yet.
leader-early = too early to say
leader-diligent = enough tasks, none late
leader-lazy = customers without a next step
leader-small = funnel too small to judge
leader-able = deals move on
leader-unable = a large funnel, stuck early
leader-tended = Next task on time
leader-talks = { $count ->
    [one] 1 talk
   *[other] { $count } talks
    } last month, { $hours }
leader-tasks = { $open ->
    [one] 1 task
   *[other] { $open } tasks
    } open, { $part } of { $of } done in time
leader-overdue = { $count } overdue
leader-early-share = In deals below { $rate }
leader-stuck = Stuck there for { $months } months
leader-stave = Weakest stage
leader-stave-at = { $stage }: { $part } of { $of } went on from here.
leader-stave-last = { $stage }: { $part } of { $of } were won.
leader-stave-unknown = Too few deals to tell.
leader-stave-hint = Train for the stage that fewest deals pass.
leader-days = { $stage } for { $days ->
    [one] 1 working day
   *[other] { $days } working days
    }

forecast-with-symptoms = Deals with evidence only
forecast-accuracy = Accuracy
forecast-brier = Brier score
forecast-hint = Each month your team files one figure: the deals decided that month, each times the usual win rate of its stage. At the end of the month it is compared with the revenue. With F for the forecast and A for the revenue, accuracy is 1 − |F−A| ÷ max(F, A), and it counts every month. The Brier score is the mean squared error of the win rates: 0 is perfect, 0.25 no better than tossing a coin.
forecast-chart = Forecast and actual
forecast-filed = Filed
forecast-came = Actual
forecast-month = Month
forecast-miss = Difference
forecast-none = not filed

value-page-pyramid = Pyramid
value-page-rfm = RFM
value-page-lifetime = Lifetime value
value-page-10c = 10C
value-silent-days = Days
value-order-count = Orders
value-amount = Amount
rfm-title = Recency, frequency, monetary value
rfm-hint = Up: bought lately. Right: bought often. Darker: spent more. Click a field to see who is in it.
rfm-seldom = seldom
rfm-often = often
rfm-amount = Amount
rfm-field = R{ $r } F{ $f }: { $count ->
    [one] 1 customer
   *[other] { $count } customers
    }, mean M { $m }
rfm-of-field = Customers in R{ $r } F{ $f }
rfm-all = All buyers
lifetime-alive-mean = Still active, mean
lifetime-expected-all = Orders in 39 weeks
lifetime-value-all = Revenue in 12 months
lifetime-equity = Our margin on that
lifetime-hint = Estimated from orders alone (BG/NBD and Gamma-Gamma). With a single order a customer counts as active and is judged like the average one. What customers were really worth is shown after the game.
lifetime-customer = Customer
lifetime-last = Last order
lifetime-alive = Still active
lifetime-expected = In 39 weeks
lifetime-each = Per order
lifetime-value = 12 months

tenc-hint = Ten headings about one customer; choose another on the board or in a list.
tenc-profile = Customer profile
tenc-knowledge = Customer knowledge
tenc-segmentation = Customer segmentation
tenc-customization = Customization
tenc-value = Customer value
tenc-satisfaction = Customer satisfaction
tenc-development = Customer development
tenc-retention = Customer retention
tenc-acquisition = Customer acquisition
tenc-profitability = Customer profitability
tenc-industry = Industry
tenc-contacts = Buying centre met
tenc-records = Records
tenc-written = Talks written up
tenc-level = Relationship level
tenc-rfm = RFM · kind
tenc-shown = Deals shown or checked
tenc-fit = Fit of our quotes
tenc-discount = Discount · service
tenc-established = Established
tenc-potential = Potential, estimated
tenc-model = Through referrals
tenc-surveyed = Surveyed
tenc-bad = Bad impressions
tenc-cross = Bought
tenc-up = Last order ÷ first
tenc-alive = Still active
tenc-bonds = Trust · commitment
tenc-silent = Months without contact
tenc-found = Found
tenc-first = First order
tenc-cost = Cost of winning it
tenc-margin = Contribution margin

service-page-queue = Queue
service-page-record = Record
record-response = Days to first response
record-first-delivery = First deliveries kept
record-first-ticket = First tickets in time
record-first-hint = Twelve good impressions cancel one bad one; the first are the ones people remember.
record-class = Tickets
record-open = Open
record-in-time = In time
record-late = Late
record-dropped = Given up
record-level = Level

record-capture = Visitors with a name
record-promises = Contract promises kept

finance-page-figures = Key figures
kpi-name = Key figure
kpi-value = Now
kpi-counts = What it counts
kpi-lead-cost = Cost per lead
kpi-lead-cost-counts = prospecting, events, campaigns ÷ customers found
kpi-sale-cost = Cost per sale
kpi-sale-cost-counts = the same, selling, rebates, gifts ÷ deals won
kpi-repeat = Repeat customers
kpi-repeat-counts = buyers with more than one order
kpi-churn = Churn, last month
kpi-churn-counts = share of buyers lost
kpi-churn-year = Churn in twelve months
kpi-churn-year-counts = the average month, over twelve months
kpi-equity = Customer equity, estimated
kpi-equity-counts = expected revenue of 12 months × our margin
kpi-wallet = Share of wallet
kpi-wallet-counts = our revenue ÷ what known customers buy
kpi-nps = Net promoter score, estimated
kpi-nps-counts = estimated from satisfaction: share surveyed at 85 or more, less share below 60
kpi-accuracy = Forecast accuracy
kpi-accuracy-counts = mean over months in which something was forecast
kpi-brier = Brier score
kpi-brier-counts = mean squared error of the win rates
kpi-outside = Sales outside the funnel
kpi-outside-counts = revenue of deals first seen when they were decided
kpi-service = Service level kept
kpi-service-counts = tickets begun in time and solved in their month
kpi-response = Response time, days
kpi-response-counts = working days until somebody works on a ticket
kpi-hygiene = Follow-up discipline
kpi-hygiene-counts = open deals with a next task, none overdue
kpi-log = Log coverage
kpi-log-counts = share of talks written up
kpi-capture-counts = visitors who left their names
kpi-promises-counts = monthly promises of contracts that were kept
kpi-close = Won from: { $stage }
kpi-close-counts = of decided deals that came at least this far
leader-tasks-none-due = { $open ->
    [0] no task open
    [one] 1 task open
   *[other] { $open } tasks open
    }
forecast-nothing = nothing forecast
