//! What follows an order: goods, delivery, contracts.

pub mod contracts;
pub mod delivery;
pub mod goods;
pub mod order;
pub mod supply;
