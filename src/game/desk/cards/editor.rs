//! Setting a card: hours, contact, style, intent, terms, customers. Stands in the account sheet's place while it is open.

use crate::game::app::shown::Shown;
use crate::game::desk::cards::same::same_draft;
use crate::game::desk::cards::whom::{care, pick, pick_pooled};
use crate::game::desk::cards::{bid, bundle, forecast, purchase, quote};
use crate::game::desk::state::{Desk, Draft};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{Button, Steps, caption, choice_row, hinted, icon_button, line, lines, link, number, pair, rule, sides, switch, well};
use crate::prose::talk_chance::Talk;
use crate::prose::{Prose, cards, names, relations};
use crate::sim::cards as card;
use crate::sim::cards::{Action, Card};
use crate::sim::scenario::Style;
use crate::sim::terms::{Intent, Missing, QueuePolicy};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, Role};
use bevy_egui::egui::{ComboBox, Id, ScrollArea, Ui};

/// Draws the editor of the desk's draft.
pub fn editor(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let Some(draft) = desk.draft.take() else {
        return;
    };
    let mut draft = desk.left_drafts.open(draft, same_draft);
    let mut drops = false;
    let p = theme::palette(ui);
    let mut closes = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        closes = icon_button(ui, icons::ARROW_LEFT, prose.say("back")).clicked();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(4.0);
            line(ui, Type::Heading, &cards::name(prose, &draft.card.action), p.ink);
            let who = draft.card.action.customers();
            let whose = match who.as_slice() {
                [one] => format!("{} · {}", prose.customer(*one), prose.role(draft.role)),
                _ => prose.role(draft.role),
            };
            line(ui, Type::Small, &whose, p.muted);
        });
    });
    ui.add_space(4.0);
    // what it tends to do is told in full, however many lines that takes
    let foot = ui.data(|data| data.get_temp::<f32>(Id::new(FOOT))).unwrap_or(90.0 * theme::scale(ui.style()).max(1.0));
    let height = (ui.available_height() - foot).max(80.0);
    let opened = opening(ui, &draft);
    ScrollArea::vertical().id_salt(("editor", opened)).max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        lines(ui, Type::Small, &cards::purpose(prose, &draft.card.action), p.muted);
        if let Some(first) = desk.left_drafts.afresh().cloned() {
            lines(ui, Type::Small, &prose.say("editor-left"), p.accent);
            if link(ui, &prose.say("editor-afresh")).clicked() {
                draft = first;
                desk.left_drafts.drop_open();
            }
        }
        performer(prose, shown, &mut draft, ui);
        fields(prose, &mut draft, ui);
    });
    let from = ui.cursor().top();
    let warnings = desk.checks.of_draft(prose, shown.stamp, &draft);
    let is_free = estimate(prose, &draft, &warnings, ui);
    let is_sound = is_free && !draft.card.action.setting().lacks_choice;
    let mut plays = false;
    sides(
        ui,
        theme::TARGET,
        |ui| {
            let key = if draft.changes.is_some() { "editor-change" } else { "editor-add" };
            plays = ui.add_enabled(is_sound, Button::primary(prose.say(key)).icon(icons::CHECK)).clicked();
        },
        |ui| {
            if ui.add(Button::quiet(prose.say("desk-cancel"))).clicked() {
                drops = true;
            }
        },
    );
    let foot = ui.cursor().top() - from;
    ui.data_mut(|data| data.insert_temp(Id::new(FOOT), foot));
    if plays {
        desk.plan(prose.view, &draft);
    }
    desk.left_drafts.set(&draft);
    match (plays, drops, closes) {
        (true, ..) => desk.left_drafts.send(),
        (_, true, _) => desk.left_drafts.drop_open(),
        (.., true) => desk.left_drafts.leave(),
        _ => desk.draft = Some(draft),
    }
}

/// Where the height of the editor's foot is kept from one frame to the next.
const FOOT: &str = "editor-foot";

