//! Setting a card: hours, contact, style, intent, terms, customers. Stands in the account sheet's place while it is open.

use super::bits::{choice_row, line, lines, sides, stepper, toggle_chip};
use super::cx::Cx;
use super::deeds;
use super::market;
use super::names;
use super::offers;
use super::purchase;
use super::quote;
use super::state::{Desk, Draft, Shown};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Button, caption, icon_button, switch, well};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::planning::command::Command;
use crate::sim::scenario::Style;
use crate::sim::terms::{Intent, Missing, QueuePolicy};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, Role};
use bevy_egui::egui::{ComboBox, ScrollArea, Ui, vec2};

/// Draws the editor of the desk's draft.
pub fn editor(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let Some(mut draft) = desk.draft.take() else {
        return;
    };
    let p = theme::palette(ui);
    let mut closes = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        closes = icon_button(ui, icons::ARROW_LEFT, cx.say("back")).clicked();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(4.0);
            line(ui, Type::Heading, &deeds::name(cx, &draft.card.action), p.ink);
            let who = deeds::customers(&draft.card.action);
            let whose = match who.as_slice() {
                [one] => format!("{} · {}", cx.customer(*one), cx.role(draft.role)),
                _ => cx.role(draft.role),
            };
            line(ui, Type::Small, &whose, p.muted);
        });
    });
    ui.add_space(4.0);
    let foot = 90.0 * theme::scale(ui.style()).max(1.0);
    let height = (ui.available_height() - foot).max(80.0);
    ScrollArea::vertical().id_salt("editor").max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        lines(ui, Type::Small, &deeds::purpose(cx, &draft.card.action), p.muted);
        performer(cx, shown, &mut draft, ui);
        fields(cx, &mut draft, ui);
    });
    let is_free = estimate(cx, &draft, ui);
    let is_sound = is_free && is_sound(&draft.card.action);
    let mut plays = false;
    sides(
        ui,
        theme::TARGET,
        |ui| {
            let key = if draft.changes.is_some() { "editor-change" } else { "editor-add" };
            plays = ui.add_enabled(is_sound, Button::primary(cx.say(key)).icon(icons::CHECK)).clicked();
        },
        |ui| {
            if ui.add(Button::quiet(cx.say("desk-cancel"))).clicked() {
                closes = true;
            }
        },
    );
    if plays {
        let command = match draft.changes {
            Some(id) => Command::Change(id, draft.card.clone()),
            None => Command::Add(draft.card.clone()),
        };
        desk.send(draft.role, command);
    }
    if !closes && !plays {
        desk.draft = Some(draft);
    }
}

/// What the card costs as it is set now, and what it tends to do; whether it can be played.
fn estimate(cx: &Cx, draft: &Draft, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let mut offer = crate::advice::offer::offer_by(cx.view, draft.card.clone(), draft.role);
    if draft.changes.is_some() {
        // It is this very card that is in the plan.
        offer.missing.retain(|m| *m != Missing::Planned);
    }
    let beyond = offers::beyond(cx, &offer, draft.changes);
    super::bits::rule(ui);
    sides(
        ui,
        24.0,
        |ui| {
            let (text, colour) = match &beyond {
                _ if !offer.missing.is_empty() => (format!("{} {}", icons::LOCK, cx.missing(&offer.missing)), p.warn),
                Some(beyond) => (format!("{} {beyond}", icons::LOCK), p.warn),
                None => (deeds::tends(cx, &offer.tends), p.accent),
            };
            line(ui, Type::SmallStrong, &text, colour);
        },
        |ui| {
            let cost = if offer.cost.0 > 0 { format!(" · {}", cx.money_short(offer.cost)) } else { String::new() };
            ui.label(theme::text(ui, Type::Strong, format!("{}{cost}", cx.hours(offer.minutes))));
        },
    );
    offer.missing.is_empty() && beyond.is_none()
}

