//! The boxes of a page (ISO 32000-1, 14.11.2): what is left of it when it has been cut, and how far
//! it runs on beyond that.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::press::FinishError;

/// A rectangle in points, of the page's own space: left, bottom, right, top.
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

    /// The same with a margin of some points around it.
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

/// Adds what Typst leaves out: the bleed, which is the whole of its page. It gives the trim of those
/// that have one.
///
/// The colours of each page blend as those of the output condition (ISO 15930-7, 6.20).
pub(super) fn complete(document: &mut Document) -> Result<(), FinishError> {
    let pages: Vec<_> = document.page_iter().collect();
    for page in pages {
        let whole = PageBox::read(document, page, b"MediaBox")?;
        let trim = PageBox::read(document, page, b"TrimBox").map_err(|_| FinishError::NoBleed)?;
        let page = document.get_dictionary_mut(page)?;
        page.set("MediaBox", whole);
        page.set("BleedBox", whole);
        page.set("TrimBox", trim);
        page.set("Group", blending());
    }
    Ok(())
}

fn blending() -> Dictionary {
    dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceCMYK" }
}
