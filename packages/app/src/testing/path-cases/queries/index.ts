/** A case for each question about attack paths. */
import { azureQueries } from './azure.ts';
import { outsideCases } from './from-outside.ts';
import { houseCases } from './of-the-house.ts';
import { workloadCases } from './workloads.ts';
import type { QueryCase } from './types.ts';

export const queryCases: readonly QueryCase[] = [...outsideCases, ...houseCases, ...workloadCases, ...azureQueries];
export type { QueryCase, QueryChange } from './types.ts';
