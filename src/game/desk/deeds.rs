//! Cards in words: what an action is called, whom it is for, what it tends to do.

use super::cx::{Cx, shorten};
use super::market;
use super::names;
use crate::game::icons;
use crate::sim::cards;
use crate::sim::cards::Tendency;
use crate::sim::cards::{Action, Card};
use crate::sim::scenario::Investment;
use crate::sim::units::{CustomerId, Minutes};
use crate::words::{self, Lang, signed};

/// The icon of an action.
#[must_use]
pub const fn icon(action: &Action) -> char {
    match action {
        Action::Exhibition(cards::Exhibition) => icons::STOREFRONT,
        Action::Summit(cards::Summit) => icons::USERS_THREE,
        Action::Prospect(_) => icons::MAGNIFYING_GLASS,
        Action::Research(_) => icons::GLOBE,
        Action::Qualify(_) => icons::CROSSHAIR,
        Action::AskReferral(_) => icons::MEGAPHONE,
        Action::Call(_) => icons::PHONE,
        Action::Pursue(_) => icons::PATH,
        Action::PursueMany(_) => icons::STACK,
        Action::Reception(_) => icons::USER_PLUS,
        Action::BuyCrm(cards::BuyCrm) => icons::TREE_STRUCTURE,
        Action::BuildCrm(_) => icons::FACTORY,
        Action::Demo(_) => icons::CHALKBOARD_TEACHER,
        Action::FreeCheck(_) => icons::WRENCH,
        Action::Quote(_) => icons::RECEIPT,
        Action::Gift(_) => icons::GIFT,
        Action::Handover(_) => icons::HANDSHAKE,
        Action::WinBack(_) => icons::ARROW_U_UP_LEFT,
        Action::Forecast(cards::Forecast) => icons::CHART_LINE,
        Action::Purchase(_) => icons::PACKAGE,
        Action::Care(_) => icons::HEART,
        Action::Queue(_) => icons::HEADSET,
        Action::Check(_) => icons::SHIELD_CHECK,
        Action::Article(_) => icons::BOOK_OPEN,
        Action::Compensate(_) => icons::SCALES,
        Action::Survey(_) => icons::SMILEY,
        Action::Campaign(_) => icons::MEGAPHONE,
        Action::Bid(_) => icons::SCALES,
        Action::Rebate(_) => icons::COINS,
        Action::Invest(cards::Invest(Investment::CallCentre)) => icons::PHONE,
        Action::Invest(cards::Invest(Investment::WebPlatform)) => icons::GLOBE,
        Action::Close(_) => icons::X_CIRCLE,
        Action::Nurture(_) => icons::CHATS_CIRCLE,
        Action::Design(_) => icons::PENCIL_SIMPLE,
        Action::Hire(_) => icons::USER_PLUS,
        Action::Train(_) => icons::GRADUATION_CAP,
        Action::GiveToPool(_) => icons::EXPORT,
        Action::TakeFromPool(_) => icons::HAND_POINTING,
    }
}

/// The customers a card is for.
#[must_use]
pub fn customers(action: &Action) -> Vec<CustomerId> {
    action.customers()
}

/// What an action is called, without whom it is for.
#[must_use]
pub fn name(cx: &Cx, action: &Action) -> String {
    cx.say(match action {
        Action::Exhibition(cards::Exhibition) => "card-exhibition",
        Action::Summit(cards::Summit) => "card-summit",
        Action::Prospect(_) => "card-prospect",
        Action::Research(_) => "card-research",
        Action::Qualify(_) => "card-qualify",
        Action::AskReferral(_) => "card-referral",
        Action::Call(_) => "card-call",
        Action::Pursue(_) => "card-pursue",
        Action::PursueMany(_) => "card-pursue-many",
        Action::Reception(_) => "card-reception",
        Action::BuyCrm(cards::BuyCrm) => "card-buy-crm",
        Action::BuildCrm(_) => "card-build-crm",
        Action::Demo(_) => "card-demo",
        Action::FreeCheck(_) => "card-free-check",
        Action::Quote(_) => "card-quote",
        Action::Gift(_) => "card-gift",
        Action::Handover(_) => "card-handover",
        Action::WinBack(_) => "card-win-back",
        Action::Forecast(cards::Forecast) => "card-forecast",
        Action::Purchase(_) => "card-purchase",
        Action::Care(_) => "card-care",
        Action::Queue(_) => "card-queue",
        Action::Check(_) => "card-check",
        Action::Article(_) => "card-article",
        Action::Compensate(_) => "card-compensate",
        Action::Survey(_) => "card-survey",
        Action::Campaign(_) => "card-campaign",
        Action::Bid(_) => "card-bid",
        Action::Rebate(_) => "card-rebate",
        Action::Invest(cards::Invest(Investment::CallCentre)) => "card-call-centre",
        Action::Invest(cards::Invest(Investment::WebPlatform)) => "card-web-platform",
        Action::Close(cards::Close(Investment::CallCentre)) => "card-close-call-centre",
        Action::Close(cards::Close(Investment::WebPlatform)) => "card-close-web-platform",
        Action::Nurture(_) => "card-nurture",
        Action::Design(_) => "card-design",
        Action::Hire(_) => "card-hire",
        Action::Train(_) => "card-train",
        Action::GiveToPool(_) => "card-give",
        Action::TakeFromPool(_) => "card-take",
    })
}

