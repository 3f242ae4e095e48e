# Old articles

claims-title = Old articles checked
claims-description = Statements of an old article by a third party, each with a note on whether it still holds.
claims-lead = This is what the article of a third party says, neither a municipality nor the state. Do not rely on it.
claims-says = What the article says
claims-verdict = Now
claims-today = The rule today
claims-see = Related rules
claims-article = The article that was checked
verdict-holds = still the same
verdict-outdated = outdated
verdict-wrong = wrong
verdict-imprecise = imprecise
verdict-varies = depends on the municipality
verdict-unchecked = not checked