/// A card over several customers needs one at least.
fn is_sound(action: &Action) -> bool {
    match action {
        Action::Research(cards::Research { customers })
        | Action::Qualify(cards::Qualify { customers })
        | Action::AskReferral(cards::AskReferral { customers })
        | Action::Handover(cards::Handover { customers })
        | Action::Check(cards::Check { customers })
        | Action::Nurture(cards::Nurture { customers })
        | Action::GiveToPool(cards::GiveToPool { customers })
        | Action::TakeFromPool(cards::TakeFromPool { customers })
        | Action::Survey(cards::Survey { customers }) => !customers.is_empty(),
        Action::Care(cards::Care { visits }) => !visits.is_empty(),
        Action::PursueMany(cards::PursueMany { deals, .. }) => !deals.is_empty(),
        _ => true,
    }
}

fn fields(cx: &Cx, draft: &mut Draft, ui: &mut Ui) {
    let mut instead = None;
    if let Some(time) = deeds::time(&draft.card.action) {
        let mut hours = time.to_hours();
        row(cx, ui, "editor-hours", |ui| {
            let shown = cx.hours(Minutes((hours * 60.0).round() as i32));
            stepper(ui, &mut hours, 2.0..=120.0, 2.0, &cx.say("editor-hours"), &shown);
        });
        deeds::set_time(&mut draft.card.action, Minutes((hours * 60.0).round() as i32));
    }
    match &mut draft.card.action {
        Action::Call(cards::Call { customer, contact, style, intent, deal, .. }) => {
            contact_choice(cx, ui, *customer, contact, Some(style));
            style_choice(cx, ui, *customer, *contact, style);
            let value = deal.and_then(|deal| cx.view.deal(deal)).map(|deal| deal.value);
            intent_choice(cx, ui, intent, value);
        }
        Action::Pursue(cards::Pursue { deal, terms, intent, .. }) => {
            let value = cx.view.deal(*deal).map(|deal| deal.value);
            intent_choice(cx, ui, intent, value);
            quote::terms(cx, ui, *deal, terms);
        }
        Action::PursueMany(cards::PursueMany { deals, terms, intent }) => {
            intent_choice(cx, ui, intent, None);
            super::bundle::fields(cx, ui, deals, terms);
        }
        Action::Quote(cards::Quote { deal, terms }) => quote::terms(cx, ui, *deal, terms),
        Action::Gift(cards::Gift { customer, contact, amount }) => {
            let open = gift(cx, ui, *customer, contact, amount);
            instead = open.then(|| Action::Rebate(cards::Rebate { customer: *customer, amount: (*amount).min(cx.view.guide.rules.gifts.rebate_most) }));
        }
        Action::WinBack(cards::WinBack { customer, concession }) => {
            let most = 0.10;
            share(cx, ui, "editor-concession", concession, most, last_amount(cx, *customer));
        }
        Action::Compensate(cards::Compensate { customer, share: part }) => {
            let most = cx.view.guide.rules.service.compensation_cap;
            share(cx, ui, "editor-compensation", part, most, last_amount(cx, *customer));
        }
        Action::Campaign(cards::Campaign { medium, segment, budget }) => campaign(cx, ui, medium, segment, budget),
        Action::Bid(cards::Bid { tender, terms }) => market::bid(cx, ui, *tender, terms),
        Action::Rebate(cards::Rebate { amount, .. }) => rebate(cx, ui, amount),
        Action::Purchase(cards::Purchase { product, quantity, express }) => purchase::purchase(cx, ui, product, quantity, express),
        Action::Queue(cards::Queue { policy, .. }) => policy_choice(cx, ui, policy),
        Action::Care(cards::Care { visits }) => care(cx, ui, visits),
        Action::Research(cards::Research { customers }) => pick(cx, ui, customers, |c| c.kind != crate::sim::terms::Kind::Paused),
        Action::Qualify(cards::Qualify { customers }) => pick(cx, ui, customers, |c| !c.qualified),
        Action::AskReferral(cards::AskReferral { customers }) => {
            let least = cx.view.guide.rules.finding.referral_satisfaction;
            pick(cx, ui, customers, |c| c.satisfaction.is_some_and(|(s, _)| s >= least));
        }
        Action::Handover(cards::Handover { customers }) => pick(cx, ui, customers, |c| c.needs_handover),
        Action::Check(cards::Check { customers }) | Action::Survey(cards::Survey { customers }) => {
            pick(cx, ui, customers, |c| c.orders > 0 && c.lost.is_none())
        }
        Action::Nurture(cards::Nurture { customers }) => pick(cx, ui, customers, |c| c.lost.is_none() && c.pooled.is_none()),
        Action::GiveToPool(cards::GiveToPool { customers }) => pick(cx, ui, customers, |c| crate::crm::query::is_stuck(cx.view, c)),
        Action::TakeFromPool(cards::TakeFromPool { customers }) => pick_pooled(cx, ui, customers),
        _ => {}
    }
    if let Some(action) = instead {
        draft.card = Card { action, write_up: false };
        draft.changes = None;
    }
    if writes_up(&draft.card.action) {
        let minutes = cx.view.guide.rules.work.write_up;
        let state = cx.say(if draft.card.write_up { "settings-on" } else { "settings-off" });
        sides(
            ui,
            theme::TARGET,
            |ui| {
                ui.vertical(|ui| {
                    let p = theme::palette(ui);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(5.0);
                    line(ui, Type::Strong, &cx.say("editor-write-up"), p.ink);
                    line(ui, Type::Small, &cx.say_with("editor-write-up-hint", &[("time", cx.hours(minutes).into())]), p.muted);
                })
            },
            |ui| switch(ui, &mut draft.card.write_up, &cx.say("editor-write-up"), &state),
        );
    }
}

