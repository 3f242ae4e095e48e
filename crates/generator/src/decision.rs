//! Which way to a PIN that works: a finite tree of questions.
//!
//! The tree is grown from [`QUESTIONS`]: from a situation, the first question that has something to ask
//! in it comes next; where there is none, the situation has its [`Way`]. What may be asked and which way
//! is open depends on the national rules alone.

use madoguchi_schema::model::{Baseline, Channel, PinKind};
use madoguchi_schema::scalar::Day;

/// The condition of the kiosk by which only the cardholder can use it: the app compares the face.
const FACE_MATCH: &str = "face-match";

/// Which PIN is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pin {
    /// One of the four of the card.
    Of(PinKind),
    /// One of the four-digit ones; which is not known.
    FourDigits,
    /// One of the certificates on a smartphone.
    Smartphone,
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is worded on its page")]
pub enum Answer {
    Pin(Pin),
    Known,
    Forgotten,
    NotLocked,
    Locked,
    /// The cardholder is one of those who in principle have no such PIN.
    Without,
    NotWithout,
    Principal,
    Representative,
    Agent,
    CertificateValid,
    CertificateEnded,
    CertificateNone,
    CertificateUnsure,
    Ready,
    NotReady,
}

impl Answer {
    /// Its part of a page's address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pin(Pin::Of(kind)) => kind.name(),
            Self::Pin(Pin::FourDigits) => "four-digits",
            Self::Pin(Pin::Smartphone) => "smartphone",
            Self::Known => "known",
            Self::Forgotten => "forgotten",
            Self::NotLocked => "not-locked",
            Self::Locked => "locked",
            Self::Without => "without",
            Self::NotWithout => "not-without",
            Self::Principal => "principal",
            Self::Representative => "legal-representative",
            Self::Agent => "agent",
            Self::CertificateValid => "valid",
            Self::CertificateEnded => "ended",
            Self::CertificateNone => "none",
            Self::CertificateUnsure => "unsure",
            Self::Ready => "ready",
            Self::NotReady => "not-ready",
        }
    }
}

/// A question: what it can be answered with, and whether there is something to ask.
pub struct Question {
    /// Its name.
    pub id: &'static str,
    /// Its answers.
    pub answers: &'static [Answer],
    arises: fn(&Situation, &Rules<'_>) -> bool,
}

/// Every question, in the order in which they are asked.
pub const QUESTIONS: &[Question] = &[
    Question {
        id: "pin",
        answers: &[
            Answer::Pin(Pin::Of(PinKind::Signature)),
            Answer::Pin(Pin::Of(PinKind::User)),
            Answer::Pin(Pin::Of(PinKind::BasicRegister)),
            Answer::Pin(Pin::Of(PinKind::CardEntry)),
            Answer::Pin(Pin::FourDigits),
            Answer::Pin(Pin::Smartphone),
        ],
        arises: |_, _| true,
    },
    Question {
        id: "known",
        answers: &[Answer::Known, Answer::Forgotten],
        arises: |situation, _| situation.kind().is_some(),
    },
    Question {
        id: "locked",
        answers: &[Answer::NotLocked, Answer::Locked],
        arises: |situation, _| situation.has(Answer::Known),
    },
    Question {
        id: "holder",
        answers: &[Answer::NotWithout, Answer::Without],
        arises: |situation, rules| situation.resets() && rules.some_have_none(situation),
    },
    Question {
        id: "who",
        answers: &[Answer::Principal, Answer::Representative, Answer::Agent],
        arises: |situation, _| situation.resets() && !situation.has(Answer::Without),
    },
    Question {
        id: "certificate",
        answers: &[
            Answer::CertificateValid,
            Answer::CertificateEnded,
            Answer::CertificateNone,
            Answer::CertificateUnsure,
        ],
        arises: |situation, rules| {
            situation.resets() && !situation.has(Answer::Without) && rules.has_certificate(situation)
        },
    },
    Question {
        id: "kiosk",
        answers: &[Answer::Ready, Answer::NotReady],
        arises: |situation, rules| {
            situation.has(Answer::Principal)
                && situation.has(Answer::CertificateValid)
                && situation.kind().is_some_and(|kind| rules.kiosk_resets(kind))
        },
    },
];

/// What has been answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Situation {
    answers: Vec<Answer>,
}

impl Situation {
    /// The answers, in the order of the questions.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// Whether this has been answered.
    #[must_use]
    pub fn has(&self, answer: Answer) -> bool {
        self.answers.contains(&answer)
    }

    /// The situation with one more answer. A PIN that is locked and one that has been forgotten are one
    /// case: the reset is the same procedure.
    #[must_use]
    pub fn with(&self, answer: Answer) -> Self {
        let mut answers = self.answers.clone();
        if answer == Answer::Locked {
            answers.retain(|known| *known != Answer::Known);
            answers.push(Answer::Forgotten);
        } else {
            answers.push(answer);
        }
        Self { answers }
    }

    /// Which PIN is meant.
    #[must_use]
    pub fn pin(&self) -> Option<Pin> {
        self.answers.iter().find_map(|answer| match answer {
            Answer::Pin(pin) => Some(*pin),
            _ => None,
        })
    }

    /// The one of the card's four PINs that is meant.
    #[must_use]
    pub fn kind(&self) -> Option<PinKind> {
        match self.pin() {
            Some(Pin::Of(kind)) => Some(kind),
            _ => None,
        }
    }

    fn resets(&self) -> bool {
        self.has(Answer::Forgotten) || self.pin() == Some(Pin::FourDigits)
    }

    /// The applicant of the vocabulary who goes.
    fn applicant(&self) -> &'static str {
        let who = [Answer::Representative, Answer::Agent].into_iter().find(|who| self.has(*who));
        who.unwrap_or(Answer::Principal).name()
    }
}