/// The number of times that an editor was opened: one that is opened begins at its top, whatever another was scrolled to.
fn opening(ui: &Ui, draft: &Draft) -> u64 {
    let id = Id::new("editor-opening");
    // by what it is for, which hours and terms do not change
    let what = Id::new((draft.role, draft.card.action.key(), draft.changes.map(|card| card.0), draft.card.action.setting().lacks_choice, whom(draft)));
    let now = ui.ctx().cumulative_pass_nr();
    let (mut count, shown, last) = ui.data(|data| data.get_temp::<(u64, Id, u64)>(id)).unwrap_or((0, what, 0));
    if shown != what || last + 2 < now {
        count += 1;
    }
    ui.data_mut(|data| data.insert_temp(id, (count, what, now)));
    count
}

/// The one customer or deal that a card is for; none for one whose customers are chosen in the editor.
fn whom(draft: &Draft) -> Option<CustomerId> {
    match &draft.card.action {
        Action::Call(card::Call { customer, .. }) | Action::Gift(card::Gift { customer, .. }) | Action::Rebate(card::Rebate { customer, .. }) => {
            Some(*customer)
        }
        Action::Pursue(card::Pursue { deal, .. }) | Action::Quote(card::Quote { deal, .. }) => Some(deal.customer),
        _ => None,
    }
}

/// What the card costs as it is set now, what it tends to do, and what it cannot keep; whether it can be played.
fn estimate(prose: &Prose, draft: &Draft, warnings: &[String], ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let mut offer = crate::advice::offer::offer_by(prose.view, draft.card.clone(), draft.role);
    if draft.changes.is_some() {
        // It is this very card that is in the plan.
        offer.missing.retain(|m| *m != Missing::Planned);
    }
    let beyond = cards::beyond_means(prose, &offer, draft.changes);
    rule(ui);
    let (told, colour) = match &beyond {
        _ if !offer.missing.is_empty() => (vec![format!("{} {}", icons::LOCK, prose.missing(&offer.missing))], p.warn),
        Some(beyond) => (vec![format!("{} {beyond}", icons::LOCK)], p.warn),
        None => (cards::outlook(prose, &offer), p.accent),
    };
    let takes = format!("{}{}", prose.hours(offer.minutes), cards::price(prose, &offer));
    for (place, text) in told.iter().enumerate() {
        // what it takes stands at the right of the first line, and gives way to no word of it
        let beside = if place == 0 { takes.as_str() } else { "" };
        let response = pair(ui, (Type::SmallStrong, text, colour), (Type::Strong, beside, p.ink));
        if let Some(meaning) = cards::meaning_of(prose, &offer) {
            response.on_hover_text(meaning);
        }
    }
    for warning in warnings {
        lines(ui, Type::Small, &format!("{} {warning}", icons::WARNING), p.warn);
    }
    offer.missing.is_empty() && beyond.is_none()
}

