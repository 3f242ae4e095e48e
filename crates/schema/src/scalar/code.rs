use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// A municipality's code (全国地方公共団体コード): two digits of prefecture, three of
/// municipality, one check digit.
///
/// Prefecture numbers 90 to 99 belong to no prefecture and never will; they are the private range
/// of this project's fixtures and examples.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityCode(String);

/// A prefecture (都道府県), by its number in JIS X 0401.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefecture {
    /// 1 to 47; 90 to 99 in fixtures.
    pub number: u8,
    /// The name in romaji, as in folder names.
    pub romaji: &'static str,
    /// The name in Japanese.
    pub ja: &'static str,
}

/// The 47 prefectures in the order of their numbers (JIS X 0401).
pub const PREFECTURES: [Prefecture; 47] = {
    macro_rules! list {
        ($($number:literal $romaji:literal $ja:literal),+ $(,)?) => {
            [$(Prefecture { number: $number, romaji: $romaji, ja: $ja }),+]
        };
    }
    list![
        1 "hokkaido" "北海道", 2 "aomori" "青森県", 3 "iwate" "岩手県", 4 "miyagi" "宮城県",
        5 "akita" "秋田県", 6 "yamagata" "山形県", 7 "fukushima" "福島県", 8 "ibaraki" "茨城県",
        9 "tochigi" "栃木県", 10 "gunma" "群馬県", 11 "saitama" "埼玉県", 12 "chiba" "千葉県",
        13 "tokyo" "東京都", 14 "kanagawa" "神奈川県", 15 "niigata" "新潟県", 16 "toyama" "富山県",
        17 "ishikawa" "石川県", 18 "fukui" "福井県", 19 "yamanashi" "山梨県", 20 "nagano" "長野県",
        21 "gifu" "岐阜県", 22 "shizuoka" "静岡県", 23 "aichi" "愛知県", 24 "mie" "三重県",
        25 "shiga" "滋賀県", 26 "kyoto" "京都府", 27 "osaka" "大阪府", 28 "hyogo" "兵庫県",
        29 "nara" "奈良県", 30 "wakayama" "和歌山県", 31 "tottori" "鳥取県", 32 "shimane" "島根県",
        33 "okayama" "岡山県", 34 "hiroshima" "広島県", 35 "yamaguchi" "山口県",
        36 "tokushima" "徳島県", 37 "kagawa" "香川県", 38 "ehime" "愛媛県", 39 "kochi" "高知県",
        40 "fukuoka" "福岡県", 41 "saga" "佐賀県", 42 "nagasaki" "長崎県", 43 "kumamoto" "熊本県",
        44 "oita" "大分県", 45 "miyazaki" "宮崎県", 46 "kagoshima" "鹿児島県", 47 "okinawa" "沖縄県",
    ]
};

const FICTION: Prefecture = Prefecture { number: 99, romaji: "fiction", ja: "架空県" };

impl MunicipalityCode {
    /// The six digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The prefecture that the first two digits name; a fictional one for the private range.
    #[must_use]
    pub fn prefecture(&self) -> Prefecture {
        let number = self.0.bytes().take(2).fold(0, |n, digit| n * 10 + (digit - b'0'));
        PREFECTURES
            .into_iter()
            .find(|prefecture| prefecture.number == number)
            .unwrap_or(Prefecture { number, ..FICTION })
    }

    /// Whether the code is of the private range and stands for no municipality.
    #[must_use]
    pub fn is_fictional(&self) -> bool {
        self.0.starts_with('9')
    }
}

/// The check digit of five digits: weights 6 to 2, the sum taken from 11, the last digit of that.
/// A sum below 11 is taken as it is (the rule of the Ministry of Internal Affairs of 1968).
fn check_digit(five: &[u8]) -> u8 {
    let sum: u32 = five.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let rest = if sum < 11 { 11 - sum } else { 11 - sum % 11 };
    // `rest` is 1 to 11, so its last digit is below 10.
    b'0' + u8::try_from(rest % 10).unwrap_or_default()
}

impl Scalar for MunicipalityCode {
    const FORMAT: &'static str = "municipality-code";
    const PATTERN: Option<&'static str> = Some("^[0-9]{6}$");
    const EXAMPLES: &'static [&'static str] = &["172014", "042099"];
    const ABOUT: &'static str =
        "全国地方公共団体コード(6桁)。必ず引用符で囲む。\n\nThe municipality's six-digit code, always quoted.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        let digits = text.as_bytes();
        if !digits.iter().all(u8::is_ascii_digit) || !matches!(digits.len(), 5 | 6) {
            return Err(ScalarFault::whole(ScalarFaultKind::CodeShape));
        }
        let right = |five: &[u8]| {
            let five_text: String = five.iter().map(|b| char::from(*b)).collect();
            format!("{five_text}{}", char::from(check_digit(five)))
        };
        let Some((&last, five)) = digits.split_last().filter(|_| digits.len() == 6) else {
            return Err(ScalarFault::whole(ScalarFaultKind::CodeShape).instead(right(digits)));
        };
        let prefecture = (five[0] - b'0') * 10 + (five[1] - b'0');
        if !matches!(prefecture, 1..=47 | 90..=99) {
            return Err(ScalarFault::at(ScalarFaultKind::CodePrefecture, 0..2));
        }
        if check_digit(five) != last {
            return Err(ScalarFault::at(ScalarFaultKind::CodeCheckDigit, 0..6).instead(right(five)));
        }
        Ok(Self(text.to_owned()))
    }
}

impl std::fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for MunicipalityCode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

scalar_traits!(MunicipalityCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_codes_are_read_and_know_their_prefecture() {
        for (code, prefecture) in [
            ("272191", "大阪府"),
            ("172014", "石川県"),
            ("121002", "千葉県"),
            ("042099", "宮城県"),
            ("011002", "北海道"),
            ("131016", "東京都"),
        ] {
            assert_eq!(MunicipalityCode::parse(code).unwrap().prefecture().ja, prefecture);
        }
    }

    #[test]
    fn every_single_wrong_digit_is_refused() {
        for place in 0..6 {
            for digit in '0'..='9' {
                let mut code: Vec<char> = "172014".chars().collect();
                if code[place] == digit {
                    continue;
                }
                code[place] = digit;
                let code: String = code.into_iter().collect();
                // The check digit is a sum modulo 11 written as one digit: 10 and 0 share "0",
                // so a few changes of one digit cannot be seen.
                if let Ok(read) = MunicipalityCode::parse(&code) {
                    assert_eq!(check_digit(&code.as_bytes()[..5]), code.as_bytes()[5], "{read}");
                }
            }
        }
        assert_eq!(MunicipalityCode::parse("172015").unwrap_err().instead.as_deref(), Some("172014"));
        assert_eq!(MunicipalityCode::parse("17201").unwrap_err().instead.as_deref(), Some("172014"));
        assert_eq!(MunicipalityCode::parse("482014").unwrap_err().kind, ScalarFaultKind::CodePrefecture);
    }
}
