use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// The length of a PIN: `4`, or from a least to a greatest number of characters: `6-16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinLength {
    /// The least number of characters.
    pub least: u8,
    /// The greatest number of characters.
    pub most: u8,
}

impl Scalar for PinLength {
    const FORMAT: &'static str = "pin-length";
    const PATTERN: Option<&'static str> = Some("^[1-9][0-9]?(-[1-9][0-9]?)?$");
    const EXAMPLES: &'static [&'static str] = &["4", "6-16"];
    const ABOUT: &'static str =
        "暗証番号の桁数。\"4\" または \"6-16\"。引用符で囲む。\n\nThe length of a PIN: \"4\" or \"6-16\", quoted.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        let fault = || ScalarFault::whole(ScalarFaultKind::LengthShape);
        let is_number = |part: &str| {
            matches!(part.len(), 1 | 2) && !part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit())
        };
        let number = |part: &str| part.parse::<u8>().ok().filter(|_| is_number(part)).ok_or_else(fault);
        let (least, most) = text.split_once('-').unwrap_or((text, text));
        let (least, most) = (number(least)?, number(most)?);
        if most < least { Err(fault()) } else { Ok(Self { least, most }) }
    }
}

impl std::fmt::Display for PinLength {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.least == self.most { write!(f, "{}", self.least) } else { write!(f, "{}-{}", self.least, self.most) }
    }
}

scalar_traits!(PinLength);
