# Goods and money: stock, purchases, dates, days to pay, and the pages of the finance tab.

card-purchase = Buy for the stock
card-purchase-why = Goods that are there when a customer wants them; paid for at once
plan-purchase = Buy { $goods }
estimate-arrives = in stock by { $month }

purchase-product = Which product?
purchase-quantity = Pieces
purchase-unit = { $cost } a piece
purchase-usual = Usual delivery
purchase-express = Express
purchase-comes = In time for deliveries in { $month }.
purchase-comes-express = In time for deliveries in { $month }; costs { $more } more.
purchase-holding = Storage costs { $share } of the purchase cost each month.

payment-delivery = on delivery
payment-30 = 30 days
payment-60 = 60 days

quote-delivery = Delivery in
quote-usual = Usual
quote-express = Express
quote-delivery-early = Earlier than the goods can be there: it counts with the customer, but a late delivery lowers its quality by { $points } points.
quote-delivery-later = Later than necessary: easy to keep, but a little less attractive.
quote-delivery-kept = A date that can be kept.
quote-delivery-stock = From stock: the goods must be there when the customer decides.
quote-payment = The customer pays
quote-part-delivery = Delivery date
quote-part-payment = Payment terms
quote-measured = At the { $tier }

deals-delivery = Promised for
deals-payment = Pays
deals-reserve = Reserve goods for this deal
deals-unreserve = Release the goods
deals-reserved = Goods reserved: number { $place } in line
deals-reserve-hint = Reserved goods go to this deal and to nobody else. Otherwise the earliest promised date comes first, then the larger order.

order-leaves = ships in { $month }
order-waits = no goods yet, promised for { $month }
order-late = late, promised for { $month }
order-delivered = delivered in { $month }
order-delivered-late = delivered late, in { $month }

bid-delivery = the delivery date
cause-delivered-late = Delivered late
missing-stock = we keep no stock
agenda-lacking = short of { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    } already sold or quoted


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
finance-others = Others
finance-profit-curve = Profit and the change of cash so far
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
flow-apart = Difference from profit

marketing-cost = Cost of acquisition
marketing-new = From new buyers

goods-stock = Stock
goods-worth = Valued at cost
goods-to-order = No stock is kept: goods are built to order. A date earlier than they can be there is a promise broken.
goods-at-hand = No stock is kept: all goods are at hand.
goods-purchases = On order
goods-purchases-none = Nothing is on order.
goods-arrives = in stock by { $month }
goods-owed = Receivables
goods-owed-none = No customer owes us anything.
goods-due = due in { $month }
goods-due-later = due after delivery
goods-orders = Orders to deliver
goods-orders-none = Everything is delivered.
stock-hand = { $count } on hand
stock-coming = { $count } coming
stock-waiting = { $count } sold
stock-reserved = { $count } reserved
