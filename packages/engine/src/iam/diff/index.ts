/** What a change of policies opens and closes, by meaning. Only AWS. */
export { diffAccess } from './diff-access.ts';
export type { AccessChange, DiffOptions } from './diff-access.ts';
export { actionTexts } from './actions-text.ts';
