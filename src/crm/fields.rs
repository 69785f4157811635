//! The sixteen fields of a customer's sheet (docs/cases.md#consulting-firm), on the desk and in files alike.
//!
//! Name, industry, source and the month it was added; the owner; the kind, level, phase and tier it is in; what it is
//! worth and how satisfied it was when last asked; last contact, last order, next task; and, in the team's own words, how to
//! reach it and a remark. Contacts, needs and tickets have tabs of their own.

use super::query::{Index, next_task, owner};
use super::wording::Wording;
use crate::sim::knowledge::CustomerView;
use crate::sim::units::{Role, Round};
use crate::sim::view::View;

/// A field of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetField {
    /// What the customer is called.
    Name,
    /// By the name that the scenario gives it.
    Industry,
    /// How it came to be known.
    Source,
    /// The month in which it came to be known.
    Added,
    /// The account manager it belongs to, by name.
    Owner,
    /// Intending, qualified or paused, as players call it.
    Kind,
    /// How closely it is looked after.
    Level,
    /// Phase of the relation.
    Phase,
    /// Of the pyramid: as the team placed it, else as computed.
    Tier,
    /// Yearly value in yuan; blank before the customer is qualified or has ordered.
    Value,
    /// As last surveyed, in whole points 0-100; blank before a survey.
    Satisfaction,
    /// The last month in which the team was in touch; blank if it never was.
    LastContact,
    /// The month of the last order; blank without one.
    LastOrder,
    /// What is to be done first, and in which month; blank without an open task.
    NextTask,
    /// How to reach it, in the team's own words.
    Reach,
    /// What else the team has to say, in its own words.
    Remark,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known, or nothing was written.
    Blank,
    /// Words in the reader's language, or what the team wrote; never empty.
    Text(String),
    /// Money in whole units of the scenario's currency, or points.
    Number(f64),
}

impl SheetField {
    /// In the order of the columns of a list.
    pub const ALL: [SheetField; 16] = [
        SheetField::Name,
        SheetField::Industry,
        SheetField::Source,
        SheetField::Added,
        SheetField::Owner,
        SheetField::Kind,
        SheetField::Level,
        SheetField::Phase,
        SheetField::Tier,
        SheetField::Value,
        SheetField::Satisfaction,
        SheetField::LastContact,
        SheetField::LastOrder,
        SheetField::NextTask,
        SheetField::Reach,
        SheetField::Remark,
    ];

    /// The key of the field's name, also its heading in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            SheetField::Name => "field-name",
            SheetField::Industry => "field-industry",
            SheetField::Source => "field-source",
            SheetField::Added => "field-added",
            SheetField::Owner => "field-owner",
            SheetField::Kind => "field-kind",
            SheetField::Level => "field-level",
            SheetField::Phase => "field-phase",
            SheetField::Tier => "field-tier",
            SheetField::Value => "field-value",
            SheetField::Satisfaction => "field-satisfaction",
            SheetField::LastContact => "field-last-contact",
            SheetField::LastOrder => "field-last-order",
            SheetField::NextTask => "field-next-task",
            SheetField::Reach => "field-reach",
            SheetField::Remark => "field-remark",
        }
    }

    /// What else people call it at the head of a column, in either language; nothing for what only the game knows.
    #[must_use]
    pub const fn also_called(self) -> &'static [&'static str] {
        match self {
            SheetField::Name => &[
                "company name",
                "account name",
                "customer name",
                "business name",
                "company",
                "account",
                "customer",
                "client name",
                "client",
                "firm",
                "organization",
                "organisation",
                "客户名称",
                "公司名称",
                "企业名称",
                "单位名称",
                "客户全称",
                "客户名",
                "客户",
                "公司",
                "单位",
                "名称",
                "name",
                "客户姓名",
                "姓名",
            ],
            SheetField::Reach => &[
                "phone",
                "telephone",
                "phone number",
                "mobile",
                "tel",
                "tel.",
                "联系电话",
                "电话",
                "电话号码",
                "手机",
                "手机号",
                "手机号码",
                "联系方式",
                "email",
                "e-mail",
                "email address",
                "邮箱",
                "电子邮箱",
                "contact",
                "address",
                "地址",
            ],
            SheetField::Remark => &["note", "notes", "comment", "comments", "remark", "remarks", "description", "备注", "备注信息", "说明"],
            _ => &[],
        }
    }

    /// What stands in the field of a customer.
    #[must_use]
    pub fn of(self, view: &View, index: &Index<'_>, customer: &CustomerView, words: &dyn Wording) -> Cell {
        let month = |round: Option<Round>| match round {
            // what lies before the game has no month
            Some(Round(0)) => words.say("field-before"),
            Some(round) => words.month(round),
            None => String::new(),
        };
        let own = view.notes.own(customer.id);
        let text = match self {
            SheetField::Name => words.text(&customer.name),
            SheetField::Industry => view.guide.industries.get(customer.industry.index()).map(|i| words.text(&i.name)).unwrap_or_default(),
            SheetField::Source => customer.found.map(|(found, _)| words.found(found)).unwrap_or_default(),
            SheetField::Added => month(customer.found.map(|(_, round)| round)),
            SheetField::Owner => owner_name(customer, words),
            SheetField::Kind => customer.kind.said_of(customer.orders).map_or_else(|| words.say(NO_LABEL), |label| words.kind(label)),
            SheetField::Level => words.level(customer.level),
            SheetField::Phase => words.phase(customer.phase),
            SheetField::Tier => customer.seen.map(|(tier, _)| words.tier(tier)).unwrap_or_default(),
            SheetField::Value => return customer.yearly_value.map_or(Cell::Blank, |value| Cell::Number(value.to_yuan())),
            SheetField::Satisfaction => return customer.satisfaction.map_or(Cell::Blank, |(points, _)| Cell::Number(points.round())),
            SheetField::LastContact => month(index.last_contact(customer.id)),
            SheetField::LastOrder => month(customer.last_order),
            SheetField::NextTask => next_task(view, customer.id).map(|t| format!("{} · {}", words.task(t.kind), words.month(t.due))).unwrap_or_default(),
            SheetField::Reach => own.map(|o| o.reach.clone()).unwrap_or_default(),
            SheetField::Remark => own.map(|o| o.remark.clone()).unwrap_or_default(),
        };
        if text.is_empty() { Cell::Blank } else { Cell::Text(text) }
    }
}

