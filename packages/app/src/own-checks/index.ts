/** Checks of users: YAML with expressions, and TypeScript. Read from folders that were named, never discovered. */
export { isFolder, liesWithin } from './check-files.ts';
export { loadOwnChecks, resourceShapeIndex } from './load-checks.ts';
export type { CheckFolder, OwnCheck, OwnChecks } from './load-checks.ts';
