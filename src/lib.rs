//! `ataskaita` turns a YAML file into the yearly activity report (veiklos ataskaita) of a
//! Lithuanian organisation, as a PDF.
//!
//! [`build()`] takes a report from its source to finished editions, and nothing else in the crate or
//! its tests repeats that way. Its steps, in order:
//!
//! | step         | takes                     | gives                                             |
//! |--------------|---------------------------|---------------------------------------------------|
//! | [`source`]   | a path                    | the text of the file, and where each value stands |
//! | [`report`]   | that text                 | typed structs: every value well formed            |
//! | [`images`]   | a report and its folder   | the images that it names, read and validated      |
//! | [`rules`]    | a report and its images   | findings beyond single values                     |
//! | [`proof`]    | the drawings among them   | findings about those that cannot be printed       |
//! | [`document`] | a valid report            | what the pages say, word for word, in Lithuanian  |
//! | [`typeset`]  | a document and an edition | laid-out pages                                    |
//! | [`export`]   | laid-out pages            | the bytes of a PDF                                |
//!
//! The steps stand on four modules that know nothing of them:
//!
//! - [`lithuanian`]: typography, spelling and agreement in number;
//! - [`press`]: inks, reading PDFs, and the preflight of finished ones;
//! - [`files`]: reading and writing files of the user;
//! - [`diagnostic`]: what can be wrong, where it is, and the messages in each language.
//!
//! Beside that way stands [`review`]: what has changed between two reports, and what their readers say. For it, each
//! text and picture of a document carries its [origin](report::Origin) in the report, and [`typeset`] can
//! [map](typeset::Map) where on the pages it stands.
//!
//! Only [`source`] knows YAML, only [`document`] knows what a report says in Lithuanian, only
//! [`typeset`] knows Typst's layout, only [`export`] and [`press`] know PDF. Whatever is wrong, in
//! whichever step, becomes a [`Diagnostic`]: a rule names the keys of a
//! [finding](diagnostic::finding), and the source gives it its places in the file. The JSON
//! [schema](report::schema) for editors is made from the structs of the report.
//!
//! Nothing reads the clock, the network or the system's fonts: the same report and the same binary
//! give the same bytes.

pub mod build;
pub mod diagnostic;
pub mod document;
pub mod export;
pub mod files;
pub mod images;
pub mod lithuanian;
pub mod press;
pub mod proof;
pub mod report;
pub mod review;
pub mod rules;
pub mod source;
pub mod typeset;

pub use build::{build, check};
pub use diagnostic::Diagnostic;
