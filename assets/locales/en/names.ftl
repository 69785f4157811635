# The vocabulary of the game.
phase-unknown = Unknown

role-developer = Customer developer
role-account = Account manager
role-service = Service
role-cultivator = Cultivator
role-specialist = Product specialist

role-developer-short = Developer
role-account-short = Account mgr
role-service-short = Service
role-cultivator-short = Cultivator
role-specialist-short = Specialist
staff-newcomer = New colleague ({ $role })

kind-intending = Intending
kind-qualified = Qualified
kind-paused = Paused
kind-unset = No label

level-basic = Basic
level-reactive = Reactive
level-accountable = Accountable
level-proactive = Proactive
level-partnership = Partnership

level-basic-hint = Sell to them and leave it at that. No time is planned for their problems.
level-reactive-hint = Answer when they call; never call first.
level-accountable-hint = Ask after every delivery whether everything is all right.
level-proactive-hint = Get in touch every month and look for problems before they complain.
level-partnership-hint = Work side by side: the most visits, and a joint review each quarter.

tier-vip = VIP
tier-main = Main
tier-ordinary = Ordinary
tier-small = Small

severity-minor = minor
severity-major = major
severity-critical = critical

buying-decides = decision maker
buying-gatekeeper = gatekeeper
buying-user = user
buying-purchaser = purchaser

style-a = analytic
style-b = orderly
style-c = people
style-d = whole picture

style-a-hint = figures and proof
style-b-hint = steps, dates, order
style-c-hint = people and their work
style-d-hint = where it all leads

intent-inform = Tell and show
intent-ask = Ask what it costs them
intent-close = Push to close

intent-inform-hint = Safe, and never brilliant
intent-ask-hint = Best where much money is at stake
intent-close-hint = Helps small deals, hurts large ones

policy-first = First come
policy-severity = Worst first
policy-value = Best customers first
policy-due = By due day

service-standard = Standard
service-priority = Priority

task-call = call
task-visit = visit
task-quote = quote
task-service = service
task-survey = survey

positioning-price = Price
positioning-quality = Quality
positioning-service = Service

reason-size = Size of the orders
reason-growth = Growth
reason-loyalty = Loyalty
reason-reference = Reference for others
reason-cost = Cost to serve

price-trial = trial price
price-market = market price
price-old = returning customer price
price-senior = loyal customer price

entry-opening = Opening balance
entry-sale = Revenue
entry-goods = Cost of goods
entry-wages = Wages
entry-prospecting = Finding customers
entry-events = Fairs, summits
entry-selling = Selling
entry-care = Care
entry-service = Service
entry-compensation = Compensation
entry-gifts = Gifts
entry-fine = Fines
entry-interest = Interest
entry-staff = Hiring and training

stage-1 = Lead
stage-2 = Need confirmed
stage-3 = Buying centre met
stage-4 = Demo held
stage-5 = Quote in talks
stage-6 = Spoken yes

deed-qualify = Qualified
deed-research = Web research
deed-referral = Asked for a referral
deed-call = Call or visit
deed-demo = Demo or trial
deed-decline = Honest no
deed-preparation = Preparation
deed-check = Free check
deed-quote = Quote
deed-gift = Gift
deed-handover = Handover meeting
deed-winback = Win-back talk
deed-care = Care visit
deed-ticket = Service ticket
deed-proactive = Proactive check
deed-compensation = Compensation
deed-survey = Survey
deed-nurture = Nurturing
deed-design = Solution design

outcome-done = done
outcome-advance = an advance
outcome-continuation = no advance
outcome-found = found something
outcome-nothing = found nothing
outcome-solved = solved
outcome-refused = refused

found-start = known from the start
found-exhibition = met at the exhibition
found-summit = met at the summit
found-prospecting = found by prospecting
found-referral = referred by a customer
found-called = called us
found-pool = from the pool

revealed-open = they ask openly
revealed-check = found by the free check
revealed-proactive = found by the proactive check
revealed-talk = came up in a talk
revealed-research = found by web research
revealed-tip = a contact gave a tip

uninvited-quote = no valid quote
uninvited-support = nobody there supported us
uninvited-veto = { $person }, the gatekeeper, shut us out
uninvited-veto-cause = { $person }, the gatekeeper, shut us out: { $cause }
uninvited-lost = the customer had left
entry-fee = Contract fees
entry-serving = Serving contracts
entry-penalty = Penalties
entry-tools = Customer data tools
found-walk-in = walked in
revealed-walk-in = said on walking in
found-walk-in-by = came through { $channel }
