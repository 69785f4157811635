//! The class host over its router: what a browser sends, and what comes back. Tests of a row of the list of real classrooms' failures
//! bear its number.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attacks;
mod browser;
mod lesson;
mod seats;
