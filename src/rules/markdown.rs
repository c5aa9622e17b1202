//! Reports Markdown that is not supported where it is used.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Markdown, Report, TextRef};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        let marks: Vec<(Markdown, &str)> = match text {
            TextRef::Line(line) => line.unsupported().map(|mark| (mark, sign(mark))).into_iter().collect(),
            TextRef::Prose(prose) => prose.unsupported().iter().map(|mark| (*mark, sign(*mark))).collect(),
            TextRef::Blocks(blocks) => {
                blocks.unsupported().iter().map(|found| (found.markdown, found.typed.as_str())).collect()
            }
        };
        found.extend(
            marks.into_iter().map(|(mark, words)| {
                Finding::new(Problem::Markdown(mark)).at_words(&path, words, Role::Here)
            }),
        );
    }
    found
}

/// The characters by which to locate such Markdown in the file; if they are not found, the whole text is marked.
fn sign(mark: Markdown) -> &'static str {
    match mark {
        Markdown::Heading => "#",
        Markdown::Quote => ">",
        Markdown::Code => "`",
        Markdown::Table => "|",
        Markdown::Image => "![",
        Markdown::Html => "<",
        Markdown::Rule => "---",
        Markdown::List => "- ",
        Markdown::Footnote => "[^",
        Markdown::Extension => "~~",
        Markdown::Inline => "**",
        Markdown::Language => "](lang:",
    }
}
