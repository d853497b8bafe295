/** YAML and JSON files → values with positions: what CloudFormation, ARM, Kubernetes and compose files are read with. */
export type { DocumentOptions, ReadDocument, ReadDocuments } from './document.ts';
export { jsonValue, readJsonDocument } from './json.ts';
export { MAX_YAML_LENGTH, readYamlDocuments } from './yaml.ts';
