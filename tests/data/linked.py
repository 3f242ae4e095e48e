"""The linked data: read by rdflib, checked by pyshacl with the shapes that CPSV-AP, CCCEV and DCAT-AP
publish, asked by SPARQL.

The shapes are fetched from the repositories that publish them at named commits, and compared with
the hashes of what was looked at; the environment variable SHAPES may name a folder that has them.
Where they cannot be had the output says so, and what they demand of the classes that matter most is
asked by SPARQL all the same.
"""

import hashlib
import os
import pathlib
import sys
import urllib.error
import urllib.request

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

RAW = "https://raw.githubusercontent.com/SEMICeu"

# Name, address, SHA-256.
SHAPES = [
    (
        "cpsv-ap-3.2.0.ttl",
        f"{RAW}/CPSV-AP/e37f5e1991cd89772165bed7d42fd64cdea8c2d4/releases/3.2.0/shacl/cpsv-ap-SHACL.ttl",
        "a314fa6bf8e1b613af7ed75fb9f4423d30a16b6fb93b4d3f05168f697bc37b30",
    ),
    (
        "cccev-2.1.0.ttl",
        f"{RAW}/CCCEV/0659234c2bbf969e21f649cfad0b790506e78aae/releases/2.1.0/shacl/cccev-ap-SHACL.ttl",
        "18db9d5df10ae4b585dc90eef4a3fc5fd2b0ed34cf6f8ebf21bf2821d4a62a36",
    ),
    (
        "dcat-ap-3.0.1.ttl",
        f"{RAW}/DCAT-AP/7c531da7f154794da620fd0e57a3e8afe0286c0f/releases/3.0.1/html/shacl/shapes.ttl",
        "7fe9815e0f32b10f5cbce74fa6ccd0290aae3ef9e5080fb84e2d8093eb984d1d",
    ),
]

PREFIXES = """
PREFIX cpsv: <http://purl.org/vocab/cpsv#>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

# What must not be there.
FORBIDDEN = {
    "a service without name, description, authority or territory": """
        SELECT ?s { ?s a cpsv:PublicService
          FILTER NOT EXISTS { ?s dct:identifier ?i ; dct:title ?t ; dct:description ?d ; dct:spatial ?p ;
                                 cv:hasCompetentAuthority ?a . ?a skos:prefLabel ?n ; dct:spatial ?w } }""",
    "a requirement without name": """
        SELECT ?s { ?s a cv:Requirement FILTER NOT EXISTS { ?s dct:identifier ?i ; dct:title ?t } }""",
    "an evidence type without identifier": """
        SELECT ?s { ?s a cv:EvidenceType FILTER NOT EXISTS { ?s dct:identifier ?i } }""",
    "a fact without state, facet or source": """
        SELECT ?s { ?s a mado:Fact
          FILTER NOT EXISTS { ?s mado:state ?state ; mado:facet ?f ; dct:source ?source .
                              ?source prov:specializationOf ?page ; mado:readOn ?day } }""",
    "a stated fact without value, or with a reason why it is unclear": """
        SELECT ?s { ?s mado:facet ?f ; mado:state mado:stated
          FILTER (NOT EXISTS { ?s mado:value ?v } || EXISTS { ?s skos:note ?n }) }""",
    "a silent fact with a value": "SELECT ?s { ?s mado:facet ?f ; mado:state mado:silent ; mado:value ?v }",
    "a requirement of what is not stated": """
        SELECT ?s { ?whole cv:hasRequirement ?s . ?s mado:state ?state FILTER (?state != mado:stated) }""",
    "a demand for no paper": "SELECT ?s { ?s mado:evidenceType ?t ; mado:count ?n FILTER (?n < 1) }",
    "a distribution without address or licence": """
        SELECT ?s { ?s a dcat:Distribution
          FILTER NOT EXISTS { ?s dcat:accessURL ?a ; dcat:mediaType ?m ; dct:license ?l } }""",
}


def documents(site):
    return sorted((site / "data").rglob("*.jsonld"))


def graph(site, cache={}):
    if site not in cache:
        read = rdflib.Graph()
        for path in documents(site):
            read.parse(path, format="json-ld")
        read.parse(site / "ns" / "madoguchi.ttl")
        cache[site] = read
    return cache[site]


def own(read):
    """The namespace of the site's own vocabulary."""
    ontology = read.value(predicate=RDF.type, object=rdflib.OWL.Ontology)
    return rdflib.Namespace(f"{ontology}#")


def ask(read, query):
    return read.query(f"{PREFIXES}PREFIX mado: <{own(read)}>\n{query}")


