use std::process::ExitCode;

use madoguchi_validator::{Messages, nearest_rule, rule};

use crate::arguments::Explain;
use crate::failure::Failure;
use crate::say;

/// Says what a rule is about, or which rules there are.
pub(crate) fn run(call: &Explain) -> Result<ExitCode, Failure> {
    let messages = Messages::new(call.lang).map_err(Failure::broken)?;
    let text = match &call.rule {
        None => madoguchi_validator::list(&messages),
        Some(name) => {
            let unknown = || Failure::UnknownRule(name.clone(), nearest_rule(name));
            madoguchi_validator::explain(rule(name).ok_or_else(unknown)?, &messages)
        }
    };
    say::result(&text.map_err(Failure::broken)?)?;
    Ok(ExitCode::SUCCESS)
}
