//! Cards in words: what an action is called, whom it is for, what it tends to do.

use super::cx::{Cx, shorten};
use super::market;
use super::names;
use crate::game::icons;
use crate::sim::cards::command::{Action, Card};
use crate::sim::scenario::Investment;
use crate::sim::units::{CustomerId, Minutes};
use crate::sim::view::Tendency;
use crate::words::{self, Lang, signed};

/// The icon of an action.
#[must_use]
pub const fn icon(action: &Action) -> char {
    match action {
        Action::Exhibition => icons::STOREFRONT,
        Action::Summit => icons::USERS_THREE,
        Action::Prospect { .. } => icons::MAGNIFYING_GLASS,
        Action::Research { .. } => icons::GLOBE,
        Action::Qualify { .. } => icons::CROSSHAIR,
        Action::AskReferral { .. } => icons::MEGAPHONE,
        Action::Call { .. } => icons::PHONE,
        Action::Pursue { .. } => icons::PATH,
        Action::PursueMany { .. } => icons::STACK,
        Action::Reception { .. } => icons::USER_PLUS,
        Action::BuyCrm => icons::TREE_STRUCTURE,
        Action::BuildCrm { .. } => icons::FACTORY,
        Action::Demo { .. } => icons::CHALKBOARD_TEACHER,
        Action::FreeCheck { .. } => icons::WRENCH,
        Action::Quote { .. } => icons::RECEIPT,
        Action::Gift { .. } => icons::GIFT,
        Action::Handover { .. } => icons::HANDSHAKE,
        Action::WinBack { .. } => icons::ARROW_U_UP_LEFT,
        Action::Forecast => icons::CHART_LINE,
        Action::Purchase { .. } => icons::PACKAGE,
        Action::Care { .. } => icons::HEART,
        Action::Queue { .. } => icons::HEADSET,
        Action::Check { .. } => icons::SHIELD_CHECK,
        Action::Article { .. } => icons::BOOK_OPEN,
        Action::Compensate { .. } => icons::SCALES,
        Action::Survey { .. } => icons::SMILEY,
        Action::Campaign { .. } => icons::MEGAPHONE,
        Action::Bid { .. } => icons::SCALES,
        Action::Rebate { .. } => icons::COINS,
        Action::Invest(Investment::CallCentre) => icons::PHONE,
        Action::Invest(Investment::WebPlatform) => icons::GLOBE,
        Action::Close(_) => icons::X_CIRCLE,
        Action::Nurture { .. } => icons::CHATS_CIRCLE,
        Action::Design { .. } => icons::PENCIL_SIMPLE,
        Action::Hire { .. } => icons::USER_PLUS,
        Action::Train { .. } => icons::GRADUATION_CAP,
        Action::GiveToPool { .. } => icons::EXPORT,
        Action::TakeFromPool { .. } => icons::HAND_POINTING,
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
        Action::Exhibition => "card-exhibition",
        Action::Summit => "card-summit",
        Action::Prospect { .. } => "card-prospect",
        Action::Research { .. } => "card-research",
        Action::Qualify { .. } => "card-qualify",
        Action::AskReferral { .. } => "card-referral",
        Action::Call { .. } => "card-call",
        Action::Pursue { .. } => "card-pursue",
        Action::PursueMany { .. } => "card-pursue-many",
        Action::Reception { .. } => "card-reception",
        Action::BuyCrm => "card-buy-crm",
        Action::BuildCrm { .. } => "card-build-crm",
        Action::Demo { .. } => "card-demo",
        Action::FreeCheck { .. } => "card-free-check",
        Action::Quote { .. } => "card-quote",
        Action::Gift { .. } => "card-gift",
        Action::Handover { .. } => "card-handover",
        Action::WinBack { .. } => "card-win-back",
        Action::Forecast => "card-forecast",
        Action::Purchase { .. } => "card-purchase",
        Action::Care { .. } => "card-care",
        Action::Queue { .. } => "card-queue",
        Action::Check { .. } => "card-check",
        Action::Article { .. } => "card-article",
        Action::Compensate { .. } => "card-compensate",
        Action::Survey { .. } => "card-survey",
        Action::Campaign { .. } => "card-campaign",
        Action::Bid { .. } => "card-bid",
        Action::Rebate { .. } => "card-rebate",
        Action::Invest(Investment::CallCentre) => "card-call-centre",
        Action::Invest(Investment::WebPlatform) => "card-web-platform",
        Action::Close(Investment::CallCentre) => "card-close-call-centre",
        Action::Close(Investment::WebPlatform) => "card-close-web-platform",
        Action::Nurture { .. } => "card-nurture",
        Action::Design { .. } => "card-design",
        Action::Hire { .. } => "card-hire",
        Action::Train { .. } => "card-train",
        Action::GiveToPool { .. } => "card-give",
        Action::TakeFromPool { .. } => "card-take",
    })
}

