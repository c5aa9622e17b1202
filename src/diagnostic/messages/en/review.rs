//! Changes and comments.

use crate::diagnostic::draft_fault::DraftFault;
use crate::diagnostic::messages::Term;
use crate::diagnostic::messages::Words;
use crate::lithuanian::agreement::english;
use crate::press::annotations::Kind;

pub(in crate::diagnostic::messages) fn term(term: Term) -> &'static str {
    match term {
        Term::Inserted => "added",
        Term::Deleted => "deleted",
        Term::Moved => "moved",
        Term::Changed => "changed",
        Term::Changes => "Changes",
        Term::Comments => "Comments",
        Term::NoChanges => "the reports do not differ",
        Term::NoComments => "there are no comments",
        Term::Nothing => "nothing",
        Term::Unplaced => "Not placed",
        Term::Gone => "no longer in the report",
        Term::TextChanged => "the text has changed since the draft",
        Term::Anonymous => "no name",
        Term::Earlier => "in another copy",
    }
}

pub(in crate::diagnostic::messages) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Note => "note",
        Kind::Highlight => "highlighted",
        Kind::Underline => "underlined",
        Kind::StrikeOut => "struck out",
        Kind::Replacement => "replace",
        Kind::Insertion => "insert after",
        Kind::FreeText => "text on the page",
        Kind::Stamp => "stamp",
        Kind::Ink => "drawn by hand",
        Kind::Shape => "shape",
        Kind::Attachment => "attached file",
        Kind::Other => "mark",
    }
}

pub(in crate::diagnostic::messages) fn state(state: &str) -> &str {
    match state {
        "Accepted" => "accepted",
        "Rejected" => "rejected",
        "Cancelled" => "cancelled",
        "Completed" => "completed",
        "Marked" => "marked",
        "Unmarked" => "not marked",
        "None" => "open",
        other => other,
    }
}

/// The number of changes.
pub(in crate::diagnostic::messages) fn changes(count: usize) -> String {
    english(count as u64, ["change", "changes"])
}

/// The number of comments and of files.
pub(in crate::diagnostic::messages) fn comments(count: usize, files: usize) -> String {
    let comments = english(count as u64, ["comment", "comments"]);
    format!("{comments} in {}", english(files as u64, ["file", "files"]))
}

/// Why comments cannot be placed.
pub(in crate::diagnostic::messages) fn draft(fault: &DraftFault) -> Words {
    match fault {
        DraftFault::Foreign { has_comments } => {
            let words = Words::new("this is not a draft made by this program");
            let words = if *has_comments { words.note("its comments are listed by page") } else { words };
            words.hint("make a draft with ataskaita draft, and write the comments in that file")
        }
        DraftFault::Scanned => Words::new("the file has only images of pages: the draft was scanned, photographed or printed to PDF again")
            .hint("read the comments yourself, or ask for the file in which they were written; the references in the margins show their places"),
        DraftFault::Locked => Words::new("the PDF is protected by a password")
            .hint("ask for a file without a password, or open it with the password and save it without one"),
        DraftFault::Template => Words::new(
            "the template cannot make a draft: references, the fingerprint or the data of the report are missing from its pages",
        )
        .hint("use as-draft and draft-lists from components/draft.typ in report.typ, and take the data from data.typ, as the built-in template does"),
        DraftFault::Bare => Words::new("the file has no comments")
            .hint("if you can see comments, they have become part of the pages: ask for the file in which they were written"),
        DraftFault::Unknown { fingerprint } => Words::new(format!(
            "the data of the draft is no longer in the file, and no report with the fingerprint {fingerprint} was found"
        ))
        .note("its comments are listed by page")
        .hint("give the report that the draft was made from with --report"),
        DraftFault::Printed => Words::new("the draft was printed to PDF again: any comments have become part of its pages")
            .hint("ask for the file in which the comments were written, or look at the pages yourself"),
        DraftFault::NoReport { tried } => {
            Words::new(format!("no report was found in which to locate the comments (tried {tried})"))
                .hint("give the report with --report")
        }
    }
}
