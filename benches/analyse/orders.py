"""A table of orders for benches/analyse/run: so many rows, some 45 customers to 100 of them, over two years.

The same rows for the same seed. Customers buy at rates of their own and may leave after any order (BG/NBD with the
parameters of CDNOW, somewhat faster), and spend about a mean of their own (Gamma-Gamma).
"""

import random
import sys
from datetime import date, timedelta

rows, seed = int(sys.argv[1]), int(sys.argv[2])
luck = random.Random(seed)
first, days = date(2010, 1, 1), 730
dates = [(first + timedelta(days=day)).isoformat() for day in range(days)]
orders, customer = [], 0
while len(orders) < rows:
    customer += 1
    rate = luck.gammavariate(0.27, 1 / 4.414) / 7
    leaving = luck.betavariate(0.793, 2.426)
    mean = luck.gammavariate(6.25, 15.44 / luck.gammavariate(3.74, 1))
    day = luck.random() * days
    while day < days:
        orders.append((day, customer, max(0.01, luck.gammavariate(6.25, mean / 6.25))))
        if luck.random() < leaving:
            break
        day += luck.expovariate(rate) if rate > 1e-12 else days
orders = orders[:rows]
orders.sort()
print("customer_id,date,amount")
for day, customer, amount in orders:
    print(f"C{customer * 7919 % 10000019:08d},{dates[int(day)]},{amount:.2f}")
