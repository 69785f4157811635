//! Texts in both languages.

use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// A text in both languages, shared: views hold hundreds of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(Arc<Wording>);
/// What a [`Text`] says in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// In English.
    pub en: Arc<str>,
    /// In simplified Chinese.
    pub zh: Arc<str>,
}

impl Text {
    /// The English wording first, then the Chinese.
    #[must_use]
    pub fn new(en: impl Into<Arc<str>>, zh: impl Into<Arc<str>>) -> Text {
        Text(Arc::new(Wording { en: en.into(), zh: zh.into() }))
    }
}

impl Deref for Text {
    type Target = Wording;

    fn deref(&self) -> &Wording {
        &self.0
    }
}
