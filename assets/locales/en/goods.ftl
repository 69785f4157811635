# Goods and money: stock, purchases, dates, days to pay, and the pages of the finance tab.

card-purchase = Buy for the stock
card-purchase-why = Goods that are there when a customer wants them; paid at once
plan-purchase = Buy { $goods }
tends-arrives = in stock by { $month }

purchase-product = Which product?
purchase-quantity = Pieces
purchase-unit = { $cost } a piece
purchase-usual = Usual delivery
purchase-express = Express
purchase-comes = In stock for the deliveries of { $month }.
purchase-comes-express = In stock for the deliveries of { $month }, at { $more } more.
purchase-holding = Keeping goods costs { $share } of what they cost each month.
stock-pieces = on hand { $hand } · coming { $coming } · sold { $waiting } · kept { $reserved }

payment-delivery = on delivery
payment-30 = 30 days
payment-60 = 60 days

quote-delivery = Delivery in
quote-usual = Usual
quote-express = Express
quote-delivery-early = Earlier than the goods can be there: it weighs with the customer, but a late delivery is { $points } points worse.
quote-delivery-later = Later than need be: easy to keep, and a little less attractive.
quote-delivery-kept = A date that can be kept.
quote-delivery-stock = From the stock: have the goods when the customer decides.
quote-payment = The customer pays
quote-part-delivery = Delivery date
quote-part-payment = Time to pay
quote-measured = { $tier } of these goods

deals-delivery = Promised for
deals-payment = Pays
deals-reserve = Keep goods for this deal
deals-unreserve = Let the goods go
deals-reserved = Goods are kept, claim number { $place }
deals-reserve-hint = Kept goods go to this deal first, and to nobody else. Without a word from you the earliest date comes first, then the larger order.

order-leaves = leaves in { $month }
order-waits = no goods yet, promised for { $month }
order-late = late, promised for { $month }
order-delivered = delivered in { $month }
order-delivered-late = delivered late, in { $month }

bid-delivery = the delivery date
cause-delivered-late = Delivered late
missing-stock = we keep no stock
agenda-lacking = { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    } sold or quoted that we do not have

told-order-waits = { $customer } waits: no goods for { $need }
told-sale-lost = { $customer } chose us and went away: no goods for { $need }
told-delivered-late = { $customer } got its goods { $months ->
        [one] a month
       *[other] { $months } months
    } late
told-arrived = Came in: { $goods }

entry-credit = Sales on credit
entry-payment = Paid by customers
entry-purchase = Bought for the stock
entry-from-stock = Taken from the stock
entry-holding = Keeping stock
entry-express = Express

finance-page-account = Profit and loss
finance-page-flow = Cash flow
finance-page-marketing = Marketing
finance-page-goods = Goods
finance-page-people = People
finance-others = Others
finance-profit-curve = Contribution and the change of cash so far
finance-cash-change = Change of cash

flow-opening = Cash before
flow-customers = From customers
flow-suppliers = To suppliers
flow-wages = Wages
flow-marketing = Marketing, selling
flow-service = Care and service
flow-others = Others
flow-change = Change of cash
flow-closing = Cash after
flow-apart = Beside the profit

marketing-cost = Cost of winning
marketing-new = From new customers

goods-stock = Stock
goods-worth = Worth at cost
goods-to-order = Nothing is kept in stock: goods are built when they are ordered. A date earlier than they can be there is a broken one.
goods-at-hand = Nothing is kept in stock: whatever is ordered is at hand.
goods-purchases = Bought and on the way
goods-purchases-none = Nothing is on the way.
goods-arrives = in stock by { $month }
goods-owed = Owed by customers
goods-owed-none = Nobody owes us anything.
goods-due = due in { $month }
goods-due-later = counted from the delivery
goods-orders = Orders on the way
goods-orders-none = Every order is delivered.

people-count = People
people-wage = Wage each
people-wages = Wages a month
people-skill = skill { $points }
people-hours = { $planned } of { $hours } planned
people-reduced = { $months ->
        [one] Still learning the job this month: fewer hours
       *[other] Still learning the job for { $months } months: fewer hours
    }
