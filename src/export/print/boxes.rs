//! Page boxes (ISO 32000-1, 14.11.2): the trim box and the bleed box.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::press::FinishError;

/// A rectangle in default user space, in points: left, bottom, right, top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::export) struct PageBox(pub(in crate::export) [f32; 4]);

impl PageBox {
    /// One of the boxes of a page.
    pub(in crate::export) fn read(
        document: &Document,
        page: ObjectId,
        key: &[u8],
    ) -> Result<Self, FinishError> {
        let values = document.get_dictionary(page)?.get_deref(key, document)?.as_array()?;
        let values = values.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?;
        values.try_into().map(Self).map_err(|_| FinishError::Broken)
    }

    /// The box enlarged by a margin on every side, in points.
    pub(super) fn grown(self, margin: f32) -> Self {
        let Self([left, bottom, right, top]) = self;
        Self([left - margin, bottom - margin, right + margin, top + margin])
    }
}

impl From<PageBox> for Object {
    fn from(PageBox(edges): PageBox) -> Self {
        Self::Array(edges.into_iter().map(Self::Real).collect())
    }
}

/// Adds the bleed box, which Typst leaves out and which is equal to its media box, and the CMYK blending colour space of
/// each page (ISO 15930-7, 6.20).
pub(super) fn complete(document: &mut Document) -> Result<(), FinishError> {
    let pages: Vec<_> = document.page_iter().collect();
    for page in pages {
        let whole = PageBox::read(document, page, b"MediaBox")?;
        let trim = PageBox::read(document, page, b"TrimBox").map_err(|_| FinishError::NoBleed)?;
        let page = document.get_dictionary_mut(page)?;
        page.set("MediaBox", whole);
        page.set("BleedBox", whole);
        page.set("TrimBox", trim);
        page.set("Group", blending_group());
    }
    Ok(())
}

fn blending_group() -> Dictionary {
    dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceCMYK" }
}
