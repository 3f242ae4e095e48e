# Documents

nav-documents = Documents
documents-title = Documents
documents-description = What each document is, since when it is no longer used, and where it counts as what.
documents-lead = The same document is in different classes in different municipalities. Choose one to see whose lists name it.
documents-card = The card
documents-identity = Identity documents
documents-authority-proof = Proofs of the authority to represent
documents-authorisation = Powers of attorney
documents-form = Forms
documents-letter = What comes by post
documents-evidence = Evidence of a loss
documents-means = Ways of checking without a paper
documents-other = Other things
documents-none-valid = none is valid now
documents-not-issued = no longer issued
documents-count = { $kind }: { $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
  }
document-description = What this document is, since when it is no longer used, and where it counts as what: { $text }.
document-names = Names and reading
document-not-issued-from = No longer issued from
document-invalid-from = None is valid from
document-listed = Municipalities whose lists name it
document-listed-count = { $count }
document-listed-lead = The classes are those of each municipality's own page.
document-unlisted = Municipalities whose lists do not name it
document-unlisted-closed = It is not in the page's list. That does not say that it is refused.
document-unlisted-open = It is not in the page's list, which ends in "and the like" or stands on another page. Whether it counts cannot be told from the page.
document-unlisted-unread = Only a part of the page has been read; whether it is named has not been checked.
document-asked = Procedures that ask for it by name
