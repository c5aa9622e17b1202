//! Messages about files that cannot be read or written.

use crate::diagnostic::messages::Words;
use crate::files::{NoRevision, Unreadable, Unwritable};

/// Why a file cannot be read; `name` is `None` if the name is shown elsewhere.
pub(super) fn unreadable(name: Option<&str>, why: &Unreadable) -> Words {
    let file = name.unwrap_or("the file");
    match why {
        Unreadable::Missing => Words::new(
            name.map_or_else(|| "no such file".to_owned(), |name| format!("the file {name} does not exist")),
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
    const OTHER_PLACE: &str = "choose another location with -o";
    let words = match why {
        Unwritable::Input => {
            return Words::new(format!("{name} is one of the files that the report is made from"))
                .hint("choose another file with -o");
        }
        Unwritable::OtherKind => {
            return Words::new(format!("{name} exists and is not a PDF"))
                .hint("choose another file with -o, or rename this one");
        }
        Unwritable::Twice => {
            return Words::new(format!("{name} is the same file that another edition is written to"))
                .hint("delete the link to it, or choose another file with -o");
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
        Unwritable::Name => Words::new(format!(
            "{name} is too long for a file name, or has characters that are not allowed in one"
        ))
        .hint(OTHER_PLACE),
        Unwritable::Forbidden => Words::new(format!("no permission to write {name}")).hint(
            "choose another location with -o, or ask for permission to write to the file and its folder",
        ),
        Unwritable::ReadOnly => {
            Words::new(format!("{name} cannot be written: the file system is read-only")).hint(OTHER_PLACE)
        }
        Unwritable::NoSpace => Words::new(format!("{name} cannot be written: the disk is full"))
            .hint("free some space, or choose another disk with -o"),
        Unwritable::Closed => return Words::new(format!("{name} is closed: no program is reading from it")),
        Unwritable::Failed(number) => system_error(Words::new(format!("{name} cannot be written")), number),
    };
    words.note("the existing file, if any, is unchanged")
}

/// Why standard output cannot be written to.
pub(super) fn output_unwritable(why: Unwritable) -> Words {
    match why {
        Unwritable::Closed => Words::new("standard output is closed: no program is reading from it"),
        Unwritable::NoSpace => {
            Words::new("not everything could be written to standard output: the disk is full")
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
        NoRevision::NoGit => Words::new("git is not installed, so earlier versions cannot be read")
            .hint("install git, or name an earlier file instead of git:"),
        NoRevision::NoRepository => Words::new(format!("{file} is not in a git repository"))
            .hint("name an earlier file instead of git:"),
        NoRevision::Unknown => Words::new(format!("git does not know the revision “{revision}”"))
            .hint("write, for example, HEAD~1 for the previous version; git log lists all versions"),
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
