//! How customers come to be known: fairs, leads, campaigns, visitors.

pub mod campaigns;
pub mod discovery;
pub mod finding;
pub mod walk_ins;
