/** What is wrong, dead or dangerous in one policy of AWS. Nothing is decided here: see ../aws. */
import { isRecord } from '@kumomori/model';
import { lintActions } from './actions.ts';
import { lintCombinations } from './combinations.ts';
import { lintConditions } from './conditions.ts';
import { lintDocument } from './document.ts';
import { lintPrincipals } from './principals.ts';
import type { Scene } from './reading.ts';
import { finding, readStatements } from './reading.ts';
import { lintResources } from './resources.ts';
import type { LintFinding, LintOptions } from './types.ts';

export { escalationSets } from './escalations.ts';
export { LINTS } from './types.ts';
export type { LintFinding, LintId, LintLevel, LintOptions, PolicyKind } from './types.ts';

/**
 * Every lint over one document, in the order of its statements; what is wrong with the document as a whole comes first. Never throws, whatever
 * stands in place of the document. Texts with unknown parts (HOLE) are passed over.
 */
export function lintPolicy(document: unknown, options: LintOptions): readonly LintFinding[] {
  if (!isRecord(document) || document.Statement === undefined) return [finding('not-a-document')];
  const scene: Scene = {
    ...options,
    version: typeof document.Version === 'string' ? document.Version : null,
    statements: readStatements(document),
  };
  const found = [
    ...lintDocument(document, scene),
    ...lintActions(scene),
    ...lintResources(scene),
    ...lintPrincipals(scene),
    ...lintConditions(scene),
    ...lintCombinations(document, scene),
  ];
  return found.toSorted((a, b) => (a.statement ?? -1) - (b.statement ?? -1));
}
