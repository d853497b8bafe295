/** The ways to more rights that `lintPolicy` looks for, from the catalogue of escalations: what one holder needs at once. */
import { escalations } from '../../paths/catalogue/index.ts';
import type { LintOptions } from './types.ts';

export const escalationSets: NonNullable<LintOptions['escalations']> = escalations.map(({ id, required }) => ({ id, actions: required }));
