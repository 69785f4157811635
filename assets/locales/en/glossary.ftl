# The words of the game, each in a sentence or two.
gloss-show = Show the glossary
gloss-hide = Hide the glossary
gloss-group-phases = How close a customer is
gloss-group-measures = The numbers of a customer
gloss-group-worth = What a customer is worth
gloss-group-care = How a customer is looked after
gloss-group-selling = Selling
gloss-group-office = Service and the office

# Phases
gloss-awareness = You know each other by name, but you have offered nothing yet.
gloss-exploration = They are taking a closer look: a demo, a quote or a first small order.
gloss-formation = They have ordered and the relationship holds, so more orders are likely.
gloss-stability = They buy again and again, are satisfied and trust you. The most valuable phase.
gloss-decline = The relationship is getting worse. A visit now costs far less than winning them back later.
gloss-lost = They have left. After a while they may listen again.

# Worth
gloss-yearly-value = What they buy in a year from all suppliers together. Until you have qualified them it is an estimate.
gloss-contribution = What you have really earned from them: sales less the cost of goods and of everything spent on them.
gloss-tier = The customer pyramid ranks customers by what they contribute; before the first sale, by what they are expected to buy.
gloss-tier-vip = The top 1% of your customers. They get your best people.
gloss-tier-main = The next 4%. Worth regular visits.
gloss-tier-ordinary = The next 15%. Solid customers, looked after with moderate effort.
gloss-tier-small = Everybody else: many customers who each spend little. Keep the effort small.
gloss-rfm-name = RFM
gloss-rfm = Three scores from 1 to 5: how recently they ordered (R), how often (F) and for how much money (M). 5 is best.
gloss-lifetime-name = Lifetime value
gloss-lifetime = What a customer will probably still bring over the years, in today's money.

# Care
gloss-level = How closely you look after them, month after month. A higher level puts more visits and checks into your plan and takes more hours.
gloss-kind = A label of your own for sorting customers. It changes nothing in the game.
gloss-kind-intending = They might buy, but nobody has asked yet what they need.
gloss-kind-qualified = They need something, can pay for it, and you know who decides.
gloss-kind-paused = Put aside for now. Nobody spends time on them.
gloss-kind-unset = They have ordered, but your team has not labelled them.
gloss-pool-name = Pool
gloss-pool = Customers that nobody works on. Anybody can take one, with its records.

# Selling
gloss-lead-name = Lead
gloss-lead = A customer you know of who has not bought yet.
gloss-deal-name = Deal
gloss-deal = Something a customer needs, and the work you put into selling it.
gloss-stage-name = Stage
gloss-stage = How far a deal has come, from 1 (lead) to 6 (they have said yes). Each stage has a sign you can see.
gloss-stage-1 = Stage 1: there may be a need. Qualify them to find out.
gloss-stage-2 = Stage 2: they have confirmed what they need.
gloss-stage-3 = Stage 3: you have met the buying centre, the people who decide.
gloss-stage-4 = Stage 4: they have had a demo or a trial.
gloss-stage-5 = Stage 5: they have your quote and are discussing it.
gloss-stage-6 = Stage 6: they have said yes, but nothing is signed yet.
gloss-advance-name = Advance
gloss-advance = A talk that really moves the deal on: they agree to a trial, or introduce you to somebody higher up. A nice chat does not count.
gloss-committee = The people at the customer who decide together. Some have more say than others.
gloss-buying-decides = Has the last word. Without this person there is no order.
gloss-buying-gatekeeper = Decides who gets through to the others. Annoy this person and you are out.
gloss-buying-user = Will work with what you sell, and wants it to be useful.
gloss-buying-purchaser = Handles orders and prices. Winning only this person is never enough.
gloss-support = How many of them want to buy from you, weighted by how much say each has. 100% means everybody.
gloss-promise = How much more, or less, your quote promises than you really deliver, in points of expectation.
gloss-expectation-name = Expectation
gloss-expectation = What they think they will get, 0 to 100. If they get less than they expected, they are dissatisfied, however good it was.
gloss-fit = How well your product does what they need it for.
gloss-weight = Everything that speaks for your offer, added up the way the customer does it. Use it to compare two offers; on its own it means nothing.
gloss-style-a = Thinks in figures. Bring numbers and proof.
gloss-style-b = Likes order. Bring dates and clear steps.
gloss-style-c = Thinks of people. Talk about those who will work with it.
gloss-style-d = Sees the whole picture. Talk about where it all leads.
gloss-chance = How likely they are to choose you if you carry out your plan as it stands, worked out from what you know.
gloss-budget = The most they want to spend. A quote above it loses much of its appeal.

