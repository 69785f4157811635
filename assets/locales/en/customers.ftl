# The customer table.
customers-search = Search
customers-all-phases = All phases
customers-all-kinds = All kinds
customers-with-deal = open deal
customers-with-ticket = open ticket
customers-no-task = no task
customers-dormant = dormant
customers-dormant-hint = No order and no contact for four months
customers-empty = No customer is like that.
customers-name = Customer
customers-phase = Phase
customers-value = Yearly
customers-satisfaction = Satisfied
customers-trust = Trust
customers-orders = Orders
customers-silence = Silent
