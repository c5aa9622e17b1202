//! The output intent: the printing condition for which the file is made.

use super::{Facts, Fault, Findings, IntentFault};
use crate::press::icc::{IccSpace, Signature};
use crate::press::pdf::{Dictionary, Pdf};

pub(super) fn check(pdf: &Pdf<'_>, facts: &mut Facts, findings: &mut Findings) {
    let all = pdf.catalog().and_then(|catalog| pdf.array(catalog, "OutputIntents")).unwrap_or_default();
    let intents: Vec<&Dictionary> = all
        .iter()
        .filter_map(|intent| pdf.resolve(intent).as_dict())
        .filter(|intent| pdf.name(intent, "S") == Some(b"GTS_PDFX"))
        .collect();
    let mut add = |fault| findings.add(Fault::OutputIntent(fault));
    match intents.len() {
        0 => add(IntentFault::Missing),
        1 => {}
        several => add(IntentFault::Several(several)),
    }
    let Some(intent) = intents.first() else { return };
    facts.output_condition = pdf.text(intent, "OutputConditionIdentifier").filter(|name| !name.is_empty());
    if facts.output_condition.is_none() {
        add(IntentFault::NoIdentifier);
    }
    match pdf.output_profile(intent) {
        None => add(IntentFault::NoProfile),
        Some((_, None)) => add(IntentFault::NotIcc),
        Some((components, Some(header))) => {
            if header.class != Signature(*b"prtr") {
                add(IntentFault::NotOutput);
            } else if header.icc_space() != IccSpace::Cmyk {
                add(IntentFault::NotCmyk(header.icc_space()));
            } else if components != 4 {
                add(IntentFault::NotIcc);
            }
        }
    }
}
