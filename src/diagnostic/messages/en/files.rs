//! Files that cannot be read or written.

use crate::diagnostic::messages::Words;
use crate::files::{NoRevision, Unreadable, Unwritable};

/// Why a file cannot be read; without its name where the name has been given already.
pub(super) fn unreadable(name: Option<&str>, why: &Unreadable) -> Words {
    let file = name.unwrap_or("the file");
    match why {
        Unreadable::Missing => Words::new(
            name.map_or_else(|| "no such file".to_owned(), |name| format!("there is no file {name}")),
        ),
        Unreadable::Folder => Words::new(format!("{file} is a folder, not a file")),
        Unreadable::NotRegular => Words::new(format!("{file} is a pipe or a device, not a regular file")),
        Unreadable::Forbidden => Words::new(format!("no permission to read {file}"))
            .hint("ask the owner of the file for permission to read it"),
        Unreadable::TooLarge { limit } => {
            Words::new(format!("{file} is too large: the limit is {} MiB", limit >> 20))
        }
        Unreadable::Failed(number) => system_error(Words::new(format!("{file} cannot be read")), *number),
    }
}

/// Why a file cannot be written.
pub(super) fn unwritable(name: &str, why: Unwritable) -> Words {
    const OTHER_PLACE: &str = "give another place with -o";
    let words = match why {
        Unwritable::Input => {
            return Words::new(format!("{name} is one of the files that the report is made from"))
                .hint("give another file with -o");
        }
        Unwritable::OtherKind => {
            return Words::new(format!("{name} exists and is not a PDF"))
                .hint("give another file with -o, or rename this one");
        }
        Unwritable::Twice => {
            return Words::new(format!("{name} is the same file to which another edition is written"))
                .hint("delete the link that leads to it, or give another file with -o");
        }
        Unwritable::Folder => {
            Words::new(format!("{name} cannot be written: it is a folder")).hint(OTHER_PLACE)
        }
        Unwritable::FolderIsFile => {
            Words::new(format!("{name} cannot be written: its folder is a file")).hint(OTHER_PLACE)
        }
        Unwritable::FolderMissing => {
            Words::new(format!("{name} cannot be written: its folder does not exist")).hint(OTHER_PLACE)
        }
        Unwritable::Name => {
            Words::new(format!("{name} is too long for a name, or has characters that no name may have"))
                .hint(OTHER_PLACE)
        }
        Unwritable::Forbidden => Words::new(format!("no permission to write {name}"))
            .hint("give another place with -o, or ask for permission to write to the file and its folder"),
        Unwritable::ReadOnly => {
            Words::new(format!("{name} cannot be written: the file system is read-only")).hint(OTHER_PLACE)
        }
        Unwritable::NoSpace => Words::new(format!("{name} cannot be written: no space is left"))
            .hint("free some space, or give another disk with -o"),
        Unwritable::Closed => return Words::new(format!("{name} is closed: nobody reads what is written")),
        Unwritable::Failed(number) => system_error(Words::new(format!("{name} cannot be written")), number),
    };
    words.note("the earlier file, if any, is unchanged")
}

/// Why standard output cannot be written to.
pub(super) fn output_unwritable(why: Unwritable) -> Words {
    match why {
        Unwritable::Closed => Words::new("standard output is closed: nobody reads what is written"),
        Unwritable::NoSpace => {
            Words::new("not everything could be written to standard output: no space is left")
        }
        Unwritable::Failed(number) => {
            system_error(Words::new("standard output cannot be written to"), number)
        }
        _ => Words::new("standard output cannot be written to"),
    }
}

fn system_error(words: Words, number: Option<i32>) -> Words {
    match number {
        Some(number) => words.note(format!("operating system error {number}")),
        None => words,
    }
}

/// Why there is no such version of a file.
pub(super) fn no_revision(file: &str, revision: &str, why: &NoRevision) -> Words {
    match why {
        NoRevision::NoGit => Words::new("git is not installed, so there are no earlier versions to read")
            .hint("install git, or name an earlier file instead of git:"),
        NoRevision::NoRepository => Words::new(format!("{file} is not in a git repository"))
            .hint("name an earlier file instead of git:"),
        NoRevision::Unknown => Words::new(format!("git knows no revision “{revision}”"))
            .hint("write HEAD~1 for the version before, for example; git log shows them all"),
        NoRevision::NotThere => Words::new(format!("there was no {file} in the revision “{revision}”"))
            .hint("name a later revision; git log shows when the file was added"),
        NoRevision::TooLarge { limit } => Words::new(format!(
            "{file} in the revision “{revision}” is too large: at most {} MiB are read",
            limit >> 20
        )),
        NoRevision::NoFile => {
            Words::new("standard input has no earlier versions").hint("name the YAML file of the report")
        }
        NoRevision::Failed => Words::new(format!("git could not read the revision “{revision}”")),
    }
}
