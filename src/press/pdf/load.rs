//! Loading a file that may be made to do harm.
//!
//! lopdf loads an object for every entry of the cross-reference table, one after another. Thousands
//! of entries may lead to one large object, or into the middle of others; so what is loaded is
//! counted, and a file that comes to more than it holds is given up.

use std::collections::BTreeSet;
use std::panic;
use std::sync::{Mutex, PoisonError};

use lopdf::{Document, LoadOptions, Object, ObjectId};

use super::PdfError;

/// What has been loaded of a file.
struct Loaded {
    met: BTreeSet<ObjectId>,
    repetitions_left: u16,
    bytes_left: usize,
}

/// What a stream of objects may hold once it is unpacked, in bytes.
const UNPACKED_LIMIT: usize = 64 << 20;
/// How often an object may be loaded again: some programs write a table that is not quite right.
const REPETITIONS_LIMIT: u16 = 1000;

/// lopdf takes a function without a state, and may call it from threads of its own. So one file is
/// loaded at a time.
static LOADING: Mutex<()> = Mutex::new(());
static LOADED: Mutex<Loaded> = Mutex::new(Loaded::new(0));

/// Reads the objects of a file.
///
/// A file that is given up ends the thread, as lopdf's own panics do.
pub(super) fn load(bytes: &[u8]) -> Result<Document, PdfError> {
    let _one_at_a_time = LOADING.lock().unwrap_or_else(PoisonError::into_inner);
    *LOADED.lock().unwrap_or_else(PoisonError::into_inner) = Loaded::new(bytes.len());
    let options = LoadOptions {
        filter: Some(count),
        max_decompressed_size: Some(UNPACKED_LIMIT),
        ..LoadOptions::default()
    };
    Document::load_mem_with_options(bytes, options).map_err(|_| PdfError::Damaged)
}

impl Loaded {
    /// Nothing, of a file of so many bytes.
    const fn new(bytes: usize) -> Self {
        Self { met: BTreeSet::new(), repetitions_left: REPETITIONS_LIMIT, bytes_left: bytes }
    }

    /// Adds an object; none if the file cannot hold it.
    fn add(&mut self, id: ObjectId, size: usize) -> Option<()> {
        if !self.met.insert(id) {
            self.repetitions_left = self.repetitions_left.checked_sub(1)?;
        }
        self.bytes_left = self.bytes_left.checked_sub(size)?;
        Some(())
    }
}

/// Counts an object, and keeps it.
#[expect(clippy::unnecessary_wraps, reason = "it is what lopdf calls")]
fn count(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let size = object.as_stream().map_or(0, |stream| stream.content.len());
    let is_held = LOADED.lock().unwrap_or_else(PoisonError::into_inner).add(id, size);
    if is_held.is_none() {
        // There is no other way out of lopdf; this one says nothing on standard error.
        panic::resume_unwind(Box::new("more is loaded than the file holds"));
    }
    // lopdf keeps a stream as it stands, and takes what is returned of other objects.
    Some((id, if object.as_stream().is_ok() { Object::Null } else { object.clone() }))
}
