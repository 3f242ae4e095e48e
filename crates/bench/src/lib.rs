//! Measuring at the size of the country: a dataset of as many municipalities as are asked for, and what
//! the command and other tools need for it.

pub mod files;
pub mod formula;
pub mod measure;
pub mod synth;

/// What stops a measurement, in words.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
