//! What to say about a template.

use crate::diagnostic::Severity;
use crate::diagnostic::finding::Step;
use crate::diagnostic::messages::Words;
use crate::diagnostic::problem::TemplateCause;

pub(super) fn fault(severity: Severity, cause: &TemplateCause) -> Words {
    match cause {
        TemplateCause::Package => {
            Words::new("the template asks for a package, and there are no packages here")
                .hint("copy the files of the package into the template's folder and import them from there")
        }
        TemplateCause::Outside => Words::new("the template reads a file outside its folder")
            .hint("copy the file into that folder; a link that leads out of it is not followed"),
        TemplateCause::NotAFile => Words::new("the template reads something that is not a regular file"),
        TemplateCause::TooLarge(mebibytes) => {
            Words::new(format!("the template reads a file larger than {mebibytes} MiB"))
        }
        TemplateCause::Said(message) => {
            let said = match severity {
                Severity::Error => "there is an error in the template",
                Severity::Warning | Severity::Note => "this place in the template is questionable",
            };
            Words::new(said).note(format!("Typst says: {message}"))
        }
    }
}

pub(super) fn internal(place: Option<&str>) -> Words {
    let words = Words::new("the report could not be laid out: the fault is the program's, not yours")
        .hint("report it to the makers of the program, together with the report's file");
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
