/** What is understood of the sources: attack paths, exposure, access, drift. */
export { askSource, compareSources, readDrift } from './ask-source.ts';
export type { AskProcess, DriftDocument, SourceQuestion } from './ask-source.ts';
export { diagnosticsOf } from './diagnostics.ts';
export type { RunDiagnostics } from './diagnostics.ts';
export { folderOf } from './source-folder.ts';
export { listExposure, listPaths, readPath } from './paths.ts';
export type { ExposedResource, PathDetail, PathsList } from './paths.ts';