fn fields(prose: &Prose, draft: &mut Draft, ui: &mut Ui) {
    if matches!(draft.card.action, Action::Forecast(_) | Action::OwnForecast(_)) {
        forecast::forecast(prose, ui, &mut draft.card.action);
        return;
    }
    let mut instead = None;
    if let Some(time) = draft.card.action.hours() {
        let mut hours = time.to_hours();
        let most = prose.view.guide.rules.work.role_hours.half_hours().to_hours();
        sides(
            ui,
            32.0,
            |ui| {
                let p = theme::palette(ui);
                hinted(ui, Type::Strong, &prose.say("editor-hours"), p.ink, &prose.say("editor-hours-hint"))
            },
            |ui| {
                let shown = prose.hours(Minutes((hours * 60.0).round() as i32));
                number(ui, &mut hours, 0.5..=most, Steps { coarse: 2.0, fine: 0.5 }, &prose.say("editor-hours"), &shown);
            },
        );
        *time = Minutes((hours * 60.0).round() as i32).half_hours().max(Minutes(30));
    }
    match &mut draft.card.action {
        Action::Call(card::Call { customer, contact, style, intent, deal, .. }) => {
            contact_choice(prose, ui, *customer, contact, Some(style));
            style_choice(prose, ui, *customer, *contact, style);
            let deal = deal.and_then(|deal| prose.view.deal(deal));
            let talk = Talk { customer: *customer, contact: Some(*contact), deal, style: Some(*style) };
            intent_choice(prose, ui, intent, Some(talk));
        }
        Action::Pursue(card::Pursue { deal, terms, intent, .. }) => {
            let talk = Talk { customer: deal.customer, contact: None, deal: prose.view.deal(*deal), style: None };
            intent_choice(prose, ui, intent, Some(talk));
            // a quote that lies there stays as it is, whatever would be quoted otherwise
            if let Some(quote) = prose.view.deal(*deal).and_then(|deal| deal.quote.as_ref()) {
                let stands = prose.say_with("editor-quote-stands", &[("price", prose.money(quote.price).into())]);
                lines(ui, Type::Small, &stands, theme::palette(ui).muted);
            } else {
                quote::terms(prose, ui, *deal, terms);
            }
        }
        Action::PursueMany(card::PursueMany { deals, terms, intent }) => {
            intent_choice(prose, ui, intent, None);
            bundle::fields(prose, ui, deals, terms);
        }
        Action::Quote(card::Quote { deal, terms }) => quote::terms(prose, ui, *deal, terms),
        Action::Gift(card::Gift { customer, contact, amount }) => {
            let open = gift(prose, ui, *customer, contact, amount);
            instead = open.then(|| Action::Rebate(card::Rebate { customer: *customer, amount: (*amount).min(prose.view.guide.rules.gifts.rebate_most) }));
        }
        Action::WinBack(card::WinBack { customer, concession }) => {
            let most = 0.10;
            share(prose, ui, "editor-concession", concession, most, last_amount(prose, *customer));
        }
        Action::Compensate(card::Compensate { customer, share: part }) => {
            let most = prose.view.guide.rules.service.compensation_cap;
            share(prose, ui, "editor-compensation", part, most, last_amount(prose, *customer));
        }
        Action::Campaign(card::Campaign { medium, segment, budget }) => campaign(prose, ui, medium, segment, budget),
        Action::Bid(card::Bid { tender, terms }) => bid::bid(prose, ui, *tender, terms),
        Action::Rebate(card::Rebate { amount, .. }) => rebate(prose, ui, amount),
        Action::Purchase(card::Purchase { product, quantity, express }) => purchase::purchase(prose, ui, product, quantity, express),
        Action::Queue(card::Queue { policy, .. }) => policy_choice(prose, ui, policy),
        Action::Care(card::Care { visits }) => care(prose, ui, visits),
        Action::Research(card::Research { customers }) => pick(prose, ui, customers, |c| c.kind != crate::sim::terms::Kind::Paused),
        Action::Qualify(card::Qualify { customers }) => pick(prose, ui, customers, |c| !c.qualified),
        Action::AskReferral(card::AskReferral { customers }) => {
            let least = prose.view.guide.rules.finding.referral_satisfaction;
            pick(prose, ui, customers, |c| c.satisfaction.is_some_and(|(s, _)| s >= least));
        }
        Action::Handover(card::Handover { customers }) => pick(prose, ui, customers, |c| c.needs_handover),
        Action::Check(card::Check { customers }) | Action::Survey(card::Survey { customers }) => {
            pick(prose, ui, customers, |c| c.orders > 0 && c.lost.is_none());
        }
        Action::Nurture(card::Nurture { customers }) => pick(prose, ui, customers, |c| c.lost.is_none() && c.pooled.is_none()),
        Action::GiveToPool(card::GiveToPool { customers }) => pick(prose, ui, customers, |c| crate::crm::query::is_stuck(prose.view, c)),
        Action::TakeFromPool(card::TakeFromPool { customers }) => pick_pooled(prose, ui, customers),
        _ => {}
    }
    if let Some(action) = instead {
        draft.card = Card { action, write_up: false };
        draft.changes = None;
    }
    if draft.card.action.setting().writes_up {
        let minutes = prose.view.guide.rules.work.write_up;
        let state = prose.say(if draft.card.write_up { "settings-on" } else { "settings-off" });
        sides(
            ui,
            theme::TARGET,
            |ui| {
                ui.vertical(|ui| {
                    let p = theme::palette(ui);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(5.0);
                    line(ui, Type::Strong, &prose.say("editor-write-up"), p.ink);
                    line(ui, Type::Small, &prose.say_with("editor-write-up-hint", &[("time", prose.hours(minutes).into())]), p.muted);
                })
            },
            |ui| switch(ui, &mut draft.card.write_up, &prose.say("editor-write-up"), &state),
        );
    }
}

