//! What people do with a report before it is finished: they change it and comment on it.

pub mod changes;
