/** A case for each question about attack paths. */
import { outsideCases } from './from-outside.ts';
import { houseCases } from './of-the-house.ts';
import { workloadCases } from './workloads.ts';
import type { QueryCase } from './types.ts';

export const queryCases: readonly QueryCase[] = [...outsideCases, ...houseCases, ...workloadCases];
export type { QueryCase, QueryChange } from './types.ts';
