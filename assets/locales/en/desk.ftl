# The desk.
deal-plain = A need without details yet
desk-submit = Submit plan
desk-withdraw = Withdraw plan
desk-submit-hint = Ctrl+Enter. You can withdraw it until everybody is ready
desk-withdraw-hint = Take the plan back and change it
desk-menu = Menu
desk-help = Help and keys (F1)
desk-cash = Cash
desk-spendable = { $amount } left to spend this month, credit included
desk-reputation = Reputation
desk-reputation-by = Reputation by industry

# Team names in the pictures.
sample-team-1 = Foresight
sample-team-2 = Same Boat
sample-team-3 = Morning Star
sample-team-4 = Hundred Rivers
desk-cancel = Cancel

# What a team has written, in the pictures.
sample-query = Quiet, and never asked
sample-reach = 021 5555 0112, 88 Zhangyang Road
sample-remark = Ms Han decides on laptops; never call on a Monday.
sample-talk = Fifty people to be hired by June. Wants screens that can show pictures.
sample-task = Before the 10th, please: their directors meet then.
sample-firm-1 = Riverside Bakery
sample-firm-2 = Riverside Bakery Ltd
sample-firm-reach = 0571 8888 6600
sample-message-1 = Who takes the new leads from the fair?
sample-message-2 = I take the two large ones, please qualify the rest.
sample-message-3 = Two tickets are open until next month. Please tell them before they ask.
sample-suggestion = We promise more than we deliver. Could quotes wait for service's word?
# What counts, and where the teams stand.
goal-title = What counts
goal-lead = You run { $team } for { $months } months. At the end you can have up to { $full } points:
goal-contribution = What is left of your sales after goods, wages and all other costs.
goal-equity = What the customers you have at the end will probably bring in the { $months } months after that.
goal-relations = How many buyers stay, how satisfied they are, and how close the important ones are to you.
goal-forecast = How close your revenue forecasts come to what you sell each month, and whether every open deal has a next task.
goal-compliance = Gifts must stay within the rules. A gift over the limit costs { $breach } of these points. If it is found out, you lose all of them, and your total is at most { $cap }. Only months in which you sell something, or try to, count.
goal-scale = In the first two parts, a firm that does nothing for its customers gets 0, and one that looks after them well gets { $reference } of the points.
goal-month = How a month goes
goal-plan = Plan
goal-plan-how = Choose who does what for which customer. Hours are scarce: you cannot serve everybody.
goal-submit = Submit
goal-submit-how = The month is played, and customers decide whom to buy from.
goal-read = Find out why
goal-read-how = Every change has a cause you can look up. Then plan the next month.
goal-go-on = On to our strategy
standing-title = Standings
standing-from = Points are shown from { $month } on. Until then, teams are ranked by profit.
standing-hidden = Your teacher will show the points at the end.
score-contribution-short = Profit
score-equity-short = Equity
score-relations-short = Relations
score-forecast-short = Forecast
score-compliance-short = Compliance
# What a part of the points is made of, and why it moved.
made-contribution = Profit so far: { $own }. A firm that does nothing has { $low } (no points), a well-run one { $high } ({ $reference } of the points).
made-equity = Your customers should still bring { $own }. For a firm that does nothing the figure is { $low } (no points), for a well-run one { $high } ({ $reference } of the points).
made-relations = Buyers kept: { $kept } · satisfaction about { $satisfied } of 100
made-relations-named = customers of the case in Formation or Stability: { $firm }
made-forecast = Average of all months: forecast accuracy { $accuracy } · open deals with a next task: { $tasks }. A month without a forecast counts as 0%, and so do the tasks of a month in which you sold nothing.
made-compliance = No gift over the limit so far.
made-compliance-idle = { $told } { $count ->
    [one] One month of { $months } does not count: no talk about an order, no demo, quote or bid in it.
   *[other] { $count } months of { $months } do not count: no talk about an order, no demo, quote or bid in them.
    }
made-compliance-breach = A gift went over the limit and cost part of these points. If it is found out, all of them are lost.
made-compliance-found = A gift over the limit was found out: none of these points are left, and the total is at most { $cap }, whatever the parts add up to.
made-stays = No change this month.
made-moved = This month { $by } points: { $why }
made-way-why = { $own } this month; on the way from an idle firm to a well-run one you are now at { $now } (before: { $before })
made-kept-why = buyers kept: { $before } → { $now }
made-satisfied-why = satisfaction: { $before } → { $now }
made-named-why = customers of the case in Formation or Stability: { $before } → { $now }
made-forecast-why = forecast accuracy { $accuracy }, { $tasks } of open deals with a next task
made-unfiled-why = no forecast was filed, { $tasks } of open deals with a next task
made-idle-why = a month without a talk about an order, demo, quote or bid earns nothing here; visits to keep in touch do not count
made-at-work-why = one more month with talks, demos, quotes or bids
made-compliance-why = a gift over the limit
made-compliance-found-why = a gift over the limit was found out
made-month = Points { $by }, mainly { $part } ({ $most }): { $why }
made-capped = a bribe was found, so the total is at most { $cap }
desk-team-hint = The team that is planning now
desk-reputation-hint = What people say about you: it helps or hurts with every new customer
desk-sheet = Actions
desk-sheet-open = Open the sheet (D)
desk-sheet-close = Close the sheet (Esc)
deal-renewal = Renewal: { $need }
