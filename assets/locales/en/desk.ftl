# The desk.
deal-plain = Unnamed need
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
sample-task = Before the 10th, please: their board meets then.
sample-firm-1 = Riverside Bakery
sample-firm-2 = Riverside Bakery Ltd
sample-firm-reach = 0571 8888 6600
sample-message-1 = Who takes the new leads from the fair?
sample-message-2 = I take the two large ones, please qualify the rest.
sample-message-3 = Two tickets are open until next month. Please tell them before they ask.
sample-suggestion = We promise more than we deliver. Could quotes wait for service's word?
