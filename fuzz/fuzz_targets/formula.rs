//! Any text as a formula of papers and of conditions: what is wrong is named at its place, and what is
//! right is written in a form that is read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use madoguchi_schema::scalar::{Condition, Formula, Scalar};

fn reads_and_writes<S: Scalar + PartialEq + std::fmt::Debug + std::fmt::Display>(text: &str) {
    match S::parse(text) {
        Ok(read) => assert_eq!(S::parse(&read.to_string()).as_ref(), Ok(&read)),
        Err(fault) => assert!(fault.at.is_none_or(|at| text.get(at).is_some())),
    }
}

fuzz_target!(|text: &str| {
    reads_and_writes::<Formula>(text);
    reads_and_writes::<Condition>(text);
});
