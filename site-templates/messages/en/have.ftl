# What can be done with the papers in hand

have-link = Are the papers in hand enough?
have-title = What can I do with what I have? { $text }
have-description = Choose who goes and the papers in hand to see, municipality by municipality, whether they are enough: { $text }.
have-lead = What each municipality's page asks for. Choose who goes and tick the papers in hand to see whether they are enough. Without JavaScript there is the table alone.
have-who = Who goes?
have-papers-of = Papers of { $text }
have-papers-other = Other papers and things
have-more = More papers ({ $count })
have-kept = What you choose is neither sent nor kept.
have-verdicts = What the marks mean
have-city = Municipality
have-needed = What is needed
have-open = Enough
have-open-about = Everything that the page asks for is in hand. Forms, letters and powers of attorney, which are written or arrive on the way, are left out.
have-depends = Depends
have-depends-about = Something is needed under a condition only; the condition stands beside it.
have-unsaid = Cannot be said
have-unsaid-about = The page is silent or unclear, has not been read, or its list ends in "and the like". This does not mean that it is not enough.
have-missing = Not enough
have-missing-about = Something that the page asks for is not in hand.
