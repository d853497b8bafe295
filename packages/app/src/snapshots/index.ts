/** Snapshot folders (contracts.md §7): writing what collectors are answered, reading it back, redaction. What answers mean is the model's. */
export { openBase } from './base.ts';
export type { Base } from './base.ts';
export { SnapshotError } from './errors.ts';
export type { SnapshotErrorCode } from './errors.ts';
export type { SnapshotAccount } from './folder.ts';
export { isSnapshotFolder, openSnapshot } from './open-snapshot.ts';
export type { Snapshot } from './open-snapshot.ts';
export { keepSecrets, redactionKey, redactor } from './redact.ts';
export type { Redact } from './redact.ts';
export type { SnapshotCheck, SnapshotProblem } from './verify.ts';
export { openSnapshotWriter } from './writer.ts';
export type { SnapshotWriter } from './writer.ts';
export { eraseAccount } from './erase.ts';
export type { ErasedFile, Erasure } from './erase.ts';
export { encodePart, placeOf } from './names.ts';
export { recordsOf } from './recorded-calls.ts';
export { writeWhole } from './manifest.ts';
export { MAX_DEPTH, isDeeper } from './record.ts';
