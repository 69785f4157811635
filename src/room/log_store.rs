//! Where a room's log may be kept: a file, a table of a database, memory.

/// Keeps one log. What it is given are the log's own lines; it need not understand them.
pub trait LogStore {
    /// What can go wrong.
    type Error: std::error::Error;

    /// The whole log as it is kept, a tail that a failed or cut-off write may have left included.
    ///
    /// # Errors
    /// If it cannot be read.
    fn load(&mut self) -> Result<Vec<u8>, Self::Error>;

    /// Adds records at the end. When this returns, they outlast a crash of the program or of the machine.
    ///
    /// # Errors
    /// If they cannot be kept, or the log is no longer as the batch takes it to be; then the batch counts as never given.
    fn append(&mut self, batch: Batch<'_>) -> Result<(), Self::Error>;
}

/// Records that count together or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch<'a> {
    /// Bytes of the log before it, all of which count; whatever is kept beyond them is no part of the log.
    pub at: usize,
    /// Records of the log before it: the number of its first, from 0.
    pub after: usize,
    /// One record a line, the last line with the mark that makes them count.
    pub lines: &'a str,
}