/// What an action is for, in one sentence.
#[must_use]
pub fn purpose(cx: &Cx, action: &Action) -> String {
    cx.say(match action {
        Action::Exhibition(cards::Exhibition) => "card-exhibition-why",
        Action::Summit(cards::Summit) => "card-summit-why",
        Action::Prospect(_) => "card-prospect-why",
        Action::Research(_) => "card-research-why",
        Action::Qualify(_) => "card-qualify-why",
        Action::AskReferral(_) => "card-referral-why",
        Action::Call(_) => "card-call-why",
        Action::Pursue(_) => "card-pursue-why",
        Action::PursueMany(_) => "card-pursue-many-why",
        Action::Reception(_) => "card-reception-why",
        Action::BuyCrm(cards::BuyCrm) => "card-buy-crm-why",
        Action::BuildCrm(_) => "card-build-crm-why",
        Action::Demo(_) => "card-demo-why",
        Action::FreeCheck(_) => "card-free-check-why",
        Action::Quote(_) => "card-quote-why",
        Action::Gift(_) => "card-gift-why",
        Action::Handover(_) => "card-handover-why",
        Action::WinBack(_) => "card-win-back-why",
        Action::Forecast(cards::Forecast) => "card-forecast-why",
        Action::Purchase(_) => "card-purchase-why",
        Action::Care(_) => "card-care-why",
        Action::Queue(_) => "card-queue-why",
        Action::Check(_) => "card-check-why",
        Action::Article(_) => "card-article-why",
        Action::Compensate(_) => "card-compensate-why",
        Action::Survey(_) => "card-survey-why",
        Action::Campaign(_) => "card-campaign-why",
        Action::Bid(_) => "card-bid-why",
        Action::Rebate(_) => "card-rebate-why",
        Action::Invest(cards::Invest(Investment::CallCentre)) => "card-call-centre-why",
        Action::Invest(cards::Invest(Investment::WebPlatform)) => "card-web-platform-why",
        Action::Close(cards::Close(Investment::CallCentre)) => "card-close-call-centre-why",
        Action::Close(cards::Close(Investment::WebPlatform)) => "card-close-web-platform-why",
        Action::Nurture(_) => "card-nurture-why",
        Action::Design(_) => "card-design-why",
        Action::Hire(_) => "card-hire-why",
        Action::Train(_) => "card-train-why",
        Action::GiveToPool(_) => "card-give-why",
        Action::TakeFromPool(_) => "card-take-why",
    })
}

/// The second line of a card on a customer's sheet: with whom, how, about what.
#[must_use]
pub fn detail(cx: &Cx, action: &Action) -> String {
    match action {
        Action::Call(cards::Call { customer, contact, intent, .. }) => {
            let args = [("contact", cx.contact(*customer, *contact).into()), ("intent", cx.say(names::intent(*intent)).into())];
            cx.say_with("card-call-detail", &args)
        }
        Action::Pursue(cards::Pursue { deal, .. })
        | Action::Demo(cards::Demo { deal })
        | Action::Quote(cards::Quote { deal, .. })
        | Action::Design(cards::Design { deal }) => cx.deal(*deal),
        Action::PursueMany(cards::PursueMany { deals, .. }) => cx.say_with("card-pursue-many-detail", &[("count", deals.len().into())]),
        Action::Queue(cards::Queue { policy, .. }) => cx.say(names::policy(*policy)),
        Action::Article(cards::Article { class }) => cx.say_with("card-article-detail", &[("class", cx.say(names::severity(*class)).into())]),
        Action::Purchase(cards::Purchase { product, quantity, .. }) => cx.pieces(*product, *quantity),
        Action::Hire(cards::Hire { role }) => cx.role(*role),
        Action::Train(cards::Train { role, person }) => person_of(cx, *role, *person),
        Action::Gift(cards::Gift { customer, contact, amount }) => {
            let args = [("contact", cx.contact(*customer, *contact).into()), ("amount", cx.money(*amount).into())];
            cx.say_with("card-gift-detail", &args)
        }
        Action::Campaign(cards::Campaign { medium, segment, .. }) => format!("{} · {}", market::medium(cx, *medium), market::industry(cx, *segment)),
        Action::Bid(cards::Bid { tender, .. }) => market::tender_of(cx, *tender),
        Action::Rebate(cards::Rebate { amount, .. }) => cx.money(*amount),
        // on one line beside what it tends to do; what it is for in full is told in the editor
        Action::Research(_) => cx.say("card-research-detail"),
        Action::Nurture(_) => cx.say("card-nurture-detail"),
        Action::Reception(_) => cx.say("card-reception-detail"),
        Action::BuyCrm(cards::BuyCrm) => cx.say("card-buy-crm-detail"),
        Action::BuildCrm(_) => cx.say("card-build-crm-detail"),
        Action::TakeFromPool(_) => cx.say("card-take-detail"),
        Action::Invest(cards::Invest(Investment::CallCentre)) => cx.say("card-call-centre-detail"),
        Action::Invest(cards::Invest(Investment::WebPlatform)) => cx.say("card-web-platform-detail"),
        _ => purpose(cx, action),
    }
}

