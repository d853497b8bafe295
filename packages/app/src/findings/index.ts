/** From verdicts to findings: grouping, fingerprints, redaction, counts; in memory, or in parts on the disk. */
export { countFindings } from './count.ts';
export { fingerprintOf } from './fingerprint.ts';
export { frameworkCoverage } from './coverage.ts';
export type { GroupOptions } from './group.ts';
export { keepInMemory, keepOnDisk } from './keep-findings.ts';
export type { FindingsKeeper } from './keep-findings.ts';
export { nameFiles } from './origin-target.ts';
export type { OriginTarget } from './origin-target.ts';
export type { InstanceVerdict, JudgedResource } from './verdict.ts';
