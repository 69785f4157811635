//! What every panel is given: the view, the language, and how to name and write things of the game in it.

use crate::sim::knowledge::CustomerView;
use crate::sim::scenario::Text;
use crate::sim::terms::Missing;
use crate::sim::terms::{Found, Phase};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, OpportunityId, ProductId, Role, Round};
use crate::sim::view::View;
use crate::words::{self, Arg, Lang, tr, tr_with};

/// The view a panel draws, in the player's language.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub view: &'a View,
    pub lang: Lang,
}

impl<'a> Cx<'a> {
    #[must_use]
    pub const fn new(view: &'a View, lang: Lang) -> Self {
        Cx { view, lang }
    }

    /// The text for a key.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        tr(self.lang, key).into_owned()
    }

    /// The text for a key with values put in.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        tr_with(self.lang, key, args).into_owned()
    }

    /// A text of the scenario.
    #[must_use]
    pub fn text(&self, text: &Text) -> String {
        match self.lang {
            Lang::En => text.en.to_string(),
            Lang::Zh => text.zh.to_string(),
        }
    }

    /// A customer's name; a dash for one the team does not know.
    #[must_use]
    pub fn customer(&self, id: CustomerId) -> String {
        self.view.customer(id).map_or_else(|| "—".to_owned(), |c| self.text(&c.name))
    }

    /// The name under a token: the short one where the full one is long.
    #[must_use]
    pub fn label(&self, customer: &CustomerView) -> String {
        shorten(&self.text(&customer.name), if self.lang == Lang::Zh { 7 } else { 15 })
    }

    #[must_use]
    pub fn contact(&self, customer: CustomerId, id: ContactId) -> String {
        self.view
            .customer(customer)
            .and_then(|c| c.contacts.iter().find(|contact| contact.id == id))
            .map_or_else(|| "—".to_owned(), |contact| self.text(&contact.name))
    }

    #[must_use]
    pub fn product(&self, id: ProductId) -> String {
        self.view.guide.products.get(id.index()).map(|product| self.text(&product.name)).unwrap_or_default()
    }

    /// So many of a product.
    #[must_use]
    pub fn pieces(&self, id: ProductId, quantity: u32) -> String {
        format!("{} × {}", words::count(i64::from(quantity)), self.product(id))
    }

    /// What a deal is about: the class of the need, or that it is one.
    #[must_use]
    pub fn deal(&self, id: OpportunityId) -> String {
        let Some(deal) = self.view.deal(id).or_else(|| self.view.tender(id).map(|tender| &tender.need)) else {
            return self.say("deal-plain");
        };
        let class = deal.class.and_then(|class| self.view.guide.need_classes.get(class.index()));
        class.map_or_else(|| self.say("deal-plain"), |class| self.text(&class.name))
    }

    /// Money in full.
    #[must_use]
    pub fn money(&self, fen: Fen) -> String {
        words::money(&self.currency(), fen.0 - fen.0 % 100)
    }

    /// Money in three figures or so: `¥1.8M`, `¥180 万`.
    #[must_use]
    pub fn money_short(&self, fen: Fen) -> String {
        money_short(self.lang, &self.currency(), fen)
    }

    /// The sign of the scenario's money.
    #[must_use]
    pub fn currency(&self) -> String {
        self.text(&self.view.guide.currency)
    }

    #[must_use]
    pub fn hours(&self, minutes: Minutes) -> String {
        words::hours(self.lang, minutes.0)
    }

    /// The month of a round with its year.
    #[must_use]
    pub fn month(&self, round: Round) -> String {
        let (year, month) = self.view.calendar(round);
        words::month(self.lang, i32::from(year), u32::from(month))
    }

    /// The month of a round alone.
    #[must_use]
    pub fn month_name(&self, round: Round) -> String {
        words::month_name(self.lang, u32::from(self.view.calendar(round).1))
    }

    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        words::percent(self.lang, share)
    }

    #[must_use]
    pub fn role(&self, role: Role) -> String {
        self.say(super::names::role(role))
    }

    #[must_use]
    pub fn phase(&self, phase: Phase) -> String {
        self.say(super::names::phase(phase))
    }

    /// How a customer came to be known; by which channel, if it came of itself.
    #[must_use]
    pub fn found(&self, how: Found) -> String {
        let channel = if let Found::WalkIn(channel) = how { self.view.guide.channels.get(channel.index()) } else { None };
        match channel {
            Some(channel) => self.say_with("found-walk-in-by", &[("channel", self.text(&channel.name).into())]),
            None => self.say(super::names::found(how)),
        }
    }

    /// The text for a key where it stands alone: with a capital letter, in languages that have such.
    #[must_use]
    pub fn title(&self, key: &str) -> String {
        capital(&self.say(key))
    }

    /// What a card lacks, in one line.
    #[must_use]
    pub fn missing(&self, missing: &[Missing]) -> String {
        let parts: Vec<String> = missing.iter().take(2).map(|&m| self.say(super::names::missing(m))).collect();
        parts.join(if self.lang == Lang::Zh { "；" } else { "; " })
    }
}

/// The first letters of a text, with a sign if there were more.
#[must_use]
pub fn shorten(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(letters.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// A text with its first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Money in three figures or so.
#[must_use]
pub fn money_short(lang: Lang, currency: &str, fen: Fen) -> String {
    let yuan = fen.to_yuan();
    let sign = if yuan < 0.0 { "−" } else { "" };
    let size = yuan.abs();
    let places = |number: f64| if number < 10.0 { 2 } else { usize::from(number < 100.0) };
    match lang {
        Lang::En if size >= 1e6 => format!("{sign}{currency}{}M", words::decimal(size / 1e6, places(size / 1e6))),
        Lang::En if size >= 1e4 => format!("{sign}{currency}{}k", words::decimal(size / 1e3, 0)),
        Lang::Zh if size >= 1e8 => format!("{sign}{currency}{}亿", words::decimal(size / 1e8, places(size / 1e8))),
        Lang::Zh if size >= 1e4 => format!("{sign}{currency}{}万", words::decimal(size / 1e4, places(size / 1e4).min(1))),
        _ => format!("{sign}{currency}{}", words::count(size.round() as i64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_in_short_keeps_three_figures() {
        assert_eq!(money_short(Lang::En, "¥", Fen::yuan(1_800_000)), "¥1.8M");
        assert_eq!(money_short(Lang::En, "¥", Fen::yuan(412_300)), "¥412k");
        assert_eq!(money_short(Lang::Zh, "¥", Fen::yuan(412_300)), "¥41.2万");
        assert_eq!(money_short(Lang::Zh, "¥", Fen::yuan(-1_800_000)), "−¥180万");
        assert_eq!(money_short(Lang::En, "$", Fen::yuan(950)), "$950");
    }

    #[test]
    fn a_text_that_stands_alone_begins_large() {
        assert_eq!(capital("minor ticket"), "Minor ticket");
        assert_eq!(capital("一般工单"), "一般工单");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn long_names_end_with_a_sign() {
        assert_eq!(shorten("New Era Network", 9), "New Era…");
        assert_eq!(shorten("新网", 4), "新网");
    }
}
