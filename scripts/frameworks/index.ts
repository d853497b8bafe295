/** What we change in inherited framework mappings, and how it is applied. Data of development time: nothing here is shipped. */
import { cloudCorrections } from './cloud-corrections.ts';
import type { Correction } from './corrections.ts';
import { corrections as awsCorrections } from './corrections.ts';

export { completeControls } from './complete-controls.ts';
export { correctControls } from './correct-controls.ts';
export type { ControlLinks } from './correct-controls.ts';
export type { Correction } from './corrections.ts';
export { documentTable, documents, withTable } from './document-table.ts';
export { highBaseline } from './high-baseline.ts';
export { reviewedChecks } from './reviewed-checks.ts';

/** By `framework@version`; applied in this order. */
export const corrections: Readonly<Record<string, readonly Correction[]>> = Object.fromEntries(
  [...new Set([...Object.keys(awsCorrections), ...Object.keys(cloudCorrections)])].map((name) => [
    name,
    [...(awsCorrections[name] ?? []), ...(cloudCorrections[name] ?? [])],
  ]),
);
