//! The typed documents of the dataset. Their doc comments become the descriptions in `schema/`.

mod certificate;
mod contact;
mod counter;
mod fact;
mod holiday;
mod identity;
mod label;
mod municipality;
mod national;
mod pins;
mod procedure;
mod requirement;
mod settings;
mod source;
mod step;
mod vocabulary;

pub use certificate::{Certificates, RenewalNotice};
pub use contact::Contact;
pub use counter::{Counter, CounterKind, IrregularHours, Jurisdiction, Occasion, Reservation, Weekday};
pub use fact::{Fact, Said, State};
pub use holiday::{Covered, Holiday, Holidays};
pub use identity::{ClassKind, IdentityClass, ListedDocument};
pub use label::{Label, Note, Reading};
pub use municipality::{Allowance, Form, Municipality, Slip, Term};
pub use national::{
    Baseline, Change, ChangeChannel, Changes, Claim, Claims, Confidence, KioskPin, KioskReset, NationalPin,
    NationalRule, NationalSource, PinChange, SmartphonePins, Topic, Verdict,
};
pub use pins::{Absence, CharacterSet, LockCounting, LockEffect, PinKind, PinStatement, Pins, Setting, Strength};
pub use procedure::{Applicant, Attendance, Channel, Eligibility, Elsewhere, Fee, Flow, Procedure, Reason};
pub use requirement::{Asked, Item, Papers};
pub use settings::{SetLevel, Settings, Visits};
pub use source::{Extent, Source};
pub use step::{
    Concealment, Deadline, DeadlineStart, FillIn, Letter, LetterAddress, Mail, Means, OrBy, Period, Person, Remote,
    Step, Visit, Wait,
};
pub use vocabulary::{
    ApplicantEntry, ApplicantVocabulary, ConditionEntry, ConditionVocabulary, DocumentEntry, DocumentKind,
    DocumentVocabulary, ProcedureEntry, ProcedureVocabulary, UseEntry, UseVocabulary,
};