/// What is said of a buyer to whom the team has given no label of its own.
pub const NO_LABEL: &str = "kind-unset";

/// Who a customer belongs to, by name, or that it lies in the pool.
#[must_use]
pub fn owner_name(customer: &CustomerView, words: &dyn Wording) -> String {
    owner(customer).map_or_else(|| words.say("query-pooled"), |place| words.person(Role::AccountManager, place))
}

/// Headings and rows of a list: the customers given, then the firms entered by hand, of which only name, kind, source, month,
/// the role that entered them and the team's own words are known.
#[must_use]
pub fn list(view: &View, customers: &[&CustomerView], words: &dyn Wording) -> Vec<Vec<Cell>> {
    let index = Index::new(view);
    let mut rows = vec![SheetField::ALL.map(|field| Cell::Text(words.say(field.key()))).to_vec()];
    rows.extend(customers.iter().map(|c| SheetField::ALL.map(|field| field.of(view, &index, c, words)).to_vec()));
    for entered in &view.notes.firms {
        let firm = &entered.firm;
        let cell = |field: SheetField| match field {
            SheetField::Name => firm.name.clone(),
            SheetField::Source => words.say("field-by-hand"),
            SheetField::Added => words.month(entered.round),
            SheetField::Owner => words.role(entered.by),
            SheetField::Kind => words.kind(firm.kind),
            SheetField::Reach => firm.own.reach.clone(),
            SheetField::Remark => firm.own.remark.clone(),
            _ => String::new(),
        };
        rows.push(SheetField::ALL.map(cell).map(|text| if text.is_empty() { Cell::Blank } else { Cell::Text(text) }).to_vec());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{self, Plain, enter, noted, played, share_out};
    use crate::sim::notes::{Note, OwnFields};
    use crate::sim::terms::Found;
    use crate::sim::units::Round;

    #[test]
    fn sixteen_fields_each_with_a_name_of_its_own() {
        let mut keys = SheetField::ALL.map(SheetField::key).to_vec();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 16);
    }

    #[test]
    fn a_list_holds_every_field_of_every_customer_and_firm() {
        let mut state = played(2, 3);
        let place = noted(&state).customers.iter().position(|c| c.found == Some((Found::AtStart, Round(0)))).expect("somebody is known from the start");
        let customer = noted(&state).customers[place].id;
        let own = OwnFields { reach: "021-5555".to_owned(), remark: "likes tea".to_owned() };
        testing::write(&mut state, Note::Own(customer, own));
        enter(&mut state, "Unheard Ltd", "0571-1", "from a friend");
        let view = noted(&state);
        let customers: Vec<_> = view.customers.iter().collect();
        let rows = list(&view, &customers, &Plain);
        assert_eq!(rows.len(), 1 + view.customers.len() + 1);
        assert!(rows.iter().all(|row| row.len() == 16));
        let text = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        let of = |field: SheetField| text(&rows[1 + place][field as usize]);
        let first = &view.customers[place];
        assert_eq!(of(SheetField::Name), first.name.en.to_string());
        assert_eq!(of(SheetField::Phase), format!("{:?}", first.phase));
        assert_eq!(of(SheetField::Added), "field-before", "known before the game");
        assert_eq!((of(SheetField::Reach), of(SheetField::Remark)), ("021-5555".to_owned(), "likes tea".to_owned()));
        let firm: Vec<String> = rows.last().expect("the firm").iter().map(text).collect();
        assert_eq!((firm[0].as_str(), firm[2].as_str(), firm[14].as_str(), firm[9].as_str()), ("Unheard Ltd", "field-by-hand", "0571-1", "Blank"));
    }

    #[test]
    fn an_owner_is_a_person() {
        let mut view = noted(&played(2, 3));
        let of = |view: &View, place: usize| SheetField::Owner.of(view, &Index::new(view), &view.customers[place], &Plain);
        let text = |text: &str| Cell::Text(text.to_owned());
        assert!((0..view.customers.len()).all(|place| of(&view, place) == text("AccountManager 0")), "whatever is under way with it");
        share_out(&mut view, 2);
        (view.customers[0].owner, view.customers[1].owner, view.customers[2].pooled) = (1, 0, Some(view.round));
        assert_eq!([0, 1, 2].map(|place| of(&view, place)), [text("AccountManager 1"), text("AccountManager 0"), text("query-pooled")]);
    }

    #[test]
    fn numbers_are_numbers() {
        let view = noted(&played(2, 3));
        let index = Index::new(&view);
        let informed = view.customers.iter().find(|c| c.yearly_value.is_some()).expect("a buyer");
        let value = SheetField::Value.of(&view, &index, informed, &Plain);
        assert_eq!(value, Cell::Number(informed.yearly_value.expect("known").to_yuan()));
    }
}
