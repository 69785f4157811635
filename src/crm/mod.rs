//! The customers as a CRM shows them: looked through by queries, as a sheet of sixteen fields, as lists that come and go
//! as files, compared for doubles.
//!
//! Pure functions of a [`crate::sim::view::View`] and of the bytes of a file. Nothing here can tell more than the view
//! does, and nothing changes the game: whoever holds a room sends what an import proposes as commands.

pub mod doubles;
pub mod fields;
pub mod find;
pub mod import;
pub mod query;
pub mod sheet_file;
pub mod standard;
pub mod wording;

#[cfg(feature = "xlsx")]
mod workbook;

#[cfg(test)]
pub(crate) mod testing;
