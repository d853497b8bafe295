/** Bicep files as ARM templates. */
export type { BicepExpression, BicepResource } from './ast.ts';
export { parseBicep } from './parse-bicep.ts';
export { bicepEntryFiles, pathBeside } from './entry-files.ts';
export { repeatedNames } from './repeated-names.ts';
export { parametersOf, templateOf } from './to-template.ts';
