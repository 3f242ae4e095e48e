# PINs and digital certificates

pin-signature = digital certificate for signature
pin-user = digital certificate for user authentication
pin-basic-register = Basic Resident Register
pin-card-entry = card-information entry support
pin-four-digit = 4-digit PINs (kinds not told apart)
pin-length-exact = { $number ->
    [one] { $number } character
   *[other] { $number } characters
    }
pin-length-range = { $least } to { $most } characters
pin-kinds = { $number ->
    [one] { $number } kind
   *[other] { $number } kinds
    }
lock-after = { $number ->
    [one] { $number } wrong entry
   *[other] { $number } wrong entries
    }
characters-upper-case = capital letters
characters-letters = letters (not said whether capital)
characters-digits = digits
setting-together = set together
setting-either = together or one by one
lock-effect-function = what that PIN is used for
lock-effect-card = the card
strength-never = not possible, even on request
strength-in-principle = not possible in principle
strength-by-choice = may be absent by the cardholder's choice
strength-not-set = not set
absence-exception = { $text } (except: { $exception })
counting-over-days = counted over several days
counting-not-over-days = counted anew each day
counting-over-services = entries in all services are counted together
counting-not-over-services = counted for each service
counting-cleared = a right entry clears the count
counting-not-cleared = a right entry does not clear the count
known-yes = you can ask
known-no = you cannot ask
birthday = until the { $number ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $number }th
    } birthday after issue
before-expiry = from { $text } before expiry
notice-by = sent by { $text }
