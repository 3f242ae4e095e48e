# Finding a municipality, prefectures, changes, rules of the check, contributing

find-heading = Find your municipality
find-label = Name of the city, ward, town or village
find-hint = Type it in Latin letters, kana or kanji, or type its six-digit code.
find-list = Municipalities found
find-found = { $count } found.
find-none = Nothing found. Try another spelling.
find-not-yet = no data
find-how = How to add a municipality
find-national = See the rules that are the same all over Japan
places-coverage = There is data for { $count } of the { $of } municipalities of Japan.
places-of = { $count } of { $of }
places-empty-prefectures = Prefectures without data so far
places-news = Latest changes
places-all-news = See every change
name-in-prefecture = { $name } ({ $prefecture })
prefecture-title = Municipalities of { $text }
prefecture-description = The cities, wards, towns and villages of { $text } with data on this site, and those without.
prefecture-coverage = There is data for { $count } of the { $of } municipalities of { $name }.
prefecture-read = Municipalities with data
prefecture-states = Beside each procedure stands how many items are in which state. “Not read yet” means that nobody of this site has read that part so far; it says nothing about the municipality's page. The order is that of the municipal codes.
prefecture-no-procedure = There is no data on its procedures yet.
prefecture-missing = Municipalities without data so far
prefecture-missing-about = Anybody can add one.
prefecture-ask = Ask for it
prefecture-ask-label = Ask for it: { $text }
nav-changes = Changes
nav-contribute = Correct or add
nav-lints = Rules of the check
nav-accessibility = Accessibility
changes-title = Changes of the rules
changes-description = What changed in the rules on the PINs of the My Number Card, all over Japan and in each municipality, the latest first.
changes-lead = The days on which rules changed, the latest first. A municipality's change is here where its page says since when, or where two versions of its page were read and differ.
changes-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    } { $year }
changes-national = All over Japan
changes-before = Before
changes-after = After
changes-began = It began on this day. The rule before is not in the data.
changes-ended = From this day on it is no longer there.
changes-other = A new rule holds from this day on. It differs in nothing that is compared; see the notes on the page of the procedure.
changes-counter-began = This counter serves from this day on.
changes-counter-ended = This counter no longer serves from this day on.
lints-title = Rules of the check
lints-description = Every rule by which the data of this site are checked: why it is there, an example that breaks it, and the same put right.
lints-lead = Before they are published, the data are checked by { $count } rules. One error is enough and no site is made.
lint-title = { $code } { $name }
lint-level-note = note
lint-level-warning = warning
lint-level-error = error
lint-help = What to do
lint-why = Why this rule is there
lint-wrong = An example that breaks it
lint-right = The same put right
lint-set = Changing its level, accepting a finding
lint-fixed = The level of this rule cannot be changed, because it keeps the data whole.
lint-settings = Its level can be set to off, note, warning or error, in madoguchi.yaml in the topmost folder.
lint-allow = Where the data are right as they stand, accept the finding in the municipality's file, with its place and the reason.
contribute-description = How to correct a fact on this site, and how to add a municipality.
contribute-report = Report a wrong fact
contribute-add = Ask for a municipality to be added
contribute-files = Look at the data files
contribute-guide = The full guide
accessibility-description = What is done so that everybody can use this site, and the problems that are known.
reading-switch = Furigana
