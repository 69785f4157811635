# The desk.
deal-plain = A need
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
