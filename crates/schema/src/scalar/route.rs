use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};
use crate::yaml::Route;

impl Scalar for Route {
    const FORMAT: &'static str = "route";
    const EXAMPLES: &'static [&'static str] = &["sources.pin.url", "procedures.pin-reset.at[0]"];
    const ABOUT: &'static str = "このファイルの中の場所。キーを「.」でつなぎ、リストは[0]から数える。\n\nA place of this file: keys with dots between them, entries of lists from [0].";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        text.parse().map_err(|error: crate::yaml::RouteError| match text {
            "" => ScalarFault::whole(ScalarFaultKind::RouteShape),
            _ => ScalarFault::at(ScalarFaultKind::RouteShape, error.at),
        })
    }
}

scalar_traits!(Route);
