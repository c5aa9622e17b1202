//! Files that cannot be read.

use crate::diagnostic::messages::Words;
use crate::files::Unreadable;

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
        Unreadable::Failed(number) => {
            let words = Words::new(format!("{file} cannot be read"));
            match number {
                Some(number) => words.note(format!("operating system error {number}")),
                None => words,
            }
        }
    }
}
