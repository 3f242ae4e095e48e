# What the validator says, in English. Each rule has a message, and says what to do in `.help` or,
# for its cases, in an attribute of the case's name.

level-error = error
level-warning = warning
level-note = note
level-help = help
repair = This would repair it:
related = the other place
opened = opened here
read-on = the day of reading
former-list-place = the list of former municipalities
national-list-place = the national list
summary-nothing = { $count ->
    [one] 1 file
   *[other] { $count } files
}, nothing wrong.
summary-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}:{" "}
summary-error = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
summary-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
summary-note = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
summary-and = ,{" "}

type-string = a text
type-integer = a whole number
type-number = a number
type-boolean = true or false
type-array = a list
type-object = keys with values
type-null = nothing

reference-source = source
reference-source-place = `sources` of this file
reference-counter = counter
reference-counter-place = `counters` of this file
reference-class = class of identity documents
reference-class-place = `identity_documents` of this file
reference-document = document
reference-document-place = datasets/vocabulary/documents.yaml
reference-procedure = procedure
reference-procedure-place = datasets/vocabulary/procedures.yaml
reference-applicant = applicant
reference-applicant-place = datasets/vocabulary/applicants.yaml
reference-condition = condition
reference-condition-place = datasets/vocabulary/conditions.yaml
reference-use = use
reference-use-place = datasets/vocabulary/uses.yaml
reference-rule = national rule or change
reference-rule-place = datasets/national/

explain-fixed = This level cannot be changed, and no finding can be accepted.
explain-wrong = Wrong:
explain-right = Right:
explain-bytes = A file whose bytes are no text.
explain-link = A file that is a symbolic link.
explain-absent = The file is not there.
