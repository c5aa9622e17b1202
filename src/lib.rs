//! `ataskaita` turns a YAML file into the yearly activity report (veiklos ataskaita) of a
//! Lithuanian organisation, as a PDF.
//!
//! There is one way through the crate, and each step takes the value of the step before:
//!
//! | step         | takes                     | gives                                             |
//! |--------------|---------------------------|---------------------------------------------------|
//! | [`source`]   | a path                    | the text of the file, and what it says as structs |
//! | [`report`]   |                           | those structs: every value well formed            |
//! | [`pictures`] | a report and its folder   | the pictures that it names, read and known        |
//! | [`rules`]    | a report                  | what is wrong beyond single values                |
//! | [`document`] | a report that is right    | what the pages say, word for word, in Lithuanian  |
//! | [`typeset`]  | a document                | laid-out pages                                    |
//! | [`export`]   | laid-out pages            | the bytes of a file, and the file                 |
//!
//! Pages are laid out for each edition by itself, with the same lines; the one for print gets its
//! colours from [`ink`].
//! Beside that way is [`preflight`]: whether a PDF, of this crate or another's making, is fit for
//! print. What it knows of PDF is in [`pdf`].
//!
//! [`checked`] goes the way as far as the rules, for every command alike.
//!
//! Only [`source`] knows YAML, only [`document`] knows how Lithuanian text is written, only
//! [`typeset`] knows Typst, only [`export`] and [`pdf`] know PDF. Whatever may be wrong, in whichever step,
//! is one of the [`problem`]s, each with its code. A rule names the keys of a [`finding`]; the
//! source gives it its places in the file, and it is a [`Diagnostic`]. What people read of it is in
//! [`messages`], a file for each language. The [`schema`] for editors is made from the structs.
//!
//! Nothing reads the clock, the network or the system's fonts: the same report and the same
//! binary give the same bytes.

pub mod checked;
pub mod diagnostic;
pub mod document;
pub mod export;
pub mod finding;
pub mod ink;
pub mod messages;
pub mod pages;
pub mod pdf;
pub mod pictures;
pub mod preflight;
pub mod problem;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
pub mod spelling;
pub mod typeset;
pub mod typography;

pub use diagnostic::Diagnostic;
