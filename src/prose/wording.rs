//! What every sentence needs: the view, the language, and how to name and write things of the game in it.

use super::{names, writing};
use crate::advice::chances::Told;
use crate::crm::wording::Wording;
use crate::sim::knowledge::{CustomerView, TenderView};
use crate::sim::limits::{Value, limits};
use crate::sim::scenario::Text;
use crate::sim::terms::{Amount, Found, Kind, Level, Missing, Phase, Reject, TaskKind, Tier, Winner};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, NeedId, ProductId, Role, Round, Source};
use crate::sim::view::View;
use crate::words::{self, Arg, Lang, tr, tr_with};

/// A view told in a language. Whatever is said of a game is said through it, so that one language and one view go
/// through a page.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// What the seat may know; names of customers it does not know come out as a dash.
    pub view: &'a View,
    /// The reader's language.
    pub lang: Lang,
    /// What was told of deals before the last month was played; nothing where nobody remembers.
    pub told: &'a [Told],
}

impl<'a> Prose<'a> {
    /// A view in a language.
    #[must_use]
    pub const fn new(view: &'a View, lang: Lang) -> Self {
        Prose { view, lang, told: &[] }
    }

    /// The same for somebody who remembers what was told of deals before the last month was played.
    #[must_use]
    pub const fn reminded(self, told: &'a [Told]) -> Self {
        Prose { told, ..self }
    }

