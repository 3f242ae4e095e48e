# Municipality

municipality-title = { $text }: rules at the counter
municipality-description = What the page of { $text } says about procedures for the PIN of a My Number Card.
municipality-code = municipality code { $code }
municipality-procedures = Procedures
municipality-silent = { $count ->
    [one] What the page does not say ({ $count } item)
   *[other] What the page does not say ({ $count } items)
    }
municipality-silent-note = “Not stated” means that the page does not say it. It does not mean “not needed” or “not possible”.
contact-heading = Contact
counters-heading = Counters and opening hours
classes-heading = Classes of identity documents
classes-intro = The same document may be in another class elsewhere.
forms-heading = Names of forms and notices
forms-also = Also called: { $names }
forms-download = can be downloaded
terms-heading = Words used on the page
pins-heading = What the page says about PINs
certificates-heading = What the page says about digital certificates
slips-heading = Odd wording on the page
slips-intro = Misprints and wording that is out of date, recorded as they stand.
slip-printed = On the page
slip-read-as = Read as
slip-unread = left as it is
correct-heading = If you find a mistake
correct-edit = Correct these data
correct-report = Report a mistake
