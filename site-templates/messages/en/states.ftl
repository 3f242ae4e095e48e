# States of a fact

state-stated = Stated
state-silent = Not stated
state-unclear = Unclear
state-unread = Not read yet
state-stated-about = The municipality's page says it.
state-silent-about = The whole page was read and does not say it. This does not mean “no” or “not needed”.
state-unclear-about = The page says something, but the meaning cannot be settled. The reason is given.
state-unread-about = That part has not been read yet.
states-heading = The four states of a fact
extent-whole = read whole
extent-part = read only in part
