//! Messages about templates.

use crate::diagnostic::Severity;
use crate::diagnostic::finding::Step;
use crate::diagnostic::messages::Words;
use crate::diagnostic::problem::TemplateCause;

pub(super) fn fault(severity: Severity, cause: &TemplateCause) -> Words {
    match cause {
        TemplateCause::Package => {
            Words::new("the template imports a package, but packages are not available")
                .hint("copy the files of the package to the template's folder and import them from there")
        }
        TemplateCause::Outside => Words::new("the template reads a file outside its folder")
            .hint("copy the file into that folder; links to files outside it are not followed"),
        TemplateCause::NotAFile => Words::new("the template reads something that is not a regular file"),
        TemplateCause::TooLarge(mebibytes) => {
            Words::new(format!("the template reads a file larger than {mebibytes} MiB"))
        }
        TemplateCause::Typst(message) => {
            let said = match severity {
                Severity::Error => "there is an error in the template",
                Severity::Warning | Severity::Note => "there is a problem in the template",
            };
            Words::new(said).note(format!("Typst says: {message}"))
        }
    }
}

pub(super) fn internal(place: Option<&str>) -> Words {
    let words = Words::new("the report could not be laid out because of a bug in the program")
        .hint("please report it to the developers of ataskaita, with the report's file");
    match place {
        Some(place) => words.note(format!("place in the template: {place}")),
        None => words,
    }
}

pub(super) fn step(step: &Step) -> String {
    match step {
        Step::Call(Some(name)) => format!("while calling “{name}”"),
        Step::Call(None) => "while calling a function".to_owned(),
        Step::Show(name) => format!("while showing the element “{name}”"),
        Step::Import(name) => format!("while importing “{name}”"),
        Step::Include(name) => format!("while including “{name}”"),
    }
}