/// What is open to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// A kiosk in a shop, after a reservation in the app.
    Kiosk(PinKind),
    /// A change by software, at home.
    Change(PinKind),
    /// The app of the smartphone that has the certificate.
    Smartphone(Channel),
    /// A counter of the municipality.
    Counter {
        /// For which procedure.
        procedure: &'static str,
        /// Who goes.
        applicant: &'static str,
        /// Why it is the counter.
        because: Because,
    },
}

impl Way {
    /// The national rules that its page shows.
    #[must_use]
    pub fn rules(self) -> &'static [&'static str] {
        match self {
            Self::Kiosk(_) => &["one-reset"],
            Self::Change(_) => &["pin-change-at-home"],
            Self::Smartphone(_) => &["smartphone-certificates"],
            Self::Counter { because, .. } => match because {
                Because::CertificateEnded => &["certificate-validity", "signature-ends-on-change", "renewal-fee"],
                Because::CertificateNone => &["certificate-pins-optional"],
                Because::Without => &["signature-certificate-under-15"],
                Because::NotAtKiosk
                | Because::SomebodyElse
                | Because::CertificateUnsure
                | Because::NotReady
                | Because::WhichUnsure => &["reset-where", "reset-not-by-post", "one-reset", "pin-reset-fee"],
            },
        }
    }
}

/// Why it is the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Because {
    /// No kiosk resets this PIN.
    NotAtKiosk,
    /// The app compares the cardholder's face.
    SomebodyElse,
    /// The certificate has ended: it is renewed.
    CertificateEnded,
    /// There is no certificate: it is issued.
    CertificateNone,
    /// The kiosk needs a valid certificate, and whether it is one is not known.
    CertificateUnsure,
    /// Not every condition of the kiosk holds.
    NotReady,
    /// In principle this PIN is not set for such people.
    Without,
    /// It is not known which PIN it is.
    WhichUnsure,
}

/// What comes next.
pub enum Next {
    /// A question.
    Ask(&'static Question),
    /// The way.
    Go(Way),
}

/// The national rules on a day.
pub struct Rules<'d> {
    /// What is the same everywhere.
    pub baseline: &'d Baseline,
    /// The day.
    pub day: Day,
}

impl Rules<'_> {
    /// Whether a kiosk resets this PIN on the day.
    #[must_use]
    pub fn kiosk_resets(&self, kind: PinKind) -> bool {
        self.baseline.kiosk_reset.resets(kind, self.day)
    }

    /// Whether the kiosk is for the cardholder only.
    #[must_use]
    pub fn kiosk_compares_the_face(&self) -> bool {
        self.baseline.kiosk_reset.requires.iter().any(|id| id.as_str() == FACE_MATCH)
    }

    /// A PIN that is not set on every card belongs to a certificate.
    fn has_certificate(&self, situation: &Situation) -> bool {
        situation.kind().and_then(|kind| self.baseline.pins.get(&kind)).is_some_and(|pin| !pin.always_set)
    }

    fn some_have_none(&self, situation: &Situation) -> bool {
        situation.kind().and_then(|kind| self.baseline.pins.get(&kind)).is_some_and(|pin| !pin.absent_for.is_empty())
    }

    /// What comes next in a situation.
    #[must_use]
    pub fn next(&self, situation: &Situation) -> Next {
        let open = QUESTIONS.iter().find(|question| {
            let answered = question.answers.iter().any(|answer| situation.has(*answer));
            !answered && (question.arises)(situation, self)
        });
        match open {
            Some(question) => Next::Ask(question),
            None => Next::Go(self.way(situation)),
        }
    }

    fn way(&self, situation: &Situation) -> Way {
        let counter = |procedure, because| Way::Counter { procedure, applicant: situation.applicant(), because };
        let Some(kind) = situation.kind() else {
            return match situation.pin() {
                Some(Pin::Smartphone) => Way::Smartphone(self.baseline.smartphone_pins.reset_by),
                _ => counter("pin-reset", Because::WhichUnsure),
            };
        };
        if situation.has(Answer::NotLocked) {
            return Way::Change(kind);
        }
        if situation.has(Answer::Without) {
            let applicant = Answer::Representative.name();
            return Way::Counter { procedure: "certificate-issue", applicant, because: Because::Without };
        }
        let because = [
            (Answer::CertificateEnded, "certificate-renewal", Because::CertificateEnded),
            (Answer::CertificateNone, "certificate-issue", Because::CertificateNone),
        ];
        if let Some((_, procedure, because)) = because.into_iter().find(|(answer, _, _)| situation.has(*answer)) {
            return counter(procedure, because);
        }
        if situation.has(Answer::Ready) {
            return Way::Kiosk(kind);
        }
        let because = if !self.kiosk_resets(kind) {
            Because::NotAtKiosk
        } else if !situation.has(Answer::Principal) && self.kiosk_compares_the_face() {
            Because::SomebodyElse
        } else if situation.has(Answer::CertificateUnsure) {
            Because::CertificateUnsure
        } else {
            Because::NotReady
        };
        counter("pin-reset", because)
    }

    /// Every situation that can be reached, each once, before those that come after it.
    #[must_use]
    pub fn situations(&self) -> Vec<Situation> {
        let mut found = vec![Situation::default()];
        let mut at = 0;
        while let Some(situation) = found.get(at).cloned() {
            if let Next::Ask(question) = self.next(&situation) {
                for answer in question.answers {
                    let next = situation.with(*answer);
                    if !found.contains(&next) {
                        found.push(next);
                    }
                }
            }
            at += 1;
        }
        found
    }
}
