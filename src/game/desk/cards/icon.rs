//! The sign of each card.

use crate::game::theme::icons;
use crate::sim::cards;
use crate::sim::cards::Action;
use crate::sim::scenario::Investment;

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
        Action::Decline(_) => icons::X_CIRCLE,
        Action::Gift(_) => icons::GIFT,
        Action::Handover(_) => icons::HANDSHAKE,
        Action::WinBack(_) => icons::ARROW_U_UP_LEFT,
        Action::Forecast(_) | Action::OwnForecast(_) => icons::CHART_LINE,
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
