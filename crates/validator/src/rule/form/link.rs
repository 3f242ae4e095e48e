use crate::rule::prelude::*;

use super::SMALL;

pub(crate) static RULE: Rule = Rule {
    code: "F024",
    name: "link",
    level: Level::Error,
    ja: Text {
        message: "これはファイルではなく、別の場所を指すリンク(シンボリックリンク)です。",
        help: "リンクを消して、ファイルそのものをここに置いてください。",
        cases: &[],
        about: "リンクは、データの外のファイルも指せます。たどると、そこにあるものがサイトに載りかねないので、たどりません。",
    },
    en: Text {
        message: "This is no file, but a symbolic link to another place.",
        help: "Delete the link, and put the file itself here.",
        cases: &[],
        about: "A link can point outside the dataset, and following it could publish what is there. So none is followed.",
    },
    wrong: Example::Link,
    right: Example::File(SMALL),
    check: None,
};
