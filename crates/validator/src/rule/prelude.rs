//! What the file of a rule needs.

pub(crate) use super::{Check, Example, Level, Rule, Subject, Text, Trace, Whole};
pub(crate) use crate::diagnostic::{Argument, Diagnostic, Place};
pub(crate) use madoguchi_schema::yaml::Route;
