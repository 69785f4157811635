//! What takes more than a look at the view is worked out once, and not in every frame.

use std::sync::Arc;

/// The last answer, for as long as the question is the same.
#[derive(Clone, Debug)]
pub struct Kept<Key, Value>(Option<(Key, Arc<Value>)>);

impl<Key, Value> Default for Kept<Key, Value> {
    fn default() -> Self {
        Kept(None)
    }
}

impl<Key: PartialEq, Value> Kept<Key, Value> {
    /// The answer to a question; worked out with `make` if the last one was another.
    pub fn get(&mut self, key: Key, make: impl FnOnce() -> Value) -> Arc<Value> {
        match &self.0 {
            Some((kept, value)) if *kept == key => Arc::clone(value),
            _ => {
                let value = Arc::new(make());
                self.0 = Some((key, Arc::clone(&value)));
                value
            }
        }
    }
}
