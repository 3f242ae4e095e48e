# Checklists to print

checklist-title = { $name }: what to bring for { $procedure } ({ $applicant })
checklist-description = A checklist of what to bring to { $name } for { $procedure }, for { $applicant }. It prints on one sheet of A4.
checklist-heading = Checklist: { $applicant }
checklist-print = Checklist to print
checklist-print-button = Print
checklist-clear = Clear all ticks
checklist-kept = Ticks stay on this device only.
checklist-where = Where and when
checklist-more-counters = { $count } more (on the page of the procedure)
checklist-no-counter = The page does not tell the counter.
checklist-confirm = Before you go
checklist-ask = Confirmed with the municipality
checklist-ask-by-phone = Confirmed with the municipality (telephone { $telephone })
checklist-no-pin = Do not write a PIN on this sheet.
checklist-after = Other pages
checklist-cut = The steps were not read to their end. See the municipality's page for the rest.
checklist-lists = Lists of documents, as on the municipality's page
checklist-more-documents = and { $count } more
