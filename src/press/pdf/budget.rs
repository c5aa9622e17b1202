//! Limits on the work that a file may cause.
//!
//! A file of a few kilobytes can ask for hours of work and for any amount of memory. So all reading is counted, in
//! units that do not depend on the machine: the same file always gives the same result. The limits are set so that a
//! file of up to 50 MB takes at most 10 s of one core and 500 MB, and are far beyond what files for print need.

use std::cell::Cell;

/// The work and memory that reading a file may still take.
#[derive(Debug)]
pub(in crate::press) struct Budget {
    work_left: Cell<u64>,
    memory_left: Cell<usize>,
    exceeded: Cell<Option<Limit>>,
}

/// A limit that a file exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// [`WORK`].
    Work,
    /// [`MEMORY`].
    Memory,
}

/// How much work may be done. A byte that is read or decoded counts as one; slower operations count as the number of
/// bytes that take equally long.
pub const WORK: u64 = 2_000_000_000;
/// How many bytes objects may take in memory. The data of streams is not among them: it is read
/// one stream at a time, within the limits of the module `filter`.
pub const MEMORY: usize = 96 << 20;

impl Budget {
    pub(super) fn new() -> Self {
        Self::of(WORK, MEMORY)
    }

    pub(in crate::press) fn of(work: u64, memory: usize) -> Self {
        Self { work_left: Cell::new(work), memory_left: Cell::new(memory), exceeded: Cell::new(None) }
    }

    /// Counts work that has been done or is about to be done.
    ///
    /// # Errors
    /// If it is more than is left. Nothing is read from then on.
    pub(super) fn spend(&self, work: usize) -> Result<(), Limit> {
        self.exceeded()?;
        let Some(left) = self.work_left.get().checked_sub(work as u64) else {
            self.exceeded.set(Some(Limit::Work));
            return Err(Limit::Work);
        };
        self.work_left.set(left);
        Ok(())
    }

    /// Counts memory.
    ///
    /// # Errors
    /// If it is more than is left. Nothing is read from then on.
    pub(super) fn reserve(&self, bytes: usize) -> Result<(), Limit> {
        let Some(left) = self.memory_left.get().checked_sub(bytes) else {
            self.exceeded.set(Some(Limit::Memory));
            return Err(Limit::Memory);
        };
        self.memory_left.set(left);
        Ok(())
    }

    /// The remaining work.
    pub(super) fn work_left(&self) -> u64 {
        self.work_left.get()
    }

    /// How much memory is left, to which [`Self::release`] returns.
    pub(super) fn memory_left(&self) -> usize {
        self.memory_left.get()
    }

    /// Returns all memory that was reserved since `memory_left` was the amount left.
    pub(super) fn release(&self, memory_left: usize) {
        self.memory_left.set(memory_left);
    }

    /// Whether a limit has been exceeded.
    ///
    /// # Errors
    /// The limit.
    pub(super) fn exceeded(&self) -> Result<(), Limit> {
        self.exceeded.get().map_or(Ok(()), Err)
    }
}
