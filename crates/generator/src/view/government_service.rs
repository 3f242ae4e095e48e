//! A procedure for search engines: schema.org's `GovernmentService`, small, and no more than the page
//! itself says.

use madoguchi_schema::model::{Counter, Said};
use serde::Serialize;

use super::city::City;
use super::mark::bare;
use super::page::Context;
use super::weekly::weekly;
use crate::facet::Subject;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A node of schema.org; what is not said is left out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GovernmentService {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    class: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    service_operator: Named,
    area_served: Named,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    available_channel: Vec<ServiceChannel>,
}

#[derive(Debug, Serialize)]
struct Named {
    #[serde(rename = "@type")]
    class: &'static str,
    name: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ServiceChannel {
    #[serde(rename = "@type")]
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_location: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_phone: Option<ContactPoint>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(rename = "@type")]
    class: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    opening_hours_specification: Vec<Hours>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Hours {
    #[serde(rename = "@type")]
    class: &'static str,
    day_of_week: Vec<&'static str>,
    opens: String,
    closes: String,
}

#[derive(Debug, Serialize)]
struct ContactPoint {
    #[serde(rename = "@type")]
    class: &'static str,
    telephone: String,
}

impl GovernmentService {
    pub(crate) fn new(context: &Context<'_>, subject: &Subject<'_>, name: &str, url: Option<String>) -> Self {
        let city = context.city(subject.file);
        let full_name = context.name(subject.file);
        let named = |class| Named { class, name: bare(&full_name) };
        let municipality = subject.municipality();
        let counters =
            subject.procedure.at.iter().filter_map(Said::value).filter_map(|id| municipality.counters.get(id));
        let here = counters.filter(|counter| municipality.has_counter_on(counter, context.day()));
        Self {
            context: "https://schema.org",
            class: "GovernmentService",
            name: bare(name),
            url,
            service_operator: named("GovernmentOrganization"),
            area_served: named("AdministrativeArea"),
            available_channel: here.map(|counter| at(&city, counter)).chain(by_telephone(&city)).collect(),
        }
    }
}

fn at(city: &City<'_>, counter: &Counter) -> ServiceChannel {
    let hours = counter.hours.as_ref().and_then(Said::value).and_then(weekly).unwrap_or_default();
    let place = Place {
        class: "Place",
        name: bare(&city.words.label(&counter.name)),
        address: counter.address.as_ref().and_then(Said::value).map(ToString::to_string),
        opening_hours_specification: hours
            .into_iter()
            .map(|hours| Hours {
                class: "OpeningHoursSpecification",
                day_of_week: hours.days.iter().filter_map(|day| DAYS.get(usize::from(*day)).copied()).collect(),
                opens: hours.from,
                closes: hours.to,
            })
            .collect(),
    };
    ServiceChannel { class: "ServiceChannel", service_location: Some(place), service_phone: None }
}

fn by_telephone(city: &City<'_>) -> Option<ServiceChannel> {
    let telephone = city.municipality.contact.as_ref()?.telephone.as_ref()?.value()?.to_string();
    let phone = ContactPoint { class: "ContactPoint", telephone };
    Some(ServiceChannel { class: "ServiceChannel", service_location: None, service_phone: Some(phone) })
}