/// A card in the plan: one short line saying what and for whom.
#[must_use]
pub fn planned(cx: &Cx, card: &Card) -> String {
    let action = &card.action;
    let who = customers(action);
    let verb = name(cx, action);
    match (action, who.as_slice()) {
        (Action::Call(cards::Call { customer, contact, .. }), _) => {
            let args = [("contact", cx.contact(*customer, *contact).into()), ("customer", short_customer(cx, *customer).into())];
            cx.say_with("plan-call", &args)
        }
        (Action::Queue(cards::Queue { policy, .. }), _) => cx.say_with("plan-queue", &[("policy", cx.say(names::policy(*policy)).into())]),
        (Action::Purchase(cards::Purchase { product, quantity, .. }), _) => cx.say_with("plan-purchase", &[("goods", cx.pieces(*product, *quantity).into())]),
        (Action::Article(cards::Article { class }), _) => cx.say_with("plan-article", &[("class", cx.say(names::severity(*class)).into())]),
        (Action::Pursue(cards::Pursue { deal, .. }), _) => {
            cx.say_with("plan-one", &[("verb", cx.say("plan-pursue").into()), ("customer", short_customer(cx, deal.customer).into())])
        }
        (Action::PursueMany(cards::PursueMany { deals, .. }), _) => cx.say_with("plan-pursue-many", &[("count", deals.len().into())]),
        (Action::Hire(cards::Hire { role }), _) => cx.say_with("plan-one", &[("verb", verb.into()), ("customer", cx.role(*role).into())]),
        (Action::Train(cards::Train { role, person }), _) => {
            cx.say_with("plan-one", &[("verb", verb.into()), ("customer", person_of(cx, *role, *person).into())])
        }
        (Action::Handover(cards::Handover { customers }), _) => {
            cx.say_with("plan-many", &[("verb", cx.say("plan-handover").into()), ("count", customers.len().into())])
        }
        (Action::Campaign(cards::Campaign { medium, .. }), _) => {
            cx.say_with("plan-one", &[("verb", verb.into()), ("customer", market::medium(cx, *medium).into())])
        }
        (Action::Bid(cards::Bid { tender, .. }), _) => {
            let buyer = cx.view.tender(*tender).map(|t| shorten(&cx.text(&t.buyer), 12)).unwrap_or_default();
            cx.say_with("plan-one", &[("verb", verb.into()), ("customer", buyer.into())])
        }
        (_, []) => verb,
        (_, [one]) => cx.say_with("plan-one", &[("verb", verb.into()), ("customer", short_customer(cx, *one).into())]),
        (_, many) => cx.say_with("plan-many", &[("verb", verb.into()), ("count", many.len().into())]),
    }
}

/// The name of somebody on the staff, or the role where nobody knows it.
#[must_use]
pub fn person_of(cx: &Cx, role: crate::sim::units::Role, person: u8) -> String {
    let name = cx.view.staff(role).posts.get(usize::from(person)).map(|post| cx.text(&post.name)).unwrap_or_default();
    if name.is_empty() { cx.say_with("staff-newcomer", &[("role", cx.role(role).into())]) } else { name }
}

fn short_customer(cx: &Cx, id: CustomerId) -> String {
    // Long names break over two lines in the tray; the first word or four signs say who it is.
    let name = cx.customer(id);
    match cx.lang {
        Lang::En => {
            let words: Vec<&str> = name.split_whitespace().collect();
            if words.len() > 2 { words[..2].join(" ") } else { name }
        }
        Lang::Zh => shorten(&name, 8),
    }
}

