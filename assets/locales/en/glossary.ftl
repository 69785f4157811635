# The words of the game, each in a sentence or two.
gloss-show = Show the words of the game
gloss-hide = Hide the words of the game
gloss-group-phases = How close a customer is
gloss-group-measures = The numbers of a customer
gloss-group-worth = What a customer is worth
gloss-group-care = How a customer is looked after
gloss-group-selling = Selling
gloss-group-office = Service and the office

# Phases
gloss-awareness = You know each other by name. Nothing has been offered yet.
gloss-exploration = They are taking a closer look: a demo, a quote or a first small order.
gloss-formation = They have ordered and the relationship holds, so more orders are likely.
gloss-stability = They buy again and again, are satisfied and trust you. The most valuable phase.
gloss-decline = The relationship is falling apart. A visit now costs far less than winning them back later.
gloss-lost = They have left. After a while they may listen again.

# Worth
gloss-yearly-value = What they buy in a year from all suppliers together. Until you have qualified them it is an estimate.
gloss-contribution = What you have really earned with them: sales less the cost of goods and of everything spent on them.
gloss-tier = The customer pyramid ranks customers by what they contribute; before the first sale, by what they are expected to buy.
gloss-tier-vip = The top 1 % of your customers. They get your best people.
gloss-tier-main = The next 4 %. Worth regular visits.
gloss-tier-ordinary = The next 15 %. Solid customers, looked after with moderate effort.
gloss-tier-small = Everybody else. Many of them, each with little money: keep the effort small.
gloss-rfm-name = RFM
gloss-rfm = Three marks from 1 to 5: how recently they ordered (R), how often (F) and for how much money (M). 5 is best.
gloss-lifetime-name = Lifetime value
gloss-lifetime = What a customer will probably still bring over the years, in the money of today.

# Care
gloss-level = How closely you look after them, month after month. A higher level fills more hours of your plan with visits and checks.
gloss-kind = A label of your own for sorting customers. It changes nothing in the game.
gloss-kind-intending = They might buy; nobody has asked yet what they need.
gloss-kind-qualified = They need something, can pay for it, and you know who decides.
gloss-kind-paused = Put aside for now. Nobody spends time on them.
gloss-pool-name = Pool
gloss-pool = Customers that nobody works on. Whoever wants one takes it out, with its records.

# Selling
gloss-lead-name = Lead
gloss-lead = Somebody you know who has not bought yet.
gloss-deal-name = Deal
gloss-deal = Something a customer needs, and the work you put into selling it.
gloss-stage-name = Stage
gloss-stage = How far a deal has come, from 1 (lead) to 6 (they have said yes). Each stage is reached by a visible step.
gloss-stage-1 = Stage 1: there may be a need. Qualify them to find out.
gloss-stage-2 = Stage 2: they have confirmed what they need.
gloss-stage-3 = Stage 3: you have met the people who decide together.
gloss-stage-4 = Stage 4: they have seen a demo or made a trial.
gloss-stage-5 = Stage 5: they have your quote and talk about it.
gloss-stage-6 = Stage 6: they have said yes, but nothing is signed yet.
gloss-advance-name = Advance
gloss-advance = A talk after which the deal is really further: a trial agreed to, or a door to somebody higher. A nice chat is none.
gloss-committee = The people at the customer who decide together. Each has a say of a different weight.
gloss-buying-decides = Has the last word. Without this person there is no order.
gloss-buying-gatekeeper = Decides who gets through to the others. Annoy this person and you are out.
gloss-buying-user = Will work with what you sell, and wants it to be useful.
gloss-buying-purchaser = Handles orders and prices. Winning only this person is never enough.
gloss-support = How many of them want to buy from you, each counted by how much say they have. 100 % would be everybody.
gloss-promise = How much more, or less, than the truth your quote says, in points of expectation.
gloss-expectation-name = Expectation
gloss-expectation = What they think they will get, 0 to 100. Whoever gets less than expected is dissatisfied, however good it was.
gloss-fit = How well your product does what they need it for.
gloss-weight = Everything that speaks for your offer, added up as the customer does. Compare it between two offers; by itself it means nothing.
gloss-style-a = Thinks in figures. Bring numbers and proof.
gloss-style-b = Likes order. Bring dates and one step after the other.
gloss-style-c = Thinks of people. Talk about those who will work with it.
gloss-style-d = Sees the whole picture. Talk about where it all leads.
gloss-chance = How likely they are to choose you if they decided today, worked out from what you know.
gloss-budget = The most they want to spend. A quote above it loses much of its appeal.

# Service and the office
gloss-ticket-name = Ticket
gloss-ticket = A customer has a problem and asks for help. Start in time and they are pleased; let them wait and they remember it.
gloss-severity-minor = A small problem. It can wait some days.
gloss-severity-major = A serious problem. Start within a few days.
gloss-severity-critical = They cannot work. Start at once.
gloss-service-level = How fast your last quote said that you answer problems.
gloss-service-standard = The usual answer, in the usual order.
gloss-service-priority = They come first. It costs more hours, and some customers pay attention to it.
gloss-task-name = Task
gloss-task = A note of what is to be done next for a customer. It counts as done once anybody of the team has been in touch.
gloss-task-call = Talk with somebody there.
gloss-task-visit = Go there: to work on the deal, or to see how they are.
gloss-task-quote = Send the offer.
gloss-task-service = See to a ticket, or check whether all works.
gloss-task-survey = Ask how satisfied they are.
gloss-forecast-name = Forecast
gloss-forecast = Your guess of what the deals decided this month will bring. How near you come is scored.
gloss-routine-name = Routine
gloss-routine = What a month's plan opens with: standing work that needs no decision. It does not count as one of your eight.
gloss-reputation = What people of a trade say about you. Good service makes it, failures break it.

# Fields of the sheet
gloss-field-name = What they are called.
gloss-field-industry = The trade they are in. Your reputation is made trade by trade.
gloss-field-source = How you came to know them.
gloss-field-added = Since when you have known them.
gloss-field-owner = The account manager who looks after them.
gloss-field-phase = How close the two of you are, from first contact to loyalty or loss.
gloss-field-last-contact = The last month in which anybody of the team was in touch. Silence costs trust.
gloss-field-last-order = The month of their last order.
gloss-field-reach = How to reach them, in your own words.
gloss-field-remark = Whatever the team should remember.
gloss-field-incumbent = Whom they buy from today. It is hard to leave a supplier one is used to.
gloss-price-weighs = How much a lower price counts with them, compared with most customers.
gloss-service-weighs = How much slow or bad service hurts with them, compared with most customers.
gloss-placed = Where you yourselves placed them in the pyramid.
gloss-orders = Orders placed with you, those from before the game included.
gloss-revenue = What they have paid for since the game began.
gloss-contract-ends = The last month of the contract. After that they decide anew.
gloss-quoted = The price in your quote. It stands until you send another.
gloss-delivery = The month for which your quote promises the goods.
gloss-payment = When they pay. Later is nicer for them, and keeps your cash waiting.

# The tabs of the sheet
gloss-tab-act = What you can do for this customer this month
gloss-tab-profile = Who they are, how closely you look after them, what comes next
gloss-tab-contacts = The people who decide there, and how far each is on your side
gloss-tab-log = Every talk there has been, newest first
gloss-tab-deals = What they need, how far each deal is, your chance
gloss-tab-service = Their problems, and how you dealt with them
gloss-tab-value = What they buy, what you earn with them, how they came here
gloss-contract-promise = The performance the contract promises each month, in points, and how often it was kept. Each miss costs a penalty.