fn row(prose: &Prose, ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    let text = prose.say(name);
    sides(ui, 32.0, |ui| line(ui, Type::Strong, &text, p.ink), add);
}

fn contact_choice(prose: &Prose, ui: &mut Ui, customer: CustomerId, contact: &mut ContactId, mut style: Option<&mut Style>) {
    let Some(view) = prose.view.customer(customer) else {
        return;
    };
    caption(ui, &prose.say(if style.is_some() { "editor-contact" } else { "editor-gift-contact" }));
    ui.spacing_mut().item_spacing.y = 2.0;
    for person in view.contacts.iter().filter(|c| !c.removed) {
        if choice_row(ui, person.id == *contact, &prose.contact(customer, person.id), &relations::contact(prose, person)) {
            *contact = person.id;
            if let (Some(known), Some(style)) = (person.style, style.as_deref_mut()) {
                *style = known;
            }
        }
    }
}

fn style_choice(prose: &Prose, ui: &mut Ui, customer: CustomerId, contact: ContactId, style: &mut Style) {
    let known = prose.view.customer(customer).and_then(|c| c.contacts.iter().find(|p| p.id == contact)).and_then(|p| p.style);
    caption(ui, &prose.say("editor-style"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for choice in [Style::A, Style::B, Style::C, Style::D] {
        let mut hint = prose.say(names::style_hint(choice));
        if known == Some(choice) {
            hint = format!("{hint} · {}", prose.say("editor-style-fits"));
        }
        if choice_row(ui, *style == choice, &prose.title(names::style(choice)), &hint) {
            *style = choice;
        }
    }
}

/// `talk`: with whom, where it is one talk.
fn intent_choice(prose: &Prose, ui: &mut Ui, intent: &mut Intent, talk: Option<Talk<'_>>) {
    caption(ui, &prose.say("editor-intent"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for choice in [Intent::Inform, Intent::Ask, Intent::Close] {
        let mut hint = prose.say(names::intent_hint(choice));
        if let Some(leads_on) = talk.and_then(|talk| talk.leads_on(prose, choice)) {
            hint = format!("{leads_on} · {hint}");
        }
        if choice_row(ui, *intent == choice, &prose.say(names::intent(choice)), &hint) {
            *intent = choice;
        }
    }
    let selling = &prose.view.guide.rules.selling;
    let value = talk.and_then(|talk| talk.deal).map(|deal| deal.value);
    if *intent == Intent::Close && value.is_some_and(|value| value >= selling.large_deal) {
        let p = theme::palette(ui);
        lines(ui, Type::Small, &format!("{} {}", icons::WARNING, prose.say("editor-close-large")), p.warn);
    }
}

fn policy_choice(prose: &Prose, ui: &mut Ui, policy: &mut QueuePolicy) {
    caption(ui, &prose.say("editor-policy"));
    ui.spacing_mut().item_spacing.y = 2.0;
    let hints = [
        (QueuePolicy::Severity, "policy-severity-hint"),
        (QueuePolicy::DueDate, "policy-due-hint"),
        (QueuePolicy::Value, "policy-value-hint"),
        (QueuePolicy::FirstCome, "policy-first-hint"),
    ];
    for (choice, hint) in hints {
        if choice_row(ui, *policy == choice, &prose.say(names::policy(choice)), &prose.say(hint)) {
            *policy = choice;
        }
    }
}

/// A gift, with what is allowed and what would serve better beside it; returns whether the lawful card was chosen instead.
fn gift(prose: &Prose, ui: &mut Ui, customer: CustomerId, contact: &mut ContactId, amount: &mut Fen) -> bool {
    contact_choice(prose, ui, customer, contact, None);
    let rules = &prose.view.guide.rules.gifts;
    let mut yuan = amount.to_yuan();
    let step = if yuan < 200.0 { 50.0 } else { 100.0 };
    row(prose, ui, "editor-amount", |ui| {
        let shown = prose.money(Fen::yuan(yuan as i64));
        number(ui, &mut yuan, 50.0..=rules.most.to_yuan(), Steps { coarse: step, fine: 10.0 }, &prose.say("editor-amount"), &shown);
    });
    *amount = Fen::yuan(yuan.round() as i64);
    let given = prose.view.customer(customer).and_then(|c| c.contacts.iter().find(|p| p.id == *contact)).map_or(Fen::ZERO, |p| p.gifts_this_quarter);
    let p = theme::palette(ui);
    let limit = prose.say_with("editor-gift-limit", &[("limit", prose.money(rules.contact_limit).into()), ("given", prose.money(given).into())]);
    lines(ui, Type::Small, &limit, p.muted);
    if given + *amount > rules.contact_limit {
        let fine = prose.say_with("editor-gift-breach", &[("fine", prose.money(rules.fine).into())]);
        lines(ui, Type::SmallStrong, &format!("{} {fine}", icons::WARNING), p.warn);
    }
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        lines(ui, Type::SmallStrong, &prose.say("editor-gift-lawful"), p.accent);
        lines(ui, Type::Small, &prose.say("editor-gift-lawful-text"), p.ink);
        let bought = prose.view.customer(customer).is_some_and(|c| c.orders > 0 && c.lost.is_none());
        bought && link(ui, &prose.say("editor-gift-rebate")).clicked()
    })
    .inner
}

/// Medium, industry and budget of a campaign.
fn campaign(prose: &Prose, ui: &mut Ui, medium: &mut MediumId, segment: &mut IndustryId, budget: &mut Fen) {
    let rules = &prose.view.guide.rules.campaigns;
    let mut yuan = budget.to_yuan();
    row(prose, ui, "editor-budget", |ui| {
        let shown = prose.money(Fen::yuan(yuan as i64));
        number(ui, &mut yuan, rules.least.to_yuan()..=rules.most.to_yuan(), Steps { coarse: 1_000.0, fine: 100.0 }, &prose.say("editor-budget"), &shown);
    });
    *budget = Fen::yuan(yuan.round() as i64);
    caption(ui, &prose.say("editor-segment"));
    let name = |id: IndustryId| {
        let args = [("industry", prose.industry(id).into()), ("count", prose.view.unknown_in(id).into())];
        prose.say_with("editor-segment-unknown", &args)
    };
    ComboBox::from_id_salt("segment").width(ui.available_width()).height(320.0).truncate().selected_text(name(*segment)).show_in_sight(ui, |ui| {
        for index in 0..prose.view.guide.industries.len() {
            let id = IndustryId::at(index);
            ui.selectable_value(segment, id, name(id));
        }
    });
    caption(ui, &prose.say("editor-medium"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for (index, choice) in prose.view.guide.media.iter().enumerate() {
        let id = MediumId::at(index);
        let answer = choice.response.get(segment.index()).copied();
        let args = [
            ("leads", answer.map_or_else(String::new, |a| crate::words::decimal(a.leads, 1)).into()),
            ("scale", answer.map_or_else(String::new, |a| prose.money_short(a.scale)).into()),
        ];
        if choice_row(ui, *medium == id, &prose.text(&choice.name), &prose.say_with("editor-medium-hint", &args)) {
            *medium = id;
        }
    }
    let p = theme::palette(ui);
    if let Some(echo) = prose.view.guide.medium(*medium).and_then(|c| c.echo) {
        let args = [("factor", crate::words::decimal(echo.factor, 1).into()), ("months", echo.rounds.into())];
        lines(ui, Type::Small, &format!("{} {}", icons::MEGAPHONE, prose.say_with("editor-medium-echo", &args)), p.warn);
    }
    let earlier =
        prose.view.campaigns.iter().filter(|c| c.medium == *medium && c.segment == *segment && prose.view.round.since(c.round) <= rules.memory).count();
    if earlier > 0 {
        lines(ui, Type::Small, &format!("{} {}", icons::WARNING, prose.say("editor-campaign-tired")), p.warn);
    }
}

/// An open rebate: how much.
fn rebate(prose: &Prose, ui: &mut Ui, amount: &mut Fen) {
    let rules = &prose.view.guide.rules.gifts;
    let mut yuan = amount.to_yuan();
    let step = if yuan < 1_000.0 { 100.0 } else { 500.0 };
    row(prose, ui, "editor-amount", |ui| {
        let shown = prose.money(Fen::yuan(yuan as i64));
        number(ui, &mut yuan, 100.0..=rules.rebate_most.to_yuan(), Steps { coarse: step, fine: 10.0 }, &prose.say("editor-amount"), &shown);
    });
    *amount = Fen::yuan(yuan.round() as i64);
    let p = theme::palette(ui);
    lines(ui, Type::Small, &prose.say("editor-rebate-text"), p.muted);
}

fn last_amount(prose: &Prose, customer: CustomerId) -> Fen {
    prose.view.customer(customer).map_or(Fen::ZERO, |c| c.last_amount)
}

/// A share of the last order, in half per cents.
fn share(prose: &Prose, ui: &mut Ui, name: &str, share: &mut f64, most: f64, of: Fen) {
    let mut percent = *share * 100.0;
    row(prose, ui, name, |ui| {
        let shown = format!("{}%", crate::words::decimal(percent, 1));
        number(ui, &mut percent, 0.5..=most * 100.0, Steps { coarse: 0.5, fine: 0.5 }, &prose.say(name), &shown);
    });
    *share = percent / 100.0;
    let p = theme::palette(ui);
    let text = prose.say_with("editor-share-of", &[("amount", prose.money(of.scale(*share)).into()), ("order", prose.money(of).into())]);
    lines(ui, Type::Small, &text, p.muted);
}

/// Who does it: the role it belongs to, or another one of this desk at less effect.
fn performer(prose: &Prose, shown: &Shown, draft: &mut Draft, ui: &mut Ui) {
    let share = |role: Role| draft.card.action.share_of(&prose.view.guide, role);
    let able: Vec<Role> = shown.roles.iter().copied().filter(|&role| share(role) > 0.0).collect();
    if able.len() < 2 {
        return;
    }
    let name = |role: Role| {
        let part = share(role);
        if part < 1.0 {
            prose.say_with("editor-outside", &[("role", prose.role(role).into()), ("share", prose.percent(part).into())])
        } else {
            prose.role(role)
        }
    };
    let mut chosen = draft.role;
    row(prose, ui, "editor-who", |ui| {
        let width = 190.0 * theme::scale(ui.style());
        ComboBox::from_id_salt("performer").width(width).selected_text(prose.role(chosen)).show_in_sight(ui, |ui| {
            for role in able {
                ui.selectable_value(&mut chosen, role, name(role));
            }
        });
    });
    // beside the list there is no room for it
    if share(chosen) < 1.0 {
        lines(ui, Type::Small, &name(chosen), theme::palette(ui).muted);
    }
    draft.role = chosen;
}
