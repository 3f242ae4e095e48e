# The answer and the picture of the flow

answer-who = Who goes to the counter?
who-principal = I go for myself
who-accompanied-principal = I go with my parent or guardian
who-legal-representative = I go for my child or ward
who-agent = The cardholder has asked me to go
who-household-member = I go for a member of my household
answer-on-one-day = Done on the same day
answer-not-on-one-day = Cannot be done on one day
answer-letter-not-to = Not sent to { $text }
answer-letter-address = Where it arrives: { $text }
answer-forwarding = Whoever has mail forwarded must stop that first
answer-deadline = Deadline
answer-counters = Counters
flow-picture = Picture of the steps: { $text }
step-own-name = Its name there: { $text }
steps-unmarked = What bears no mark (—, ?, …) is stated on the page that is named as the source.
correct-line = See this part of the data
answer-unclear = There may be more to bring; ask the counter
flow-same = Except for what stands here, the same as for
classes-more = More about these classes
answer-go = { $number ->
    [one] 1 visit
   *[other] { $number } visits
}
answer-go-unread = Number of visits not read yet
answer-more-unread = there may be more
