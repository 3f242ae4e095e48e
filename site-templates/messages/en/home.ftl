# Home

home-title = The PIN of a My Number Card: rules at the counter, by municipality
home-description = What the pages of Japanese municipalities say about resetting the PIN of a My Number Card, in one form, so that it can be compared.
home-lead = Who goes, with what, and how many times? The rules differ from one municipality to the next. This site shows what their pages say and what they leave unsaid, with the sources.
home-municipalities = Choose a municipality
home-compare = Compare by procedure
home-compare-count = { $count ->
    [one] Compare { $count } municipality
   *[other] Compare { $count } municipalities
    }
home-national = The same all over Japan
home-national-about = Length of the PINs, number of tries before a lock, reset in convenience stores, past and coming changes.
home-claims-about = Whether what an old article says still holds.
home-decide-about = Answer a few questions to see whether a convenience store or a smartphone will do before you go.
home-have-about = Tick the papers that you have to see whether they are enough, and what is missing.