def shapes(name, address, digest):
    """The text of the shapes, or nothing where they cannot be had."""
    folder = os.environ.get("SHAPES")
    if folder and (pathlib.Path(folder) / name).is_file():
        text = (pathlib.Path(folder) / name).read_bytes()
    else:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                text = answer.read()
        except (urllib.error.URLError, TimeoutError) as error:
            print(f"   {name} cannot be had ({error}): not checked against it", file=sys.stderr)
            return None
    if hashlib.sha256(text).hexdigest() != digest:
        raise ValueError(f"{name} is not the file that was looked at")
    return rdflib.Graph().parse(data=text, format="turtle")


def violations(data, shape):
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shape, inference="none")
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        found.append(f"{node} {path}: {report.value(result, SH.resultMessage)}")
    return [] if conforms else sorted(found)


def without_classes(site):
    """A document and the catalogue with what no shape may miss left out."""
    broken = rdflib.Graph()
    # The one that says most: of a page that says nothing there is nothing to miss.
    service = max(sorted((site / "data" / "linked").glob("*/pin-reset.jsonld")), key=lambda path: path.stat().st_size)
    for path in (service, site / "data" / "catalogue.jsonld"):
        broken.parse(path, format="json-ld")
    for left_out in ("EvidenceType", "EvidenceTypeList", "Channel"):
        broken.remove((None, RDF.type, rdflib.URIRef(f"http://data.europa.eu/m8g/{left_out}")))
    for left_out in ("title", "identifier", "description"):
        broken.remove((None, rdflib.DCTERMS[left_out], None))
    return broken


def check(site):
    read = graph(site)
    faults = []
    for title, query in FORBIDDEN.items():
        found = [str(row[0]) for row in ask(read, query)]
        if found:
            faults.append(f"{title}: {len(found)}, such as {found[0]}")
    for name, address, digest in SHAPES:
        shape = shapes(name, address, digest)
        if shape is None:
            continue
        faults += [f"{name}: {fault}" for fault in violations(read, shape)[:10]]
        # Shapes that accept everything would say nothing.
        if not violations(without_classes(site), shape):
            faults.append(f"{name} accepts what has no names and names no classes")
    services = {str(row[0]) for row in ask(read, "SELECT ?s { ?s a cpsv:PublicService }")}
    listed = {str(row[0]) for row in ask(read, "SELECT ?s { ?s rdfs:isDefinedBy ?d ; mado:procedure ?p }")}
    if services != listed:
        faults.append(f"the index lists {len(listed)} of {len(services)} services")
    return faults


TWO = """
SELECT ?code {
  ?service mado:municipalityCode ?code ; mado:procedure ?procedure ; mado:flow ?flow .
  ?procedure skos:notation "pin-reset" .
  ?flow mado:applicant/skos:notation "agent" ; mado:state mado:stated ; mado:visits ?visits
  FILTER (?visits <= 2)
}"""

# One list of the municipality's own classes that asks for one paper of its class B, and for nothing else.
ALONE = """
SELECT DISTINCT ?code {
  ?facet skos:notation "principal-identity" .
  ?fact mado:facet ?facet ; mado:state mado:stated ; mado:requirement ?whole .
  ?service mado:fact ?fact ; mado:municipalityCode ?code ; mado:procedure ?procedure .
  ?procedure skos:notation "pin-reset" .
  { ?whole cv:hasRequirement ?paper }
  UNION { ?whole cv:hasRequirement/mado:alternative/cv:hasRequirement ?paper }
  ?paper mado:ownEvidenceTypeList ?list ; mado:of ?owner .
  ?owner skos:notation "principal" .
  ?list mado:asks ?demand .
  ?demand mado:count 1 ; mado:evidenceType ?class .
  ?class mado:classLetter "B"
  FILTER NOT EXISTS { ?list mado:asks ?other FILTER (?other != ?demand) }
}"""

UNREAD = """
SELECT ?code ?procedure ?applicant ?facet {
  ?fact mado:state mado:unread ; mado:facet ?of .
  ?of skos:notation ?facet .
  ?service mado:fact ?fact ; mado:municipalityCode ?code ; mado:procedure ?rule .
  ?rule skos:notation ?procedure .
  OPTIONAL { ?fact mado:applicant ?who . ?who skos:notation ?applicant }
}"""


def answers(site):
    read = graph(site)
    return {
        "agent_in_two_visits": {str(row.code) for row in ask(read, TWO)},
        "principal_class_b_alone": {str(row.code) for row in ask(read, ALONE)},
        "unread": {
            (str(row.code), str(row.procedure), str(row.applicant or ""), str(row.facet)) for row in ask(read, UNREAD)
        },
    }
