//! What a municipality's rule is: YAML with a place for every key and value, scalars and documents
//! as types, vocabularies, JSON Schema, and the dataset in which every reference is resolved.
//!
//! Nothing here reads the clock, the environment, the file system or the network.

pub mod dataset;
pub mod fault;
pub mod json_schema;
pub mod load;
pub mod model;
pub mod national_list;
pub mod nearest;
pub mod references;
pub mod scalar;
pub mod shape;
pub mod yaml;
