use crate::rule::prelude::*;

use super::SMALL;

pub(crate) static RULE: Rule = Rule {
    code: "F003",
    name: "byte-order-mark",
    level: Level::Error,
    ja: Text {
        message: "ファイルの先頭に BOM(見えない印)があります。",
        help: "文字コードを「UTF-8(BOM なし)」にして保存し直してください。",
        cases: &[],
        about: "BOM は一部のソフトが先頭に付ける、目に見えない3バイトです。最初のキーの名前の一部として読むプログラムがあるので、付けません。",
    },
    en: Text {
        message: "The file begins with a byte-order mark, which cannot be seen.",
        help: "Save the file as UTF-8 without BOM.",
        cases: &[],
        about: "Some programs put these three invisible bytes before a text. Others read them as a part of the first key, so no file has them.",
    },
    wrong: Example::Bytes(marked),
    right: Example::File(SMALL),
    check: None,
};

fn marked() -> Vec<u8> {
    ["\u{feff}", SMALL].concat().into_bytes()
}
