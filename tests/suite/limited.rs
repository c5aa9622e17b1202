//! Tests of hostile input, each in a separate process with limits on time and memory.
//!
//! A test that reaches a limit fails instead of using up the machine's time or memory.

use std::any::type_name;
use std::env;
use std::process::Command;

/// Tells a child process which test to run.
const CHILD: &str = "ATASKAITA_LIMITED_TEST";

/// Runs the body of a test in a child process with limits on processor time, in seconds, and memory, in mebibytes.
///
/// # Panics If the body panics or reaches a limit.
#[track_caller]
pub(crate) fn limited<F: FnOnce()>(seconds: u32, mebibytes: u32, body: F) {
    // The name of the closure is that of the test with the crate as a prefix and a suffix.
    let name = type_name::<F>();
    let name = name.split_once("::").map_or(name, |(_, name)| name);
    let name = name.strip_suffix("::{{closure}}").unwrap_or(name);
    if cfg!(not(unix)) || env::var_os(CHILD).is_some_and(|child| child == name) {
        return body();
    }
    // The POSIX shells of Debian, Fedora and macOS support these limits. The data segment includes all private writable
    // mappings (getrlimit(2)).
    let output = Command::new("/bin/sh")
        .args(["-c", "ulimit -t \"$1\" && ulimit -d \"$2\" && exec \"$3\" --exact \"$4\" --nocapture", "sh"])
        .args([seconds.to_string(), (mebibytes * 1024).to_string()])
        .arg(env::current_exe().unwrap())
        .arg(name)
        .env(CHILD, name)
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success(), "{name}, of {seconds} s and {mebibytes} MiB: {}\n{said}", output.status);
    assert!(said.contains("1 passed"), "{name} is not the name of the test:\n{said}");
}

#[cfg(unix)]
#[test]
#[should_panic(expected = "allocation of")]
fn memory_is_limited() {
    limited(10, 200, || {
        let bytes = vec![1_u8; 400 << 20];
        assert_eq!(bytes[bytes.len() / 2], 1);
    });
}

#[cfg(unix)]
#[test]
#[should_panic(expected = "signal")]
fn time_is_limited() {
    limited(1, 200, || {
        let mut number = 1_u64;
        while std::hint::black_box(number) != 0 {
            number = number.wrapping_add(2);
        }
    });
}