/// What an action is for, in one sentence.
#[must_use]
pub fn purpose(cx: &Cx, action: &Action) -> String {
    cx.say(match action {
        Action::Exhibition => "card-exhibition-why",
        Action::Summit => "card-summit-why",
        Action::Prospect { .. } => "card-prospect-why",
        Action::Research { .. } => "card-research-why",
        Action::Qualify { .. } => "card-qualify-why",
        Action::AskReferral { .. } => "card-referral-why",
        Action::Call { .. } => "card-call-why",
        Action::Pursue { .. } => "card-pursue-why",
        Action::PursueMany { .. } => "card-pursue-many-why",
        Action::Reception { .. } => "card-reception-why",
        Action::BuyCrm => "card-buy-crm-why",
        Action::BuildCrm { .. } => "card-build-crm-why",
        Action::Demo { .. } => "card-demo-why",
        Action::FreeCheck { .. } => "card-free-check-why",
        Action::Quote { .. } => "card-quote-why",
        Action::Gift { .. } => "card-gift-why",
        Action::Handover { .. } => "card-handover-why",
        Action::WinBack { .. } => "card-win-back-why",
        Action::Forecast => "card-forecast-why",
        Action::Purchase { .. } => "card-purchase-why",
        Action::Care { .. } => "card-care-why",
        Action::Queue { .. } => "card-queue-why",
        Action::Check { .. } => "card-check-why",
        Action::Article { .. } => "card-article-why",
        Action::Compensate { .. } => "card-compensate-why",
        Action::Survey { .. } => "card-survey-why",
        Action::Campaign { .. } => "card-campaign-why",
        Action::Bid { .. } => "card-bid-why",
        Action::Rebate { .. } => "card-rebate-why",
        Action::Invest(Investment::CallCentre) => "card-call-centre-why",
        Action::Invest(Investment::WebPlatform) => "card-web-platform-why",
        Action::Close(Investment::CallCentre) => "card-close-call-centre-why",
        Action::Close(Investment::WebPlatform) => "card-close-web-platform-why",
        Action::Nurture { .. } => "card-nurture-why",
        Action::Design { .. } => "card-design-why",
        Action::Hire { .. } => "card-hire-why",
        Action::Train { .. } => "card-train-why",
        Action::GiveToPool { .. } => "card-give-why",
        Action::TakeFromPool { .. } => "card-take-why",
    })
}

