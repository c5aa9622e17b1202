//! Pictures that the report names.

use std::fmt;
use std::path::{Component, Path};

use serde::Deserialize;

use super::{Line, Prose};

/// A picture with what it shows.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// The picture's file.
    pub file: ImagePath,
    /// What the picture shows, for those who cannot see it (PDF/UA-1, 7.3).
    pub alt: Line,
    /// A line of text below it.
    pub caption: Option<Prose>,
}

/// A path relative to the folder of the report, which it does not leave by its spelling. Whether
/// a symbolic link leads out of the folder is seen when the file is opened
/// ([`crate::pictures`]).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct ImagePath(String);

/// Why a text is not an [`ImagePath`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImagePathError {
    /// Nothing but white space.
    Empty,
    /// An absolute path.
    Absolute(String),
    /// A path that leads out of the report's folder through `..`.
    Outside(String),
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

impl TryFrom<String> for ImagePath {
    type Error = ImagePathError;

    fn try_from(text: String) -> Result<Self, ImagePathError> {
        if text.trim().is_empty() {
            return Err(ImagePathError::Empty);
        }
        let mut depth = 0_usize;
        for component in Path::new(&text).components() {
            depth = match component {
                Component::Prefix(_) | Component::RootDir => return Err(ImagePathError::Absolute(text)),
                Component::CurDir => depth,
                Component::Normal(_) => depth + 1,
                Component::ParentDir => match depth.checked_sub(1) {
                    Some(depth) => depth,
                    None => return Err(ImagePathError::Outside(text)),
                },
            };
        }
        Ok(Self(text))
    }
}

impl fmt::Display for ImagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ImagePathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the path of the image is empty: write one such as images/a.jpg"),
            Self::Absolute(path) => write!(
                f,
                "the image “{path}” is named by an absolute path: put it into the folder of the \
                 report and write its path from there, such as images/a.jpg"
            ),
            Self::Outside(path) => write!(
                f,
                "the image “{path}” is outside the folder of the report: put it into that folder \
                 and write its path from there, such as images/a.jpg"
            ),
        }
    }
}

impl std::error::Error for ImagePathError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(path: &str) -> Result<ImagePath, ImagePathError> {
        ImagePath::try_from(path.to_owned())
    }

    #[test]
    fn paths_that_stay_inside_are_taken() {
        for path in ["a.jpg", "images/a.jpg", "./images/a.jpg", "images/../a.jpg"] {
            assert_eq!(parse(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn paths_that_lead_out_are_refused_by_name() {
        assert_eq!(parse("/etc/passwd"), Err(ImagePathError::Absolute("/etc/passwd".to_owned())));
        for path in ["../a.jpg", "images/../../a.jpg", "images/../../report/a.jpg"] {
            let error = parse(path).unwrap_err();
            assert_eq!(error, ImagePathError::Outside(path.to_owned()));
            assert!(error.to_string().contains(path));
        }
    }
}
