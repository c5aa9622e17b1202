//! Review of reports: references to their parts, changes and comments.

mod attachment;
pub mod changes;
pub mod comments;
mod fingerprint;
mod notes;
mod reference;
mod since;

pub use attachment::{Attachment, FILE_NAME};
pub use fingerprint::fingerprint;
pub use notes::{gaps, notes};
pub use reference::Reference;
pub use since::Since;
