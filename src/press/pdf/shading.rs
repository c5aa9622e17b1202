//! The colours of gradients (ISO 32000-1, 8.7.4.5).

use std::ptr;
use std::rc::Rc;

use super::cache::Cache;
use super::color::Gradient;
use super::object::{Dictionary, Object};
use super::{ColorSpace, Pdf};

/// The deepest nesting of stitched functions.
const DEPTH_LIMIT: u8 = 4;
/// The most stops of a gradient, and the most functions of its components.
const STOPS_LIMIT: usize = 256;
const COMPONENTS_LIMIT: usize = 32;

impl Pdf<'_> {
    /// A gradient, which is read once and cached.
    pub(super) fn gradient(
        &self,
        shading: &Dictionary,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
    ) -> Rc<Gradient> {
        if let Some(known) = cache.gradients.get(&ptr::from_ref(shading)) {
            return Rc::clone(known);
        }
        let space = match shading.get(b"ColorSpace") {
            Some(object) => self.color_space(object, resources, cache),
            None => Rc::new(ColorSpace::Unknown),
        };
        let colors = match self.get(shading, "Function") {
            Some(Object::Array(functions)) => self.of_components(functions),
            Some(function) => self.ends(function, DEPTH_LIMIT),
            None => None,
        };
        let components = space.components();
        let colors = colors.filter(|colors| colors.iter().all(|color| color.len() == components));
        let is_full = self.covers_all(shading);
        let gradient = Rc::new(Gradient { space, colors: colors.unwrap_or_default(), is_full });
        cache.gradients.insert(ptr::from_ref(shading), Rc::clone(&gradient));
        gradient
    }

    /// Whether an axial gradient extends beyond both of its ends, without a bounding box.
    fn covers_all(&self, shading: &Dictionary) -> bool {
        let is_true = |object: &Object| self.resolve(object).as_boolean() == Some(true);
        self.integer(shading, "ShadingType") == Some(2)
            && !shading.has(b"BBox")
            && self.array(shading, "Extend").is_some_and(|ends| ends.iter().all(is_true))
    }

    /// The values of a function of one variable at the ends of its domain and at the bounds of its parts.
    fn ends(&self, function: &Object, depth: u8) -> Option<Vec<Vec<f64>>> {
        let depth = depth.checked_sub(1)?;
        self.spend(1).then_some(())?;
        let dict = function.as_dict()?;
        match self.integer(dict, "FunctionType")? {
            // From C0 to C1; each component is monotonic.
            2 => {
                let end = |key, missing| match self.numbers(dict, key) {
                    Some(values) => (values.len() <= COMPONENTS_LIMIT).then_some(values),
                    None => Some(vec![missing]),
                };
                Some(vec![end("C0", 0.0)?, end("C1", 1.0)?])
            }
            3 => {
                let mut ends = Vec::new();
                for part in self.array(dict, "Functions")? {
                    ends.extend(self.ends(self.resolve(part), depth)?);
                    if ends.len() > STOPS_LIMIT {
                        return None;
                    }
                }
                Some(ends)
            }
            _ => None,
        }
    }

    /// The same for one function per component, if they have the same stops.
    fn of_components(&self, functions: &[Object]) -> Option<Vec<Vec<f64>>> {
        if functions.len() > COMPONENTS_LIMIT {
            return None;
        }
        let mut colors: Vec<Vec<f64>> = Vec::new();
        for (index, function) in functions.iter().enumerate() {
            let ends = self.ends(self.resolve(function), DEPTH_LIMIT)?;
            if index == 0 {
                colors = vec![Vec::new(); ends.len()];
            }
            if ends.len() != colors.len() {
                return None;
            }
            for (color, end) in colors.iter_mut().zip(ends) {
                color.extend(end);
            }
        }
        Some(colors)
    }
}
