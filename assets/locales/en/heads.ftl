# What tabs, pages and column heads are for, on hover: hint- and the key of the name.
hint-tab-board = All customers on one board: the further right, the closer they are to you.
hint-tab-customers = Your customer list: sort it, filter it, see the tasks, write to your team.
hint-tab-funnel = Every deal from first contact to yes, and what it may bring.
hint-tab-value = Who brings the money, and who may bring it later.
hint-tab-service = Open complaints and questions, and whether your hours are enough for them.
hint-tab-team = Your people: how many hours they have, what they can do, whom to hire.
hint-tab-finance = Where the money came from, where it went, what is left.
hint-board-lanes = Customers by how close they are to you.
hint-board-pyramid = The same customers by how much they contribute.
hint-board-deals = Open deals, by how far they have come.

hint-customers-list = Everybody you know, one per line.
hint-customers-work = Tasks for customers: what to do, for whom and by when.
hint-customers-messages = Notes from one role to another, and suggestions to the leader.
hint-customers-files = Save your customer list as a table, or read one in.
hint-work-todo = Tasks nobody has done yet.
hint-work-done = Tasks that are done, including those done late.
hint-work-all = Every task, done or not.

hint-funnel-page-stages = How many deals are at each stage, and how much of that is likely to come in.
hint-funnel-page-leader = Three questions a sales leader asks: is everybody busy, are they able, are there enough deals ahead?
hint-funnel-page-forecast = What you forecast, and what really came in.
hint-funnel-page-tenders = Large buyers who ask everybody for a bid and choose by points.
hint-funnel-page-campaigns = What your advertising cost and whom it brought.

hint-value-page-pyramid = The few at the top bring most of the money. Who are they, and how much time do they get?
hint-value-page-rfm = Who bought recently, often and for how much: a quick look from orders alone.
hint-value-page-lifetime = What each customer may still spend, worked out from their orders.
hint-value-page-10c = Ten things to know about one customer.

hint-service-page-queue = Tickets waiting for an answer, the most urgent first.
hint-service-page-record = How well tickets have been answered so far.

hint-finance-page-account = What came in, what it cost, what is left.
hint-finance-page-flow = How cash came in and went out, month by month. A sale brings no cash until it is paid for.
hint-finance-page-marketing = What it costs to find a lead and to win a sale.
hint-finance-page-goods = What is in stock, what is on order, who still owes you money.
hint-finance-page-figures = The numbers by which customer work is judged.

# Heads of columns.
hint-customers-name = The signs after a name: an open ticket, an open deal, a task that is due.
hint-customers-phase = How close the customer is to you, from "has heard of us" to "keeps coming back".
hint-customers-kind = The label your team has given them. Only your team sees it.
hint-customers-owner = Who on your team looks after them.
hint-customers-value = About what they spend in a year on products like yours, from all suppliers. A dash: nobody has asked yet.
hint-customers-orders = How many orders they have placed with you.
hint-customers-satisfaction = How happy they said they were, 0 to 100. A question mark: nobody has asked.
hint-customers-next = What you plan to do for them next, and when.
hint-customers-silence = Months since anybody talked to them.

hint-funnel-list = Click a line to open the customer.
hint-deals-stage = How far the deal has come: six stages from first contact to a spoken yes.
hint-deals-symptoms = Signs that the deal really is where you think it is. A hollow mark: this sign is missing.
hint-deals-months = How long it has been at this stage. Too long means it is stuck.
hint-deals-decides = When the customer decides.
hint-stages-amount = What these deals would bring if you won all of them.
hint-stages-rate = How many out of a hundred deals at this stage are usually won.
hint-stages-weighted = Amount times the usual win rate: what you can really expect.
hint-stages-months = How long deals have been here, on average.
hint-stages-proven = How many of these deals show signs that they really are this far.
hint-stages-closed = How many of your own deals that got this far you have won.

hint-forecast-month = The month the forecast was for.
hint-forecast-filed = The single figure your team filed for the month.
hint-forecast-came = What really came in.
hint-forecast-miss = How far you were off. Above zero: more came in than you forecast.
hint-forecast-accuracy = 100% means you were exactly right. If nothing was forecast, there is nothing to judge.

hint-lifetime-customer = Click a line to open the customer.
hint-value-order-count = How many orders they have placed with you.
hint-lifetime-last = The day of their last order.
hint-lifetime-alive = How likely it is that they are still a customer. After one order nobody can tell.
hint-lifetime-expected = How many orders to expect from them in the next nine months.
hint-lifetime-each = The average size of their orders.
hint-lifetime-value = What they may spend with you in the next twelve months.
hint-rfm-list = Click a line to open the customer.
hint-rfm-code = Three digits from 1 to 5: how recently, how often and how much they bought. 555 is the best.
hint-value-silent-days = Days since their last order.
hint-value-amount = What they have spent with you so far.

hint-record-class = The kind of problem.
hint-record-open = Still waiting.
hint-record-in-time = Begun by the due day and solved in the same month.
hint-record-late = Solved, but begun or finished too late.
hint-record-dropped = The customer waited too long and gave up.
hint-record-level = How many out of a hundred were solved in time.

hint-kpi-name = What is measured.
hint-kpi-value = Where you are now.
hint-kpi-counts = How it is worked out.
hint-books-name = The kind of income or cost. Costs have a minus sign.
hint-books-month = What came in or went out in this month.
hint-finance-sum = All months together.
