/** Findings of other tools: reading their files, and comparing their verdicts with ours. They are shown as theirs and never judged. */
export { WorstVerdicts, compareExternal } from './compare.ts';
export { readExternal } from './read-external.ts';
export type { ReadFinding } from './read-external.ts';
