//! Shadings: the colours of gradients (ISO 32000-1, 8.7.4.5).

use lopdf::{Dictionary, Object, ObjectId};

use super::spaces::Space;
use super::{ColorTarget, Conversion};
use crate::press::{FinishError, Unconvertible};

impl Conversion<'_> {
    /// Converts a shading, which has a function. A gradient of pure greys is printed in black alone,
    /// as such lines are; one that only crosses a grey keeps to the profile there too, lest a seam
    /// be seen.
    pub(super) fn shading(&mut self, id: ObjectId, target: ColorTarget) -> Result<Dictionary, FinishError> {
        let source = self.source;
        // Those without a function are streams of their own colours.
        let Object::Dictionary(shading) = source.get_object(id)? else {
            return Err(FinishError::Color(Unconvertible::Gradient));
        };
        if shading.has(b"Background") {
            return Err(FinishError::Color(Unconvertible::Gradient));
        }
        let space = self.spaces.space(shading.get(b"ColorSpace")?)?;
        let mut converted = shading.clone();
        if matches!((&space, target), (Space::Gray(_), ColorTarget::Lightness)) {
            converted.set("ColorSpace", "DeviceGray");
            return Ok(converted);
        }
        let function = shading.get(b"Function")?.as_reference()?;
        let is_gray = self.always(function, |color| space.is_gray(color))?;
        let printed = self.printed(function, &|color| {
            if is_gray { space.convert(color, target) } else { space.convert_by_profile(color, target) }
        })?;
        converted.set("Function", printed);
        converted.set("ColorSpace", target.space());
        Ok(converted)
    }
}