/// The second line of a card on a customer's sheet: with whom, how, about what.
#[must_use]
pub fn detail(cx: &Cx, action: &Action) -> String {
    match action {
        Action::Call { customer, contact, intent, .. } => {
            let args = [("contact", cx.contact(*customer, *contact).into()), ("intent", cx.say(names::intent(*intent)).into())];
            cx.say_with("card-call-detail", &args)
        }
        Action::Pursue { deal, .. } | Action::Demo { deal } | Action::Quote { deal, .. } | Action::Design { deal } => cx.deal(*deal),
        Action::PursueMany { deals, .. } => cx.say_with("card-pursue-many-detail", &[("count", deals.len().into())]),
        Action::Queue { policy, .. } => cx.say(names::policy(*policy)),
        Action::Article { class } => cx.say_with("card-article-detail", &[("class", cx.say(names::severity(*class)).into())]),
        Action::Purchase { product, quantity, .. } => cx.pieces(*product, *quantity),
        Action::Hire { role } => cx.role(*role),
        Action::Train { role, person } => person_of(cx, *role, *person),
        Action::Gift { customer, contact, amount } => {
            let args = [("contact", cx.contact(*customer, *contact).into()), ("amount", cx.money(*amount).into())];
            cx.say_with("card-gift-detail", &args)
        }
        Action::Campaign { medium, segment, .. } => format!("{} · {}", market::medium(cx, *medium), market::industry(cx, *segment)),
        Action::Bid { tender, .. } => market::tender_of(cx, *tender),
        Action::Rebate { amount, .. } => cx.money(*amount),
        // on one line beside what it tends to do; what it is for in full is told in the editor
        Action::Research { .. } => cx.say("card-research-detail"),
        Action::Nurture { .. } => cx.say("card-nurture-detail"),
        Action::Reception { .. } => cx.say("card-reception-detail"),
        Action::BuyCrm => cx.say("card-buy-crm-detail"),
        Action::BuildCrm { .. } => cx.say("card-build-crm-detail"),
        Action::TakeFromPool { .. } => cx.say("card-take-detail"),
        Action::Invest(Investment::CallCentre) => cx.say("card-call-centre-detail"),
        Action::Invest(Investment::WebPlatform) => cx.say("card-web-platform-detail"),
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
        (Action::Call { customer, contact, .. }, _) => {
            let args = [("contact", cx.contact(*customer, *contact).into()), ("customer", short_customer(cx, *customer).into())];
            cx.say_with("plan-call", &args)
        }
        (Action::Queue { policy, .. }, _) => cx.say_with("plan-queue", &[("policy", cx.say(names::policy(*policy)).into())]),
        (Action::Purchase { product, quantity, .. }, _) => cx.say_with("plan-purchase", &[("goods", cx.pieces(*product, *quantity).into())]),
        (Action::Article { class }, _) => cx.say_with("plan-article", &[("class", cx.say(names::severity(*class)).into())]),
        (Action::Pursue { deal, .. }, _) => {
            cx.say_with("plan-one", &[("verb", cx.say("plan-pursue").into()), ("customer", short_customer(cx, deal.customer).into())])
        }
        (Action::PursueMany { deals, .. }, _) => cx.say_with("plan-pursue-many", &[("count", deals.len().into())]),
        (Action::Hire { role }, _) => cx.say_with("plan-one", &[("verb", verb.into()), ("customer", cx.role(*role).into())]),
        (Action::Train { role, person }, _) => cx.say_with("plan-one", &[("verb", verb.into()), ("customer", person_of(cx, *role, *person).into())]),
        (Action::Handover { customers }, _) => cx.say_with("plan-many", &[("verb", cx.say("plan-handover").into()), ("count", customers.len().into())]),
        (Action::Campaign { medium, .. }, _) => cx.say_with("plan-one", &[("verb", verb.into()), ("customer", market::medium(cx, *medium).into())]),
        (Action::Bid { tender, .. }, _) => {
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
        Action::Prospect { time }
        | Action::Call { time, .. }
        | Action::Pursue { time, .. }
        | Action::Queue { time, .. }
        | Action::Reception { time }
        | Action::BuildCrm { time } => Some(*time),
        _ => None,
    }
}

/// Sets the hours of a card that has such.
pub fn set_time(action: &mut Action, wanted: Minutes) {
    match action {
        Action::Prospect { time }
        | Action::Call { time, .. }
        | Action::Pursue { time, .. }
        | Action::Queue { time, .. }
        | Action::Reception { time }
        | Action::BuildCrm { time } => *time = wanted,
        _ => {}
    }
}

/// Whether there is anything to set before the card is played.
#[must_use]
pub const fn can_be_set(action: &Action) -> bool {
    !matches!(
        action,
        Action::Exhibition
            | Action::Summit
            | Action::Forecast
            | Action::Article { .. }
            | Action::Invest(_)
            | Action::Close(_)
            | Action::BuyCrm
            | Action::Hire { .. }
            | Action::Train { .. }
    )
}
