//! The existing image that a mistyped path probably means.

use std::path::Path;

use crate::files::Folder;
use crate::report::ImagePath;

/// The maximum number of entries of the report's folder that are compared.
const MOST_FILES: usize = 2000;
/// The maximum number of characters of names that are compared.
const LONGEST_NAME: usize = 100;
/// The extensions of images.
const EXTENSIONS: [&str; 6] = ["gif", "jpeg", "jpg", "png", "svg", "webp"];

/// The path of the image in the folder whose name is most like that of a missing one, if any is like it.
pub(super) fn to(missing: &ImagePath, folder: &Folder) -> Option<String> {
    let files = folder.files(MOST_FILES);
    nearest(missing.as_str(), files.iter().filter_map(|path| path.to_str()))
}

fn nearest<'f>(missing: &str, files: impl Iterator<Item = &'f str>) -> Option<String> {
    let name = name(missing)?;
    if name.chars().count() > LONGEST_NAME {
        return None;
    }
    files
        .filter(|path| is_image(path))
        .filter_map(|path| {
            let other = self::name(path).filter(|other| other.chars().count() <= LONGEST_NAME)?;
            let distance = strsim::damerau_levenshtein(&name, &other);
            // Of two names alike, the one in the folder that was typed is meant.
            let is_elsewhere = Path::new(path).parent() != Path::new(missing).parent();
            // Short names such as `a` and `b` are all alike.
            (distance <= name.chars().count() / 3).then_some((distance, is_elsewhere, path))
        })
        .min()
        .map(|(_, _, path)| path.replace('\\', "/"))
}

/// The name of a file without its extension, in lower case.
fn name(path: &str) -> Option<String> {
    Some(Path::new(path).file_stem()?.to_str()?.to_lowercase())
}

fn is_image(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    EXTENSIONS.contains(&extension.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_with_the_most_similar_name_is_found() {
        let files = [
            "images/a.jpg",
            "images/festivalis.jpg",
            "images/stovykla.png",
            "seni/festivalis.jpg",
            "festivalis.txt",
        ];
        let of = |missing: &str| nearest(missing, files.into_iter());
        let found = |path: &str| Some(path.to_owned());
        // A letter too few, another extension, another folder, capitals, and no folder.
        assert_eq!(of("images/festivlis.jpg"), found("images/festivalis.jpg"));
        assert_eq!(of("images/stovykla.jpg"), found("images/stovykla.png"));
        assert_eq!(of("seni/Festivalis.JPG"), found("seni/festivalis.jpg"));
        assert_eq!(of("nuotraukos/stovykla.png"), found("images/stovykla.png"));
        assert_eq!(of("stovykla.png"), found("images/stovykla.png"));
        assert_eq!(of("images/b.jpg"), None);
        assert_eq!(of("images/koncertas.jpg"), None);
        assert_eq!(of(&"a".repeat(100_000)), None);
    }
}