# Service and the office
gloss-ticket-name = Ticket
gloss-ticket = A customer has a problem and asks for help. Start in time and they are pleased; let them wait and they remember it.
gloss-severity-minor = A small problem. It can wait for some days.
gloss-severity-major = A serious problem. Start within a few days.
gloss-severity-critical = They cannot work. Start at once.
gloss-service-level = How fast your last quote promised to deal with problems.
gloss-service-standard = Their problems are dealt with in the usual order.
gloss-service-priority = Their problems come first. It takes more hours, and some customers value it.
gloss-task-name = Task
gloss-task = A note of what to do next for a customer. It counts as done once anybody on the team has been in touch.
gloss-task-call = Talk to somebody there.
gloss-task-visit = Go there: to work on the deal, or to see how they are.
gloss-task-quote = Send the offer.
gloss-task-service = Deal with a ticket, or check that everything works.
gloss-task-survey = Ask how satisfied they are.
gloss-forecast-name = Forecast
gloss-forecast = What the deals decided this month should bring: each deal times the usual win rate of its stage. The closer it comes, the more points you get.
gloss-routine-name = Routine
gloss-routine = The standing work already in the plan when a month opens. It needs no decision and does not count as one.
gloss-reputation = What people in an industry say about you. Good service builds it, failures damage it.

# Fields of the sheet
gloss-field-name = What they are called.
gloss-field-industry = The industry they are in. Your reputation builds up industry by industry.
gloss-field-source = How you met them.
gloss-field-added = When you first got to know them.
gloss-field-owner = The account manager who looks after them.
gloss-field-phase = How close they are to you, from first contact to loyalty or loss.
gloss-field-last-contact = The last month in which anybody on the team was in touch. Silence costs trust.
gloss-field-last-order = The month of their last order.
gloss-field-reach = How to reach them, in your own words.
gloss-field-remark = What the team should remember.
gloss-field-incumbent = The supplier they buy from today. It is hard to leave a supplier one is used to.
gloss-price-weighs = How much a lower price matters to them, compared with most customers.
gloss-service-weighs = How much slow or bad service bothers them, compared with most customers.
gloss-placed = Where your team placed them in the pyramid.
gloss-orders = Orders placed with you, including those from before the game.
gloss-revenue = What they have bought from you since the game began.
gloss-contract-ends = The last month of the contract. After that they decide again.
gloss-quoted = The price in your quote. It stands until you send another.
gloss-delivery = The month in which your quote promises delivery.
gloss-payment = When they pay. Later is easier for them, but keeps your cash waiting.

# The tabs of the sheet
gloss-tab-act = What you can do for this customer this month
gloss-tab-profile = Who they are, how closely you look after them, what comes next
gloss-tab-contacts = The people who decide there, and how far each is on your side
gloss-tab-log = Every talk there has been, newest first
gloss-tab-deals = What they need, how far each deal is, your chance
gloss-tab-service = Their problems, and how you dealt with them
gloss-tab-value = What they buy, what you earn with them, how they came here
gloss-contract-promise = The performance the contract promises each month, in points, and how often you kept it. Each miss costs a penalty.