/// What a card tends to do, in a few words.
#[must_use]
pub fn tends(cx: &Cx, tendency: &Tendency) -> String {
    let share = |value: f64| cx.percent(value);
    let number = |value: f64| words::decimal(value, 1);
    match *tendency {
        Tendency::Advance(p) => cx.say_with("tends-advance", &[("chance", share(p).into())]),
        Tendency::Finds(n) => cx.say_with("tends-finds", &[("number", number(n).into())]),
        Tendency::FindsNeed(p) => cx.say_with("tends-need", &[("chance", share(p).into())]),
        Tendency::Fit(points) => cx.say_with("tends-fit", &[("points", signed(points, 1).into())]),
        Tendency::Records(points) => cx.say_with("tends-records", &[("points", signed(points, 0).into())]),
        Tendency::Mends { negative, trust } => {
            if negative >= 0.05 {
                cx.say_with("tends-mends", &[("negative", number(negative).into()), ("trust", signed(trust, 1).into())])
            } else {
                cx.say_with("tends-trust", &[("points", signed(trust, 1).into())])
            }
        }
        Tendency::Wins(p) => cx.say_with("tends-wins", &[("chance", share(p).into())]),
        Tendency::Solves { tickets, of } => cx.say_with("tends-solves", &[("tickets", tickets.into()), ("of", of.into())]),
        Tendency::Saves(saved) => cx.say_with("tends-saves", &[("share", share(saved).into())]),
        Tendency::Satisfies(points) => cx.say_with("tends-satisfies", &[("points", signed(points, 0).into())]),
        Tendency::Trust(points) => cx.say_with("tends-trust", &[("points", signed(points, 1).into())]),
        Tendency::Breach => cx.say("tends-breach"),
        Tendency::WinsBack(p) => cx.say_with("tends-wins-back", &[("chance", share(p).into())]),
        Tendency::Shows => cx.say("tends-shows"),
        Tendency::Referral(p) => cx.say_with("tends-referral", &[("chance", share(p).into())]),
        Tendency::Receives { names, of } => cx.say_with("tends-receives", &[("number", number(names).into()), ("of", of.into())]),
        Tendency::WinsMany(n) => cx.say_with("tends-wins-many", &[("number", number(n).into())]),
        Tendency::Integrates(p) => cx.say_with("tends-integrates", &[("chance", share(p).into())]),
        Tendency::SelfServes(part) => cx.say_with("tends-self-serves", &[("share", share(part).into())]),
        Tendency::Spares(amount) => cx.say_with("tends-spares", &[("amount", cx.money_short(amount).into())]),
        Tendency::Arrives(round) => cx.say_with("tends-arrives", &[("month", cx.month_name(round).into())]),
        Tendency::Hours(time) => cx.say_with("tends-hours", &[("hours", cx.hours(time).into())]),
        Tendency::Skill(points) => cx.say_with("tends-skill", &[("points", signed(points, 0).into())]),
        Tendency::Opens => cx.say("tends-opens"),
        Tendency::Frees => cx.say("tends-frees"),
        Tendency::Files(amount) => cx.say_with("tends-files", &[("amount", cx.money_short(amount).into())]),
    }
}

/// The hours a card's player sets, if it has such.
#[must_use]
pub const fn time(action: &Action) -> Option<Minutes> {
    match action {
        Action::Prospect(cards::Prospect { time })
        | Action::Call(cards::Call { time, .. })
        | Action::Pursue(cards::Pursue { time, .. })
        | Action::Queue(cards::Queue { time, .. })
        | Action::Reception(cards::Reception { time })
        | Action::BuildCrm(cards::BuildCrm { time }) => Some(*time),
        _ => None,
    }
}

/// Sets the hours of a card that has such.
pub fn set_time(action: &mut Action, wanted: Minutes) {
    match action {
        Action::Prospect(cards::Prospect { time })
        | Action::Call(cards::Call { time, .. })
        | Action::Pursue(cards::Pursue { time, .. })
        | Action::Queue(cards::Queue { time, .. })
        | Action::Reception(cards::Reception { time })
        | Action::BuildCrm(cards::BuildCrm { time }) => *time = wanted,
        _ => {}
    }
}

/// Whether there is anything to set before the card is played.
#[must_use]
pub const fn can_be_set(action: &Action) -> bool {
    !matches!(
        action,
        Action::Exhibition(cards::Exhibition)
            | Action::Summit(cards::Summit)
            | Action::Forecast(cards::Forecast)
            | Action::Article(_)
            | Action::Invest(_)
            | Action::Close(_)
            | Action::BuyCrm(cards::BuyCrm)
            | Action::Hire(_)
            | Action::Train(_)
    )
}
