download-linked = The list of all procedures as linked data (CPSV-AP and CCCEV); each has a document of its own.
download-concepts = Documents, applicants, facets and other concepts (SKOS), and the national rules.
download-vocabulary = The terms that other vocabularies lack: states, visits, letters, numbers of papers.
download-catalogue = The catalogue of the published files, with sizes, hashes, licence and dates.
download-gif-rules = A table by the Digital Agency's model GIF 451-4 (rules), with the national rule as the origin.
download-gif-places = A table by the Digital Agency's model GIF 451-7 (places), a line a counter.
