//! Whom to ask, on both sides.

use madoguchi_schema::model::{Contact, Note, Said};

use super::{ContactPart, What};

impl ContactPart {
    /// Every part, in the order of the pages.
    pub(super) const ALL: [Self; 7] =
        [Self::Unit, Self::Telephone, Self::Fax, Self::PostalCode, Self::Address, Self::Hours, Self::MailForm];

    /// What a contact says of the part, as the file has it.
    fn of(self, contact: &Contact) -> Option<Result<String, Note>> {
        fn text<T>(said: Option<&Said<T>>, text: impl Fn(&T) -> String) -> Option<Result<String, Note>> {
            said.map(|said| match said {
                Said::Value(value) => Ok(text(value)),
                Said::Unclear(note) => Err(note.clone()),
            })
        }
        match self {
            Self::Unit => text(contact.unit.as_ref(), |unit| format!("{unit:?}")),
            Self::Telephone => text(contact.telephone.as_ref(), ToString::to_string),
            Self::Fax => text(contact.fax.as_ref(), ToString::to_string),
            Self::PostalCode => text(contact.postal_code.as_ref(), ToString::to_string),
            Self::Address => text(contact.address.as_ref(), ToString::to_string),
            Self::Hours => text(contact.hours.as_ref(), ToString::to_string),
            Self::MailForm => text(contact.mail_form.as_ref(), ToString::to_string),
        }
    }
}

pub(super) fn differences<'d>(
    base: Option<&'d Contact>,
    head: Option<&'d Contact>,
) -> impl Iterator<Item = What<'d>> + use<'d> {
    let of = |contact: Option<&Contact>, part: ContactPart| contact.and_then(|contact| part.of(contact));
    let changed = ContactPart::ALL.into_iter().filter(move |part| of(base, *part) != of(head, *part));
    changed.map(move |part| What::Contact(part, base, head))
}
