"""The figures of both files of benches/analyse/run, customer by customer: the greatest difference of each column."""

import sys

import pandas

ours, theirs = (pandas.read_csv(path, dtype={"customer_id": str}, encoding="utf-8-sig").set_index("customer_id") for path in sys.argv[1:3])
most = float(sys.argv[3])
assert len(ours) == len(theirs) and set(ours.index) == set(theirs.index), f"{len(ours)} customers, lifetimes {len(theirs)}"
theirs = theirs.rename(columns={"monetary_value": "monetary"}).loc[ours.index]
worst = 0.0
for column in ["frequency", "recency", "T", "monetary", "p_alive", "expected_39", "expected_amount", "clv_12"]:
    apart = ((ours[column] - theirs[column]).abs() / theirs[column].abs().clip(lower=1e-9)).max()
    print(f"{column:16} {apart:.1e}")
    worst = max(worst, apart)
if worst > most:
    sys.exit(f"figures differ by {worst:.1e}, more than {most:.0e}")