/// Cards that are talks with somebody, and can be put into the records.
const fn writes_up(action: &Action) -> bool {
    !matches!(
        action,
        Action::Exhibition(cards::Exhibition)
            | Action::Summit(cards::Summit)
            | Action::Prospect(_)
            | Action::Forecast(cards::Forecast)
            | Action::Purchase(_)
            | Action::Article(_)
            | Action::Campaign(_)
            | Action::Rebate(_)
            | Action::Invest(_)
            | Action::Close(_)
            | Action::Nurture(_)
            | Action::Hire(_)
            | Action::Train(_)
            | Action::GiveToPool(_)
            | Action::TakeFromPool(_)
            | Action::BuyCrm(cards::BuyCrm)
            | Action::BuildCrm(_)
    )
}

fn row(cx: &Cx, ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    let text = cx.say(name);
    sides(ui, 32.0, |ui| line(ui, Type::Strong, &text, p.ink), add);
}

fn contact_choice(cx: &Cx, ui: &mut Ui, customer: CustomerId, contact: &mut ContactId, mut style: Option<&mut Style>) {
    let Some(view) = cx.view.customer(customer) else {
        return;
    };
    caption(ui, &cx.say(if style.is_some() { "editor-contact" } else { "editor-gift-contact" }));
    ui.spacing_mut().item_spacing.y = 2.0;
    for person in view.contacts.iter().filter(|c| !c.removed) {
        let role = person.role.map_or_else(|| cx.say("contact-role-unknown"), |role| cx.say(names::buying_role(role)));
        let style_known = person.style.map_or_else(|| cx.say("contact-style-unknown"), |s| cx.say(names::style(s)));
        if choice_row(ui, person.id == *contact, &cx.text(&person.name), &format!("{role} · {style_known}")) {
            *contact = person.id;
            if let (Some(known), Some(style)) = (person.style, style.as_deref_mut()) {
                *style = known;
            }
        }
    }
}

