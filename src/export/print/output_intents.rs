//! Output intents: the intended printing condition (ISO 32000-1, 14.11.5).

use lopdf::{Document, Object, Stream, dictionary};

use super::press::OutputCondition;
use crate::press::FinishError;

/// PDF/X and PDF/A, which must share the profile (ISO 19005-2, 6.2.3).
const STANDARDS: [&str; 2] = ["GTS_PDFX", "GTS_PDFA1"];

const REGISTRY: &str = "http://www.color.org";

pub(super) fn add(document: &mut Document, condition: &OutputCondition) -> Result<(), FinishError> {
    let mut profile = Stream::new(dictionary! { "N" => 4 }, condition.profile().icc().to_vec());
    profile.compress()?;
    let profile = document.add_object(profile);
    let intents = STANDARDS.map(|standard| {
        let mut intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => standard,
            "OutputConditionIdentifier" => Object::string_literal(condition.registered_name().unwrap_or("Custom")),
            "Info" => lopdf::text_string(condition.description()),
            "DestOutputProfile" => profile,
        };
        if condition.registered_name().is_some() {
            intent.set("RegistryName", Object::string_literal(REGISTRY));
            intent.set("OutputCondition", lopdf::text_string(condition.description()));
        }
        Object::Dictionary(intent)
    });
    document.catalog_mut()?.set("OutputIntents", intents.to_vec());
    Ok(())
}
