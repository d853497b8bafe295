/** The part of the published schema that the mappings use, as JSON, and how an event is held against it. */
export type { OcsfSchema } from './problems.ts';
export { schemaProblems } from './problems.ts';
