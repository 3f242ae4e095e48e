//! The description of the API in OpenAPI 3.1, whose schemas are those of the types that are written.

use madoguchi_schema::json_schema::CollapseEnums;
use madoguchi_schema::published::{
    ChangeRecord, ComparisonRecord, DocumentRecord, Envelope, FacetRecord, IndexRecord, MunicipalityDetail,
    MunicipalityRecord, NationalRecord, ProcedureRecord, VERSION,
};
use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use super::{FOLDER, page};
use crate::{Page, SiteError};

/// A file of the API, or several by a parameter.
pub(crate) struct Endpoint {
    /// Below the folder of the API.
    pub(crate) path: &'static str,
    /// The name of the operation.
    id: &'static str,
    /// The message that says in each language what it has.
    pub(crate) message: &'static str,
    about: &'static str,
    schema: fn(&mut SchemaGenerator) -> schemars::Schema,
}

fn enveloped<T: JsonSchema>(generator: &mut SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<Envelope<T>>()
}

pub(crate) const ENDPOINTS: [Endpoint; 10] = [
    Endpoint {
        path: "/index.json",
        id: "getIndex",
        message: "endpoint-index",
        about: "What the API has.",
        schema: enveloped::<IndexRecord>,
    },
    Endpoint {
        path: "/municipalities.json",
        id: "listMunicipalities",
        message: "endpoint-municipalities",
        about: "Every municipality.",
        schema: enveloped::<Vec<MunicipalityRecord>>,
    },
    Endpoint {
        path: "/municipalities/{code}.json",
        id: "getMunicipality",
        message: "endpoint-municipality",
        about: "A municipality with its facts.",
        schema: enveloped::<MunicipalityDetail>,
    },
    Endpoint {
        path: "/procedures.json",
        id: "listProcedures",
        message: "endpoint-procedures",
        about: "Every procedure.",
        schema: enveloped::<Vec<ProcedureRecord>>,
    },
    Endpoint {
        path: "/facets.json",
        id: "listFacets",
        message: "endpoint-facets",
        about: "Every comparable attribute.",
        schema: enveloped::<Vec<FacetRecord>>,
    },
    Endpoint {
        path: "/comparison/{procedure}.json",
        id: "getComparison",
        message: "endpoint-comparison",
        about: "All municipalities by all facets.",
        schema: enveloped::<ComparisonRecord>,
    },
    Endpoint {
        path: "/national.json",
        id: "getNational",
        message: "endpoint-national",
        about: "What holds everywhere.",
        schema: enveloped::<NationalRecord>,
    },
    Endpoint {
        path: "/documents.json",
        id: "listDocuments",
        message: "endpoint-documents",
        about: "Every document, and where it counts as what.",
        schema: enveloped::<Vec<DocumentRecord>>,
    },
    Endpoint {
        path: "/changes.json",
        id: "listChanges",
        message: "endpoint-changes",
        about: "Every change, newest first.",
        schema: enveloped::<Vec<ChangeRecord>>,
    },
    Endpoint {
        path: "/changes/{year}.json",
        id: "listChangesOfYear",
        message: "endpoint-changes-of-year",
        about: "The changes of one year, newest first: those since a day are those of its year and of later ones.",
        schema: enveloped::<Vec<ChangeRecord>>,
    },
];

/// `api/v1/openapi.json`.
pub(super) fn file(base_url: Option<&str>) -> Result<Page, SiteError> {
    page(&format!("{FOLDER}openapi.json"), &description(base_url))
}

fn description(base_url: Option<&str>) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let settings = settings.with_transform(CollapseEnums);
    let mut generator = SchemaGenerator::new(settings);
    let mut paths = Map::new();
    for endpoint in &ENDPOINTS {
        let schema = (endpoint.schema)(&mut generator);
        let mut get = json!({
            "operationId": endpoint.id,
            "summary": endpoint.about,
            "tags": ["rules"],
            "responses": {
                "200": {
                    "description": endpoint.about,
                    "content": { "application/json": { "schema": schema } }
                },
                "404": { "description": "There is no such file." }
            }
        });
        if let Some(name) = endpoint.path.split(['{', '}']).nth(1) {
            get["parameters"] = json!([{
                "name": name, "in": "path", "required": true, "schema": { "type": "string" },
                "description": match name {
                    "code" => "The municipality's code, six digits.",
                    "year" => "The year, four digits.",
                    _ => "The procedure's id.",
                }
            }]);
        }
        paths.insert(endpoint.path.to_owned(), json!({ "get": get }));
    }
    let mut schemas = Value::Object(generator.take_definitions(true));
    without_null(&mut schemas);
    let server = base_url.map_or_else(|| "./".to_owned(), |base| format!("{}/{FOLDER}", base.trim_end_matches('/')));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Madoguchi",
            "version": VERSION,
            "description": "The rules of Japanese municipalities for the PINs of the My Number Card, as static files. \
                A fact has a state: stated, silent, unclear or unread. Silence is never \"no\".",
            "license": { "name": "CC0-1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/" }
        },
        "servers": [{ "url": server.trim_end_matches('/') }],
        "security": [],
        "tags": [{ "name": "rules", "description": "What municipalities' pages say." }],
        "paths": paths,
        "components": { "schemas": schemas }
    })
}

/// What is not there is left out of a result and never null, so no schema has to allow both.
fn without_null(schema: &mut Value) {
    if let Some(types) = schema.get("type").and_then(Value::as_array) {
        let mut types = types.iter().filter(|name| *name != "null");
        if let (Some(only), None) = (types.next().cloned(), types.next()) {
            schema["type"] = only;
        }
    }
    if let Some(Value::Array(any)) = schema.get("anyOf") {
        let mut others = any.iter().filter(|other| **other != json!({ "type": "null" }));
        if let (Some(Value::Object(only)), None) = (others.next().cloned(), others.next())
            && let Some(map) = schema.as_object_mut()
        {
            map.remove("anyOf");
            map.extend(only);
        }
    }
    match schema {
        Value::Object(map) => map.values_mut().for_each(without_null),
        Value::Array(list) => list.iter_mut().for_each(without_null),
        _ => {}
    }
}
