# What to bring

item-identity = { $text }'s identity documents
item-identity-counted = { $count ->
    [one] { $count } identity document of { $owner }
   *[other] { $count } identity documents of { $owner }
}
item-owned = { $owner }'s { $thing }
item-any-document = document (one of the following)
item-any-of = one of the following
item-line = { $what } ({ $papers })
item-line-optional = { $text } (if at hand)
item-line-conditional = { $text } (only in some cases)
papers-counted = { $count } × { $name }
item-optional = if at hand
remark-only-if = Needed only if: { $text }
remark-unless = Not needed if: { $text }
remark-excluding = Not accepted: { $text }
remark-issued-within = Issued within the last { $text }
remark-original = Original only
remark-copy-accepted = A copy is accepted
remark-valid = Must not have expired
remark-expired-accepted = May have expired
remark-inside = Filled in inside “{ $text }”
remark-must-show = Required: { $text }
remark-number-unstated = The page does not say how many
remark-may-be-asked = May be asked for
remark-or-similar = Named as an example on the page (“and the like”)
listed-only-for = Only as a document of { $text }
listed-with-photo = With a photograph
listed-issued-from = Issued on or after { $text }
listed-own-name = In the person's own name
class-named-here = The page has no name for this class. The letter is this site's own.
class-open-ended = and the like (there are others)
class-elsewhere = The full list is on another page.
class-must-show = One of these is required: { $text }
class-documents-none = The page gives no examples of documents.
class-documents-expired = The page’s example ({ $documents }) is no longer valid. Ask the counter.
listed-invalid-from = not valid since { $text }
class-documents-unread = The list has not been read.
