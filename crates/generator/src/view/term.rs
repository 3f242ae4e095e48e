//! Coded values as message ids. Each is written out, so that the compiler sees that none is
//! missing and the test of the message file sees every id.

use madoguchi_schema::model::{
    Attendance, Channel, CharacterSet, ClassKind, Concealment, Confidence, CounterKind, DeadlineStart, Extent,
    Jurisdiction, LetterAddress, LockEffect, Mail, Means, Person, PinKind, Reason, Reservation, Setting, State,
    Strength, Topic, Verdict, Weekday,
};

/// A coded value that has a name in every language.
pub(crate) trait Term {
    /// The message that names it.
    fn message(&self) -> &'static str;
}

macro_rules! terms {
    ($($type:ty { $($variant:ident => $id:literal,)+ })+) => {$(
        impl Term for $type {
            fn message(&self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        }
    )+};
}

terms! {
    State {
        Stated => "state-stated",
        Silent => "state-silent",
        Unclear => "state-unclear",
        Unread => "state-unread",
    }
    Extent {
        Whole => "extent-whole",
        Part => "extent-part",
    }
    Reason {
        Forgotten => "reason-forgotten",
        Locked => "reason-locked",
        WantChange => "reason-want-change",
        FromFaceAuthentication => "reason-from-face-authentication",
        Expiry => "reason-expiry",
        NotIssued => "reason-not-issued",
        Loss => "reason-loss",
    }
    Channel {
        Kiosk => "channel-kiosk",
        JpkiSoftware => "channel-jpki-software",
        Mynaportal => "channel-mynaportal",
        PostOffice => "channel-post-office",
    }
    Attendance {
        Required => "attendance-required",
        NotRequired => "attendance-not-required",
        ElseLetter => "attendance-else-letter",
    }
    Person {
        Principal => "person-principal",
        LegalRepresentative => "person-legal-representative",
        Agent => "person-agent",
        HouseholdMember => "person-household-member",
        Staff => "person-staff",
        Municipality => "person-municipality",
        JLis => "person-j-lis",
    }
    PinKind {
        Signature => "pin-signature",
        User => "pin-user",
        BasicRegister => "pin-basic-register",
        CardEntry => "pin-card-entry",
    }
    CharacterSet {
        UpperCase => "characters-upper-case",
        Letters => "characters-letters",
        Digits => "characters-digits",
    }
    Setting {
        Together => "setting-together",
        Either => "setting-either",
    }
    LockEffect {
        Function => "lock-effect-function",
        Card => "lock-effect-card",
    }
    Strength {
        Never => "strength-never",
        InPrinciple => "strength-in-principle",
        ByChoice => "strength-by-choice",
        NotSet => "strength-not-set",
    }
    ClassKind {
        PublicPhoto => "class-public-photo",
        PublicNoPhoto => "class-public-no-photo",
        Public => "class-public",
        Second => "class-second",
        Any => "class-any",
        Unread => "class-unread",
    }
    CounterKind {
        Main => "counter-main",
        Branch => "counter-branch",
        WardOffice => "counter-ward-office",
        CitizensCentre => "counter-citizens-centre",
        CardCentre => "counter-card-centre",
        PostOffice => "counter-post-office",
    }
    Reservation {
        None => "reservation-none",
        Optional => "reservation-optional",
        Required => "reservation-required",
    }
    Jurisdiction {
        Any => "jurisdiction-any",
        WardOfResidence => "jurisdiction-ward-of-residence",
    }
    Weekday {
        Mo => "weekday-mo",
        Tu => "weekday-tu",
        We => "weekday-we",
        Th => "weekday-th",
        Fr => "weekday-fr",
        Sa => "weekday-sa",
        Su => "weekday-su",
    }
    Means {
        Telephone => "means-telephone",
        Post => "means-post",
        Online => "means-online",
    }
    LetterAddress {
        ResidentRegister => "address-resident-register",
    }
    Mail {
        NoForwarding => "mail-no-forwarding",
        Ordinary => "mail-ordinary",
        Registered => "mail-registered",
    }
    Concealment {
        Masked => "concealment-masked",
        Envelope => "concealment-envelope",
        IssuedEnvelope => "concealment-issued-envelope",
        Sealed => "concealment-sealed",
    }
    DeadlineStart {
        PreviousVisit => "deadline-previous-visit",
        Application => "deadline-application",
        Dispatch => "deadline-dispatch",
        UntilCertificateExpiry => "deadline-until-certificate-expiry",
    }
    Confidence {
        Official => "confidence-official",
        Copy => "confidence-copy",
        GeneralKnowledge => "confidence-general-knowledge",
    }
    Topic {
        Pins => "topic-pins",
        Certificates => "topic-certificates",
        Card => "topic-card",
        Procedures => "topic-procedures",
        IdentityDocuments => "topic-identity-documents",
        Agents => "topic-agents",
        Fees => "topic-fees",
        Smartphone => "topic-smartphone",
        Systems => "topic-systems",
    }
    Verdict {
        Holds => "verdict-holds",
        Outdated => "verdict-outdated",
        Wrong => "verdict-wrong",
        Imprecise => "verdict-imprecise",
        Varies => "verdict-varies",
        Unchecked => "verdict-unchecked",
    }
}
