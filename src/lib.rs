//! `ataskaita` turns a YAML file into the yearly activity report (veiklos ataskaita) of a
//! Lithuanian organisation, as a PDF.
//!
//! [`build()`] is the pipeline from a source file to finished editions; commands, tests and benches
//! all call it. Its steps, in order:
//!
//! | step         | input                     | output                                           |
//! |--------------|---------------------------|--------------------------------------------------|
//! | [`source`]   | a path                    | the text of the file and the span of each value  |
//! | [`report`]   | that text                 | typed structs with well-formed values            |
//! | [`images`]   | a report and its folder   | the images that it refers to, read and validated |
//! | [`rules`]    | a report and its images   | findings that involve more than one value        |
//! | [`proof`]    | the SVG images            | findings about those that cannot be printed      |
//! | [`document`] | a valid report            | the text of the pages, in Lithuanian             |
//! | [`typeset`]  | a document and an edition | laid-out pages                                   |
//! | [`export`]   | laid-out pages            | the bytes of a PDF                               |
//!
//! Five modules support the steps and do not depend on them:
//!
//! - [`lithuanian`]: typography, spelling and agreement in number;
//! - [`press`]: inks, reading PDFs, and preflight;
//! - [`files`]: reading and writing the user's files;
//! - [`diagnostic`]: problems, their locations, and the messages in each language;
//! - `patterns`: regular expressions, each of which a test compiles.
//!
//! [`review`] is separate from the pipeline: it compares two reports and reads reviewers' comments. It relies on the
//! [origin](report::Origin) in the report that each text and image of a document carries, and on the
//! [map](typeset::Map) of origins to positions on the pages.
//!
//! Only [`source`] knows YAML, only [`document`] knows what a report says in Lithuanian, only
//! [`typeset`] knows Typst's layout, only [`export`] and [`press`] know PDF. Every problem, in any step,
//! becomes a [`Diagnostic`]: a rule returns a [finding](diagnostic::finding) with the keys involved, and the
//! source resolves them to locations in the file. The JSON [schema](report::schema) for editors is generated
//! from the structs of the report.
//!
//! Nothing reads the clock, the network or the system's fonts: the same report and the same binary
//! produce the same bytes.

pub mod build;
pub mod diagnostic;
pub mod document;
pub mod export;
pub mod files;
pub mod images;
pub mod lithuanian;
mod patterns;
pub mod press;
pub mod proof;
pub mod report;
pub mod review;
pub mod rules;
pub mod source;
pub mod typeset;

pub use build::{build, check};
pub use diagnostic::Diagnostic;
