/** Files of users' own checks (YAML with expressions) → checks as they are written. Types are checked by the engine. */
export type { OwnCheckFile, WrittenCel, WrittenCheck, WrittenName, WrittenTemplate } from './written-check.ts';
export { readCheckFile } from './read-check-file.ts';
