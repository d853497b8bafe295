/** Each way of the catalogue of Google Cloud in Terraform. */
import type { WayCase } from '../way-case.ts';
import { accountCases } from './accounts.ts';
import { guardCases } from './guards.ts';
import { levelCases } from './levels.ts';
import { resourceCases } from './resources.ts';

export const gcpCases: readonly WayCase[] = [...accountCases, ...levelCases, ...resourceCases, ...guardCases];
