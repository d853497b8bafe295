/** Answers of Google Cloud's APIs and the verdicts of checks on them, by kind of service. Running them is gcp-live.slow.test.ts. */
import { computeCases } from './compute.ts';
import { dataCases } from './data.ts';
import type { GcpLiveCase } from './parts.ts';
import { platformCases } from './platform.ts';

export type { GcpLiveCase } from './parts.ts';

export const gcpLiveCases: readonly GcpLiveCase[] = [...computeCases, ...dataCases, ...platformCases];
