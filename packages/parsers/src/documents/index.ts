/** YAML and JSON files → values with positions: what CloudFormation, ARM, Kubernetes and compose files are read with. */
export type { DocumentOptions, ReadDocument, ReadDocuments } from './document.ts';
export { parseDecimal } from './decimal.ts';
export { jsonValue, readJsonDocument } from './json.ts';
export type { WrittenMember } from './written.ts';
export { memberRange, membersOf, repeatedMembers, writtenMap } from './written.ts';
export { readYamlDocuments } from './yaml.ts';
export { nestsTooDeep } from './yaml-depth.ts';
export { isStringFromStart, meaningOf } from './yaml-scalars.ts';
