//! The pages of a file, with their inherited attributes (ISO 32000-1, 7.7.3).

use std::collections::BTreeSet;
use std::slice;

use super::object::{Dictionary, Object};
use kurbo::Rect;

use super::Pdf;

/// A page. Its boxes are in points, with `UserUnit` applied and normalised corners.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The number of the page, from one.
    pub number: u32,
    /// Its dictionary.
    pub dict: &'a Dictionary,
    /// Its resources, possibly inherited.
    pub resources: Option<&'a Dictionary>,
    /// The media box, possibly inherited.
    pub media_box: Option<Rect>,
    /// The crop box, possibly inherited.
    pub crop_box: Option<Rect>,
    /// The bleed box.
    pub bleed_box: Option<Rect>,
    /// The trim box.
    pub trim_box: Option<Rect>,
    /// The art box.
    pub art_box: Option<Rect>,
    /// The clockwise rotation when it is shown, in degrees.
    pub rotate: i64,
    /// Its unit of length, in points.
    pub user_unit: f64,
}

impl Page<'_> {
    /// The finished page: the trim box, or else the art box.
    pub fn finished(&self) -> Option<Rect> {
        self.trim_box.or(self.art_box)
    }

    /// The bleed box; by default, the crop box (ISO 32000-1, table 30).
    pub fn bleed(&self) -> Option<Rect> {
        self.bleed_box.or(self.crop_box).or(self.media_box)
    }
}

/// The cost of a node of the tree, as work.
const NODE_WORK: usize = 200;

/// The attributes that pages inherit from the nodes above them.
#[derive(Clone, Copy, Default)]
struct Inherited<'a> {
    resources: Option<&'a Object>,
    media_box: Option<&'a Object>,
    crop_box: Option<&'a Object>,
    rotate: Option<&'a Object>,
}

impl Pdf<'_> {
    /// The number of pages that the file declares.
    pub fn stated_pages(&self) -> Option<usize> {
        let root = self.dict(self.catalog()?, "Pages")?;
        usize::try_from(self.integer(root, "Count")?).ok()
    }

    /// The pages from the first to the last. A node of the tree that was already visited is skipped, since the tree may
    /// contain cycles.
    pub fn pages(&self) -> Vec<Page<'_>> {
        let mut pages = Vec::new();
        let mut visited = BTreeSet::new();
        let root = self.catalog().and_then(|catalog| catalog.get(b"Pages"));
        // The branches that are being followed, each inside the one before.
        let mut branches = vec![(root.map(slice::from_ref).unwrap_or_default().iter(), Inherited::default())];
        while let Some((nodes, above)) = branches.last_mut() {
            let (Some(node), above) = (nodes.next(), *above) else {
                branches.pop();
                continue;
            };
            if !self.spend(NODE_WORK) {
                break;
            }
            if node.as_reference().is_some_and(|id| !visited.insert(id)) {
                continue;
            }
            let Some(dict) = self.resolve(node).as_dict() else { continue };
            let inherited = Inherited {
                resources: self.get(dict, "Resources").or(above.resources),
                media_box: self.get(dict, "MediaBox").or(above.media_box),
                crop_box: self.get(dict, "CropBox").or(above.crop_box),
                rotate: self.get(dict, "Rotate").or(above.rotate),
            };
            if let Some(kids) = self.array(dict, "Kids") {
                branches.push((kids.iter(), inherited));
            } else if self.name(dict, "Type").is_none_or(|name| name == b"Page") {
                let number = u32::try_from(pages.len() + 1).unwrap_or(u32::MAX);
                if self.budget().reserve(size_of::<Page<'_>>()).is_err() {
                    break;
                }
                pages.push(self.page(number, dict, inherited));
            }
        }
        pages
    }

    fn page<'a>(&'a self, number: u32, dict: &'a Dictionary, inherited: Inherited<'a>) -> Page<'a> {
        let user_unit = self.number(dict, "UserUnit").filter(|unit| *unit > 0.0).unwrap_or(1.0);
        let rect = |object: Option<&Object>| self.rect(object?, user_unit);
        Page {
            number,
            dict,
            resources: inherited.resources.and_then(Object::as_dict),
            media_box: rect(inherited.media_box),
            crop_box: rect(inherited.crop_box),
            bleed_box: rect(self.get(dict, "BleedBox")),
            trim_box: rect(self.get(dict, "TrimBox")),
            art_box: rect(self.get(dict, "ArtBox")),
            rotate: inherited.rotate.and_then(Object::as_integer).unwrap_or(0),
            user_unit,
        }
    }

    /// A rectangle in points; `None` if it is not four numbers.
    pub(super) fn rect(&self, object: &Object, user_unit: f64) -> Option<Rect> {
        let numbers: Option<Vec<f64>> =
            object.as_array()?.iter().take(5).map(|item| self.resolve(item).as_number()).collect();
        let &[x0, y0, x1, y1] = numbers?.as_slice() else { return None };
        Some(Rect::new(x0 * user_unit, y0 * user_unit, x1 * user_unit, y1 * user_unit).abs())
    }

    /// The rectangle of an annotation on a page, in points.
    pub fn annotation_rect(&self, page: &Page<'_>, annotation: &Dictionary) -> Option<Rect> {
        self.rect(self.get(annotation, "Rect")?, page.user_unit)
    }
}
