//! What people do with a report before it is finished: they quote its places, change it and comment on it.

pub mod changes;
pub mod comments;
mod fingerprint;
mod reference;

pub use fingerprint::fingerprint;
pub use reference::Reference;
