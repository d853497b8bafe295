/** Findings of other tools: reading their files, and comparing their verdicts with ours. They are shown as theirs and never judged. */
export { compareExternal, worstVerdicts } from './compare.ts';
export type { OwnVerdicts, OwnVerdict } from './compare.ts';
export { readExternal } from './read-external.ts';
export type { ReadFinding } from './read-external.ts';
