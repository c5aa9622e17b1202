//! Reports as YAML.

use std::path::Path;

use super::{MEBIBYTES, SECONDS, anywhere, assert_answered, corpus, fuzz};
use crate::full_report::MINIMAL;
use crate::limited::limited;
use crate::press::ROOT;

const TOKENS: [&str; 32] = [
    "\"", "'", ":", ": ", ":\t", "- ", "\n", "\n  ", "\n# a\n", "\r", "\t", "[", "]", "{", "}", ",", "&a ",
    "*a", "!x ", "|", ">", "%", "?", "---\n", "\\u001b", "\u{0}", "\u{ad}", "\u{2028}", "\u{feff}",
    "\u{301}", "ą", "~",
];

/// Reports that are too long for the corpus.
fn long() -> Vec<String> {
    let about = |text: String| MINIMAL.replace("about: Esame maži.\n", &format!("about: {text}\n"));
    vec![
        // Longer than 16 KiB, where a different parser used to be tried first.
        MINIMAL.replace("mission: Būti.", "mission:\tBūti,\n  kaip esame.") + &"# pastaba\n".repeat(2000),
        about("a".repeat(32_768)),
        // A two-byte letter on the boundary of 64 KiB.
        about(format!("{}ą{}", "a ".repeat(32_767) + "a", " a".repeat(100))),
        about(format!("a{} b", "\u{301}".repeat(4000))),
        about("\u{ad}".repeat(3000)),
        unknown_keys(3000).join(": 1\n"),
        format!("{{{}}}", unknown_keys(1000).join(": 1, ")),
        "[".repeat(200_000),
        "? ".repeat(100_000),
        format!("a: [{}]", "1,".repeat(100_000)),
    ]
}

fn unknown_keys(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("raktas{number}")).collect()
}

#[test]
fn fuzzed_reports_are_handled() {
    limited(SECONDS, MEBIBYTES, || {
        let mut seeds = corpus("yaml");
        seeds.push(MINIMAL.as_bytes().to_vec());
        for long in long() {
            assert_answered(&long, Path::new(ROOT));
        }
        fuzz(&seeds, anywhere(&TOKENS), 150, |bytes| {
            assert_answered(&String::from_utf8_lossy(bytes), Path::new(ROOT));
        });
    });
}
