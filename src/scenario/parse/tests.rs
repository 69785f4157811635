//! The parser against files of every shape.

use super::*;
