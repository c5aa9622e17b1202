//! The output intent: the printing condition for which the file is made.

use sha2::{Digest, Sha256};

use super::{Fault, FileProperties, Findings, IntentFault};
use crate::press::icc::{IccSpace, Signature};
use crate::press::pdf::{Dictionary, Object, ObjectId, Pdf, Stream};

/// The profile of the printing condition.
#[derive(Debug)]
pub(super) struct OutputProfile {
    id: Option<ObjectId>,
    /// Of its data.
    hash: Option<Vec<u8>>,
}

/// The most bytes of a profile that is compared.
const PROFILE_LIMIT: usize = 16 << 20;
/// What hashing a byte costs, as work.
const HASH_WORK: usize = 2;

impl OutputProfile {
    /// Whether an object is the same profile.
    pub(super) fn is_same(&self, pdf: &Pdf<'_>, id: ObjectId) -> bool {
        let hash = || hash(pdf, pdf.resolve(&Object::Reference(id)).as_stream()?);
        self.id == Some(id) || self.hash.is_some() && self.hash == hash()
    }
}

fn hash(pdf: &Pdf<'_>, stream: &Stream) -> Option<Vec<u8>> {
    let data = pdf.data(stream, PROFILE_LIMIT)?.bytes;
    pdf.spend(HASH_WORK * data.len()).then(|| Sha256::digest(&data).to_vec())
}

/// Checks the output intent; gives its profile.
pub(super) fn check(
    pdf: &Pdf<'_>,
    properties: &mut FileProperties,
    findings: &mut Findings,
) -> Option<OutputProfile> {
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
    let intent = intents.first()?;
    properties.output_condition =
        pdf.text(intent, "OutputConditionIdentifier").filter(|name| !name.is_empty());
    if properties.output_condition.is_none() {
        add(IntentFault::NoIdentifier);
    }
    let Some(stream) = pdf.stream(intent, "DestOutputProfile") else {
        add(IntentFault::NoProfile);
        return None;
    };
    match pdf.profile(stream) {
        (_, None) => add(IntentFault::NotIcc),
        (components, Some(header)) => {
            if header.class != Signature(*b"prtr") {
                add(IntentFault::NotOutput);
            } else if header.icc_space() != IccSpace::Cmyk {
                add(IntentFault::NotCmyk(header.icc_space()));
            } else if components != 4 {
                add(IntentFault::NotIcc);
            }
        }
    }
    Some(OutputProfile { id: stream.id, hash: hash(pdf, stream) })
}
