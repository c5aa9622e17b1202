//! The properties of a print file, whether or not they are valid.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// The properties of a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FileProperties {
    /// The version of PDF, such as `1.6`.
    pub version: String,
    /// The standards that it claims to conform to, such as `PDF/X-4`.
    pub standards: Vec<String>,
    /// The number of pages.
    pub pages: usize,
    /// The sizes of the trimmed pages in millimetres, each once, a hundred at most; of pages that are not to be
    /// trimmed, those of the sheets.
    pub sizes: Vec<(f64, f64)>,
    /// The smallest bleed of any page, in millimetres; `None` if no page states its trim.
    pub bleed: Option<f64>,
    /// The number of pages with a rotation or a user unit.
    pub turned_or_scaled: usize,
    /// The printing condition that the output intent for PDF/X names.
    pub output_condition: Option<String>,
    /// The fonts, and whether each is embedded.
    pub fonts: BTreeMap<String, bool>,
    /// The number of uses of each colour space, including by images.
    pub color_spaces: BTreeMap<String, usize>,
    /// The inks other than cyan, magenta, yellow and black.
    pub spot_inks: BTreeSet<String>,
    /// The number of placed images.
    pub pictures: usize,
    /// The lowest resolution of an image at its printed size, in dots per inch.
    pub lowest_dpi: Option<f64>,
    /// The highest total ink of any colour or pixel, in per cent.
    pub highest_ink: Option<f64>,
    /// The number of gradients, images and colours whose ink is unknown without converting or rendering them.
    pub unknown_inks: usize,
    /// The smallest height of type, in points.
    pub smallest_text: Option<f64>,
    /// Whether anything is transparent.
    pub transparency: bool,
    /// The number of optional layers.
    pub layers: usize,
    /// The number of layers that are hidden when the file is opened.
    pub hidden_layers: usize,
    /// The number of embedded files.
    pub attachments: usize,
}