fn style_choice(cx: &Cx, ui: &mut Ui, customer: CustomerId, contact: ContactId, style: &mut Style) {
    let known = cx.view.customer(customer).and_then(|c| c.contacts.iter().find(|p| p.id == contact)).and_then(|p| p.style);
    caption(ui, &cx.say("editor-style"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for choice in [Style::A, Style::B, Style::C, Style::D] {
        let mut hint = cx.say(names::style_hint(choice));
        if known == Some(choice) {
            hint = format!("{hint} · {}", cx.say("editor-style-fits"));
        }
        if choice_row(ui, *style == choice, &cx.title(names::style(choice)), &hint) {
            *style = choice;
        }
    }
}

fn intent_choice(cx: &Cx, ui: &mut Ui, intent: &mut Intent, value: Option<Fen>) {
    caption(ui, &cx.say("editor-intent"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for choice in [Intent::Inform, Intent::Ask, Intent::Close] {
        if choice_row(ui, *intent == choice, &cx.say(names::intent(choice)), &cx.say(names::intent_hint(choice))) {
            *intent = choice;
        }
    }
    let selling = &cx.view.guide.rules.selling;
    if *intent == Intent::Close && value.is_some_and(|value| value >= selling.large_deal) {
        let p = theme::palette(ui);
        lines(ui, Type::Small, &format!("{} {}", icons::WARNING, cx.say("editor-close-large")), p.warn);
    }
}

fn policy_choice(cx: &Cx, ui: &mut Ui, policy: &mut QueuePolicy) {
    caption(ui, &cx.say("editor-policy"));
    ui.spacing_mut().item_spacing.y = 2.0;
    let hints = [
        (QueuePolicy::Severity, "policy-severity-hint"),
        (QueuePolicy::DueDate, "policy-due-hint"),
        (QueuePolicy::Value, "policy-value-hint"),
        (QueuePolicy::FirstCome, "policy-first-hint"),
    ];
    for (choice, hint) in hints {
        if choice_row(ui, *policy == choice, &cx.say(names::policy(choice)), &cx.say(hint)) {
            *policy = choice;
        }
    }
}

/// A gift, with what is allowed and what would serve better beside it; returns whether the lawful card was chosen instead.
fn gift(cx: &Cx, ui: &mut Ui, customer: CustomerId, contact: &mut ContactId, amount: &mut Fen) -> bool {
    contact_choice(cx, ui, customer, contact, None);
    let rules = &cx.view.guide.rules.gifts;
    let mut yuan = amount.to_yuan();
    let step = if yuan < 200.0 { 50.0 } else { 100.0 };
    row(cx, ui, "editor-amount", |ui| {
        let shown = cx.money(Fen::yuan(yuan as i64));
        stepper(ui, &mut yuan, 50.0..=rules.most.to_yuan(), step, &cx.say("editor-amount"), &shown);
    });
    *amount = Fen::yuan(yuan.round() as i64);
    let given = cx.view.customer(customer).and_then(|c| c.contacts.iter().find(|p| p.id == *contact)).map_or(Fen::ZERO, |p| p.gifts_this_quarter);
    let p = theme::palette(ui);
    let limit = cx.say_with("editor-gift-limit", &[("limit", cx.money(rules.contact_limit).into()), ("given", cx.money(given).into())]);
    lines(ui, Type::Small, &limit, p.muted);
    if given + *amount > rules.contact_limit {
        let fine = cx.say_with("editor-gift-breach", &[("fine", cx.money(rules.fine).into())]);
        lines(ui, Type::SmallStrong, &format!("{} {fine}", icons::WARNING), p.warn);
    }
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        lines(ui, Type::SmallStrong, &cx.say("editor-gift-lawful"), p.accent);
        lines(ui, Type::Small, &cx.say("editor-gift-lawful-text"), p.ink);
        let bought = cx.view.customer(customer).is_some_and(|c| c.orders > 0 && c.lost.is_none());
        bought && super::bits::link(ui, &cx.say("editor-gift-rebate")).clicked()
    })
    .inner
}

/// Medium, industry and budget of a campaign.
fn campaign(cx: &Cx, ui: &mut Ui, medium: &mut MediumId, segment: &mut IndustryId, budget: &mut Fen) {
    let rules = &cx.view.guide.rules.campaigns;
    let mut yuan = budget.to_yuan();
    row(cx, ui, "editor-budget", |ui| {
        let shown = cx.money(Fen::yuan(yuan as i64));
        stepper(ui, &mut yuan, rules.least.to_yuan()..=rules.most.to_yuan(), 1_000.0, &cx.say("editor-budget"), &shown);
    });
    *budget = Fen::yuan(yuan.round() as i64);
    caption(ui, &cx.say("editor-segment"));
    let name = |id: IndustryId| {
        let args = [("industry", market::industry(cx, id).into()), ("count", cx.view.unknown_in(id).into())];
        cx.say_with("editor-segment-unknown", &args)
    };
    ComboBox::from_id_salt("segment").width(ui.available_width()).height(320.0).truncate().selected_text(name(*segment)).show_ui(ui, |ui| {
        for index in 0..cx.view.guide.industries.len() {
            let id = IndustryId::at(index);
            ui.selectable_value(segment, id, name(id));
        }
    });
    caption(ui, &cx.say("editor-medium"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for (index, choice) in cx.view.guide.media.iter().enumerate() {
        let id = MediumId::at(index);
        let answer = choice.response.get(segment.index()).copied();
        let args = [
            ("leads", answer.map_or_else(String::new, |a| crate::words::decimal(a.leads, 1)).into()),
            ("scale", answer.map_or_else(String::new, |a| cx.money_short(a.scale)).into()),
        ];
        if choice_row(ui, *medium == id, &cx.text(&choice.name), &cx.say_with("editor-medium-hint", &args)) {
            *medium = id;
        }
    }
    let p = theme::palette(ui);
    if let Some(echo) = cx.view.guide.medium(*medium).and_then(|c| c.echo) {
        let args = [("factor", crate::words::decimal(echo.factor, 1).into()), ("months", echo.rounds.into())];
        lines(ui, Type::Small, &format!("{} {}", icons::MEGAPHONE, cx.say_with("editor-medium-echo", &args)), p.warn);
    }
    let earlier = cx.view.campaigns.iter().filter(|c| c.medium == *medium && c.segment == *segment && cx.view.round.since(c.round) <= rules.memory).count();
    if earlier > 0 {
        lines(ui, Type::Small, &format!("{} {}", icons::WARNING, cx.say("editor-campaign-tired")), p.warn);
    }
}

/// An open rebate: how much.
fn rebate(cx: &Cx, ui: &mut Ui, amount: &mut Fen) {
    let rules = &cx.view.guide.rules.gifts;
    let mut yuan = amount.to_yuan();
    let step = if yuan < 1_000.0 { 100.0 } else { 500.0 };
    row(cx, ui, "editor-amount", |ui| {
        let shown = cx.money(Fen::yuan(yuan as i64));
        stepper(ui, &mut yuan, 100.0..=rules.rebate_most.to_yuan(), step, &cx.say("editor-amount"), &shown);
    });
    *amount = Fen::yuan(yuan.round() as i64);
    let p = theme::palette(ui);
    lines(ui, Type::Small, &cx.say("editor-rebate-text"), p.muted);
}

fn last_amount(cx: &Cx, customer: CustomerId) -> Fen {
    cx.view.customer(customer).map_or(Fen::ZERO, |c| c.last_amount)
}

/// A share of the last order, in half per cents.
fn share(cx: &Cx, ui: &mut Ui, name: &str, share: &mut f64, most: f64, of: Fen) {
    let mut percent = *share * 100.0;
    row(cx, ui, name, |ui| {
        let shown = format!("{}%", crate::words::decimal(percent, 1));
        stepper(ui, &mut percent, 0.5..=most * 100.0, 0.5, &cx.say(name), &shown);
    });
    *share = percent / 100.0;
    let p = theme::palette(ui);
    let text = cx.say_with("editor-share-of", &[("amount", cx.money(of.scale(*share)).into()), ("order", cx.money(of).into())]);
    lines(ui, Type::Small, &text, p.muted);
}

/// Hours of care for each customer that has bought.
fn care(cx: &Cx, ui: &mut Ui, visits: &mut Vec<(CustomerId, Minutes)>) {
    let p = theme::palette(ui);
    caption(ui, &cx.say("editor-care"));
    for customer in cx.view.customers.iter().filter(|c| c.orders > 0 && c.lost.is_none()) {
        let place = visits.iter().position(|(id, _)| *id == customer.id);
        let mut hours = place.map_or(0.0, |place| visits[place].1.to_hours());
        let name = cx.text(&customer.name);
        let mut changed = false;
        sides(
            ui,
            30.0,
            |ui| line(ui, Type::Body, &name, if place.is_some() { p.ink } else { p.muted }),
            |ui| {
                let shown = if hours > 0.0 { cx.hours(Minutes((hours * 60.0) as i32)) } else { "—".to_owned() };
                changed = stepper(ui, &mut hours, 0.0..=40.0, 2.0, &name, &shown);
            },
        );
        if changed {
            let time = Minutes((hours * 60.0).round() as i32);
            match place {
                Some(place) if hours <= 0.0 => {
                    visits.remove(place);
                }
                Some(place) => visits[place].1 = time,
                None => visits.push((customer.id, time)),
            }
        }
    }
}

/// Which customers are taken from the pool.
fn pick_pooled(cx: &Cx, ui: &mut Ui, chosen: &mut Vec<CustomerId>) {
    caption(ui, &cx.say_with("editor-customers", &[("count", chosen.len().into())]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for pooled in &cx.view.pool {
            let mut on = chosen.contains(&pooled.customer);
            if toggle_chip(ui, &mut on, &cx.text(&pooled.name)).clicked() {
                if on { chosen.push(pooled.customer) } else { chosen.retain(|id| *id != pooled.customer) }
            }
        }
    });
}

/// Who does it: the role it belongs to, or another one of this desk at less effect.
fn performer(cx: &Cx, shown: &Shown, draft: &mut Draft, ui: &mut Ui) {
    let share = |role: Role| crate::sim::planning::plan::share_of(&cx.view.guide, &draft.card.action, role);
    let able: Vec<Role> = shown.roles.iter().copied().filter(|&role| share(role) > 0.0).collect();
    if draft.changes.is_some() || able.len() < 2 {
        return;
    }
    let name = |role: Role| {
        let part = share(role);
        if part < 1.0 { cx.say_with("editor-outside", &[("role", cx.role(role).into()), ("share", cx.percent(part).into())]) } else { cx.role(role) }
    };
    let mut chosen = draft.role;
    row(cx, ui, "editor-who", |ui| {
        let width = 190.0 * theme::scale(ui.style());
        ComboBox::from_id_salt("performer").width(width).selected_text(name(chosen)).show_ui(ui, |ui| {
            for role in able {
                ui.selectable_value(&mut chosen, role, name(role));
            }
        });
    });
    draft.role = chosen;
}

/// Which customers a card is for.
fn pick(cx: &Cx, ui: &mut Ui, chosen: &mut Vec<CustomerId>, fits: impl Fn(&crate::sim::knowledge::CustomerView) -> bool) {
    caption(ui, &cx.say_with("editor-customers", &[("count", chosen.len().into())]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for customer in cx.view.customers.iter() {
            if !fits(customer) && !chosen.contains(&customer.id) {
                continue;
            }
            let mut on = chosen.contains(&customer.id);
            if toggle_chip(ui, &mut on, &cx.label(customer)).clicked() {
                if on {
                    chosen.push(customer.id);
                    chosen.sort_unstable();
                } else {
                    chosen.retain(|id| *id != customer.id);
                }
            }
        }
    });
}
