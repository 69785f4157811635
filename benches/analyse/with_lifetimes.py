"""What `rapport analyse --csv` does, by the Python package `lifetimes`: the same columns from the same file, into a file.

Orders of one week are one purchase, months have 4.345 weeks, the priors are those of CDNOW, or fitted.
"""

import sys
import warnings

import pandas
from lifetimes import BetaGeoFitter, GammaGammaFitter
from lifetimes.utils import _customer_lifetime_value, summary_data_from_transaction_data

warnings.filterwarnings("ignore")
path, out, how = sys.argv[1:4]
orders = pandas.read_csv(path, dtype={"customer_id": str})
end = orders["date"].max()
table = summary_data_from_transaction_data(orders, "customer_id", "date", "amount", observation_period_end=end, freq="W")
buying, spending = BetaGeoFitter(0.0), GammaGammaFitter(0.0)
if how == "fit":
    paying = table[(table["frequency"] > 0) & (table["monetary_value"] > 0)]
    buying.fit(table["frequency"], table["recency"], table["T"])
    spending.fit(paying["frequency"], paying["monetary_value"])
else:
    buying.params_ = pandas.Series({"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426})
    buying.predict = buying.conditional_expected_number_of_purchases_up_to_time
    spending.params_ = pandas.Series({"p": 6.25, "q": 3.74, "v": 15.44})
print(dict(buying.params_) | dict(spending.params_), file=sys.stderr)
x, recency, age = table["frequency"], table["recency"], table["T"]
table["p_alive"] = buying.conditional_probability_alive(x, recency, age)
table["expected_39"] = buying.conditional_expected_number_of_purchases_up_to_time(39, x, recency, age)
table["expected_amount"] = spending.conditional_expected_average_profit(x, table["monetary_value"])
table["clv_12"] = _customer_lifetime_value(buying, x, recency, age, table["expected_amount"], time=12, discount_rate=0.01, freq="W")
table.to_csv(out)
