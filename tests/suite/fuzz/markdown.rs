//! Running text as Markdown.

use std::path::Path;

use serde_yaml::Value;

use super::{MEBIBYTES, SECONDS, anywhere, assert_answered, corpus, fuzz};
use crate::full_report::MINIMAL;
use crate::limited::limited;
use crate::press::ROOT;

const TOKENS: [&str; 32] = [
    "*",
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "](https://a.lt)",
    "](lang:en)",
    "<",
    ">",
    "# ",
    "> ",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "    ",
    "\\",
    "&amp;",
    "&#0;",
    "|",
    "|-|\n",
    "![",
    "\"",
    "„",
    " - ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "ą",
    "5 Eur",
];

#[test]
fn fuzzed_running_text_is_handled() {
    limited(SECONDS, MEBIBYTES, || {
        let test = |bytes: &[u8]| {
            let mut report: Value = serde_yaml::from_str(MINIMAL).unwrap();
            report["about"] = String::from_utf8_lossy(bytes).into();
            assert_answered(&serde_yaml::to_string(&report).unwrap(), Path::new(ROOT));
        };
        for long in
            ["*a **b ", "[a](", "[[", "> ", "- ", "`", "a|", "\u{ad}", "<b>", "**a** [b](https://c.lt) "]
        {
            test(long.repeat(5000).as_bytes());
        }
        // As many matches of the template's patterns as a paragraph and a link can have.
        for (word, times) in [
            ("https://www.lsik.lt/a/b/c/d/e/f ", 40),
            ("nepriklausomybėnepriklaus ", 225),
            ("111111111111111111111111 ", 450),
        ] {
            test(word.repeat(times).as_bytes());
        }
        test(format!("[{}](https://c.lt)", "a.b ".repeat(225)).as_bytes());
        fuzz(&corpus("markdown"), anywhere(&TOKENS), 100, test);
    });
}