    /// The text for a key; the case's own where it has one.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        match self.view.guide.own_word(key) {
            Some(own) => self.text(own),
            None => tr(self.lang, key).into_owned(),
        }
    }

    /// What a tab, a page or the head of a column is for, by the key of its name.
    #[must_use]
    pub fn hint(&self, key: &str) -> String {
        self.say(&format!("hint-{key}"))
    }

    /// The text for a key with values put in.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        match self.view.guide.own_word(key) {
            Some(own) => words::fill(self.lang, writing::text(self.lang, own), args),
            None => tr_with(self.lang, key, args).into_owned(),
        }
    }

    /// A text of the scenario.
    #[must_use]
    pub fn text(&self, text: &Text) -> String {
        writing::text(self.lang, text).to_owned()
    }

    /// A customer's name; a dash for one the team does not know.
    #[must_use]
    pub fn customer(&self, id: CustomerId) -> String {
        self.view.customer(id).map_or_else(|| "—".to_owned(), |c| self.text(&c.name))
    }

    /// The name under a token, whole: a long one on two lines.
    #[must_use]
    pub fn label(&self, customer: &CustomerView) -> String {
        writing::in_two(&self.text(&customer.name), self.lang)
    }

    /// The letters inside a token: of a person the given name in Chinese, where it has room, of a firm those the scenario gives it.
    #[must_use]
    pub fn initials(&self, customer: &CustomerView) -> String {
        let name = self.text(&customer.name);
        if self.lang == Lang::Zh && is_person(customer) { writing::given_name(&name) } else { self.text(&customer.token) }
    }

    /// The name of somebody at a customer; a dash for one the team does not know.
    #[must_use]
    pub fn contact(&self, customer: CustomerId, id: ContactId) -> String {
        self.view.customer(customer).and_then(|c| c.people.get(id.index())).map_or_else(|| "—".to_owned(), |name| self.text(name))
    }

    /// The name of a product; nothing for one the catalogue does not have.
    #[must_use]
    pub fn product(&self, id: ProductId) -> String {
        self.view.guide.products.get(id.index()).map(|product| self.text(&product.name)).unwrap_or_default()
    }

    /// So many of a product.
    #[must_use]
    pub fn pieces(&self, id: ProductId, quantity: u32) -> String {
        let (count, product) = (words::count(i64::from(quantity)), self.product(id));
        if self.lang == Lang::Zh { format!("{product} ×{count}") } else { format!("{count} × {product}") }
    }

    /// What a deal is about: the class of the need, or that it is one.
    #[must_use]
    pub fn deal(&self, id: NeedId) -> String {
        let Some(deal) = self.view.deal(id).or_else(|| self.view.tender(id).map(|tender| &tender.need)) else {
            return self.say("deal-plain");
        };
        let class = deal.class.and_then(|class| self.view.guide.need_classes.get(class.index()));
        let need = class.map_or_else(|| self.say("deal-plain"), |class| self.text(&class.name));
        match id.source {
            Source::Renewal(_) => self.say_with("deal-renewal", &[("need", need.into())]),
            _ => need,
        }
    }

    /// Money in full.
    #[must_use]
    pub fn money(&self, fen: Fen) -> String {
        writing::money(self.lang, &self.view.guide, fen)
    }

    /// Money in three figures or so: `¥1.8M`, `¥180 万`.
    #[must_use]
    pub fn money_short(&self, fen: Fen) -> String {
        writing::money_short(self.lang, &self.currency(), fen)
    }

    /// The sign of the scenario's money.
    #[must_use]
    pub fn currency(&self) -> String {
        self.text(&self.view.guide.currency)
    }

    /// Working time: `8 h`, `7.5 小时`.
    #[must_use]
    pub fn hours(&self, minutes: Minutes) -> String {
        words::hours(self.lang, minutes.0)
    }

    /// The month of a round with its year.
    #[must_use]
    pub fn month(&self, round: Round) -> String {
        writing::month(self.lang, &self.view.guide, round)
    }

    /// The month of a round alone.
    #[must_use]
    pub fn month_name(&self, round: Round) -> String {
        words::month_name(self.lang, u32::from(self.view.calendar(round).1))
    }

    /// A chance as a whole percentage: nothing that luck decides is quite sure, or quite out of the question.
    #[must_use]
    pub fn chance(&self, chance: f64) -> String {
        self.percent(chance.clamp(0.01, 0.99))
    }

    /// A share of one as a whole percentage: `46%`.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        words::percent(self.lang, share)
    }

    /// The name of a role.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        self.say(names::role(role))
    }

    /// The name of a phase.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> String {
        self.say(names::phase(phase))
    }

    /// How a customer came to be known; by which channel, if it came of itself.
    #[must_use]
    pub fn found(&self, how: Found) -> String {
        let channel = if let Found::WalkIn(channel) = how { self.view.guide.channels.get(channel.index()) } else { None };
        match channel {
            Some(channel) => self.say_with("found-walk-in-by", &[("channel", self.text(&channel.name).into())]),
            None => self.say(names::found(how)),
        }
    }

    /// The text for a key where it stands alone: with a capital letter, in languages that have such.
    #[must_use]
    pub fn title(&self, key: &str) -> String {
        writing::capital(&self.say(key))
    }

    /// One thing that a card lacks, in a few words.
    #[must_use]
    pub fn lack(&self, missing: Missing) -> String {
        let least = self.view.guide.rules.finding.referral_satisfaction;
        self.say_with(names::missing(missing), &[("least", words::decimal(least, 0).into())])
    }

    /// What a card lacks, in one line.
    #[must_use]
    pub fn missing(&self, missing: &[Missing]) -> String {
        let parts: Vec<String> = missing.iter().take(2).map(|&m| self.lack(m)).collect();
        parts.join(if self.lang == Lang::Zh { "；" } else { "; " })
    }

    /// The first letters of a month's name, where months stand side by side: `Mar`, `3月`.
    #[must_use]
    pub fn month_short(&self, round: Round) -> String {
        let name = self.month_name(round);
        match self.lang {
            Lang::En => name.chars().take(3).collect(),
            Lang::Zh => name,
        }
    }

    /// The name of an industry; nothing for one the scenario does not have.
    #[must_use]
    pub fn industry(&self, id: IndustryId) -> String {
        self.view.guide.industries.get(id.index()).map(|industry| self.text(&industry.name)).unwrap_or_default()
    }

    /// The name of a medium of advertising; nothing for one the scenario does not have.
    #[must_use]
    pub fn medium(&self, id: MediumId) -> String {
        self.view.guide.medium(id).map(|medium| self.text(&medium.name)).unwrap_or_default()
    }

    /// The name of somebody on the staff, by the place of the post; the role where nobody knows it.
    #[must_use]
    pub fn person(&self, role: Role, place: u8) -> String {
        let name = self.view.staff(role).posts.get(usize::from(place)).map(|post| self.text(&post.name)).unwrap_or_default();
        if name.is_empty() { self.say_with("staff-newcomer", &[("role", self.role(role).into())]) } else { name }
    }

    /// What a tender is called: its title, or what is asked for.
    #[must_use]
    pub fn tender(&self, tender: &TenderView) -> String {
        tender.need.title.as_ref().map_or_else(|| self.deal(tender.need.id), |title| self.text(title))
    }

    /// Who won a contest, in words.
    #[must_use]
    pub fn winner(&self, winner: Winner) -> String {
        match winner {
            Winner::Team(team) => self.view.teams.iter().find(|t| t.id == team).map_or_else(|| self.view.team_name.clone(), |t| t.name.clone()),
            Winner::Rival(rival) => self.view.guide.rivals.get(rival.index()).map_or_else(|| self.say("rival-plain"), |r| self.text(&r.name)),
            Winner::Nobody => self.say("nobody"),
        }
    }

    /// Why a command was refused, in a sentence: what a card lacks, or between what a number must lie, where that is the reason.
    #[must_use]
    pub fn refusal(&self, reject: Reject) -> String {
        match reject {
            Reject::Missing(Missing::NoGifts | Missing::GiftLimit) => self.say(names::reject(reject)),
            Reject::Missing(missing) => self.say_with("reject-lacking", &[("missing", self.lack(missing).into())]),
            Reject::BadAmount(amount) => {
                let [least, most] = limits(&self.view.guide, amount).map(|limit| self.value(limit));
                let product = if let Amount::Price(product) = amount { self.product(product) } else { String::new() };
                self.say_with(names::reject(reject), &[("least", least.into()), ("most", most.into()), ("product", product.into())])
            }
            other => self.say(names::reject(other)),
        }
    }

    /// A number as it is written by its unit; what it counts the text around it says.
    fn value(&self, value: Value) -> String {
        match value {
            Value::Money(fen) => self.money(fen),
            Value::Share(share) => format!("{}%", words::decimal(share * 100.0, 1)),
            Value::Points(points) => words::decimal(points, 1),
            Value::Pieces(count) => words::count(count.into()),
            Value::Rounds(count) => words::count(count.into()),
        }
    }

    /// The first of the customers by name, `most` of them at the most, and how many more there are.
    #[must_use]
    pub fn some(&self, customers: &[CustomerId], most: usize) -> String {
        let names: Vec<String> = customers.iter().take(most).map(|&id| self.customer(id)).collect();
        let listed = self.list(&names);
        match customers.len().saturating_sub(most) {
            0 => listed,
            more => self.say_with("names-more", &[("names", listed.into()), ("count", more.into())]),
        }
    }

    /// Names in a row, as the language lists them.
    #[must_use]
    pub fn list(&self, names: &[String]) -> String {
        writing::list(self.lang, names)
    }
}

/// A private customer, alone or a family: somebody there is the customer.
fn is_person(customer: &CustomerView) -> bool {
    customer.people.contains(&customer.name)
}

impl Wording for Prose<'_> {
    fn say(&self, key: &str) -> String {
        Prose::say(self, key)
    }

    fn text(&self, text: &Text) -> String {
        Prose::text(self, text)
    }

    fn month(&self, round: Round) -> String {
        Prose::month(self, round)
    }

    fn phase(&self, phase: Phase) -> String {
        Prose::phase(self, phase)
    }

    fn kind(&self, kind: Kind) -> String {
        Prose::say(self, names::kind(kind))
    }

    fn level(&self, level: Level) -> String {
        Prose::say(self, names::level(level))
    }

    fn tier(&self, tier: Tier) -> String {
        Prose::say(self, names::tier(tier))
    }

    fn role(&self, role: Role) -> String {
        Prose::role(self, role)
    }

    fn person(&self, role: Role, place: u8) -> String {
        Prose::person(self, role, place)
    }

    fn found(&self, found: Found) -> String {
        Prose::found(self, found)
    }

    fn task(&self, task: TaskKind) -> String {
        Prose::say(self, names::task(task))
    }
}
