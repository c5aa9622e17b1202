//! Images in a report.

use std::fmt;
use std::path::{Component, Path};
use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Text, parsed_from};
use super::{KeyPath, Line, Prose};

/// An image with its alternative text.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Paveikslas")]
pub struct Image {
    /// The image file.
    #[schemars(description = "Paveikslo failas")]
    pub file: ImagePath,
    /// Alternative text (PDF/UA-1, 7.3).
    #[schemars(description = "Kas pavaizduota – tiems, kurie paveikslo nemato", extend("examples" = ["Vaikai piešia prie ilgo stalo"]))]
    pub alt: Line,
    /// A caption below the image.
    #[schemars(description = "Užrašas po paveikslu")]
    pub caption: Option<Prose>,
    /// The credit line, printed as written.
    #[schemars(description = "Kieno nuotrauka ar piešinys; spausdinama taip, kaip parašyta", extend("examples" = ["Jono Jonaičio nuotr."]))]
    pub credit: Option<Line>,
}

/// The images of the mapping at `path`, from its keys `image` and `images`, with their paths.
pub(crate) fn with_keys<'a>(
    path: &KeyPath,
    image: Option<&'a Image>,
    images: &'a [Image],
) -> impl Iterator<Item = (KeyPath, &'a Image)> + use<'a> {
    let (one, several) = (path.key("image"), path.key("images"));
    let image = image.map(|image| (one, image));
    image.into_iter().chain(images.iter().enumerate().map(move |(index, image)| (several.item(index), image)))
}

/// A path relative to the folder of the report that does not leave it through `..`. Symbolic links are checked when
/// the file is opened ([`crate::images`]).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Paveikslo failo kelias nuo ataskaitos failo aplanko",
    extend("pattern" = IMAGE_PATH_PATTERN),
    extend("examples" = ["images/dirbtuves.jpg"]),
)]
pub struct ImagePath(String);

/// Rejects empty, absolute and Windows paths, and paths that begin with `..`. A pattern cannot detect `..` that leaves
/// the folder later in the path.
const IMAGE_PATH_PATTERN: &str = r"^(?!/)(?![A-Za-z]:)(?!(\./+)*\.\.(/|$))[^\\]*[^\\\s][^\\]*$";

/// Why a text is not an [`ImagePath`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImagePathError {
    /// Nothing but white space.
    Empty,
    /// An absolute path.
    Absolute(String),
    /// A relative path with Windows backslashes.
    Backslash(String),
    /// A path that leaves the report's folder through `..`.
    Outside(String),
    /// An address on the web or of a file, such as `https://…`.
    Address(String),
}

impl ImagePath {
    /// The path as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<Path> for ImagePath {
    fn as_ref(&self) -> &Path {
        Path::new(&self.0)
    }
}

parsed_from!(Text => ImagePath);

impl FromStr for ImagePath {
    type Err = ImagePathError;

    fn from_str(text: &str) -> Result<Self, ImagePathError> {
        if text.trim().is_empty() {
            return Err(ImagePathError::Empty);
        }
        if text.contains("://") {
            return Err(ImagePathError::Address(text.to_owned()));
        }
        // A Windows drive letter.
        let drive =
            text.strip_prefix(|c: char| c.is_ascii_alphabetic()).is_some_and(|rest| rest.starts_with(':'));
        if drive || text.starts_with('\\') {
            return Err(ImagePathError::Absolute(text.to_owned()));
        }
        // Between double quotation marks YAML makes control characters of `\\n` and the like.
        if text.contains(|c: char| c == '\\' || c.is_control()) {
            return Err(ImagePathError::Backslash(text.to_owned()));
        }
        let mut depth = 0_usize;
        for component in Path::new(text).components() {
            depth = match component {
                Component::Prefix(_) | Component::RootDir => {
                    return Err(ImagePathError::Absolute(text.to_owned()));
                }
                Component::CurDir => depth,
                Component::Normal(_) => depth + 1,
                Component::ParentDir => match depth.checked_sub(1) {
                    Some(depth) => depth,
                    None => return Err(ImagePathError::Outside(text.to_owned())),
                },
            };
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for ImagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(path: &str) -> Result<ImagePath, ImagePathError> {
        path.parse()
    }

    #[test]
    fn paths_inside_the_folder_are_accepted() {
        for path in ["a.jpg", "images/a.jpg", "./images/a.jpg", "images/../a.jpg"] {
            assert_eq!(parse(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn windows_paths_have_specific_errors() {
        assert_eq!(parse("images\\a.jpg"), Err(ImagePathError::Backslash("images\\a.jpg".to_owned())));
        for path in ["C:\\Ona\\a.jpg", "C:/Ona/a.jpg", "\\\\serveris\\a.jpg"] {
            assert_eq!(parse(path), Err(ImagePathError::Absolute(path.to_owned())));
        }
    }

    #[test]
    fn addresses_are_rejected_as_paths() {
        for address in ["https://www.example.org/a.jpg", "file:///C:/Ona/a.jpg"] {
            assert_eq!(parse(address), Err(ImagePathError::Address(address.to_owned())));
        }
    }

    #[test]
    fn paths_outside_the_folder_are_rejected() {
        assert_eq!(parse("/etc/passwd"), Err(ImagePathError::Absolute("/etc/passwd".to_owned())));
        for path in ["../a.jpg", "images/../../a.jpg", "images/../../report/a.jpg"] {
            let error = parse(path).unwrap_err();
            assert_eq!(error, ImagePathError::Outside(path.to_owned()));
        }
    }
}
