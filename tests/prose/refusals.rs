//! Why something is refused, with what it takes to be allowed.

use super::*;

#[test]
fn a_number_beyond_its_limits_is_told_with_them() {
    let view = view(0, 1);
    let told = |lang, amount| Prose::new(&view, lang).refusal(Reject::BadAmount(amount));
    for (amount, english, chinese) in [
        (Amount::Discount, "The discount must be between 0% and 50%.", "折扣须在 0% 至 50% 之间。"),
        (Amount::Promise, "The promise must be between −10 and 25 points.", "交付承诺须在 −10 至 25 分之间。"),
        (Amount::Quantity, "The quantity must be between 1 and 100,000.", "数量须在 1 至 100,000 件之间。"),
        (Amount::Budget, "The budget must be between ¥1,000 and ¥100,000.", "预算须在 ¥1,000 至 ¥100,000 之间。"),
        (Amount::Gift, "A gift must be worth something, but no more than ¥20,000.", "礼品金额须大于零，且不超过 ¥20,000。"),
        (Amount::Concession, "The concession must be between 0% and 20% of the last order.", "让利须在上一笔订单的 0% 至 20% 之间。"),
        (
            Amount::Price(ProductId(0)),
            "Vostro 260 desktop: the price of a piece must be between ¥0 and ¥23,996.",
            "Vostro 260 台式机的单价须在 ¥0 至 ¥23,996 之间。",
        ),
    ] {
        assert_eq!([told(Lang::En, amount), told(Lang::Zh, amount)], [english, chinese]);
    }
}
