/** Answers and evidence for controls that exist. */
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { NewAnswer, NewEvidence } from './answers.ts';
import { addEvidence, answerControl } from './answers.ts';
import { coverageOfSources } from './coverage.ts';
import type { FrameworkName } from './frameworks.ts';
import { definitionOf } from './frameworks.ts';

/** Throws TeamErrors `not-found`, `invalid`. */
export async function answerFrameworkControl(team: Team, asking: Asking, answer: NewAnswer): Promise<void> {
  await assertControl(team, asking, answer);
  await answerControl(team, asking, answer);
}

/** The id. Throws TeamErrors `not-found`, `invalid`, `too-large`. */
export async function addControlEvidence(team: Team, asking: Asking, evidence: NewEvidence): Promise<string> {
  await assertControl(team, asking, evidence);
  return addEvidence(team, asking, evidence);
}

async function assertControl(team: Team, asking: Asking, { id, version, control }: FrameworkName & { readonly control: string }) {
  const { controls } = await definitionOf({ id, version }, { sources: await coverageOfSources(team, asking), language: 'en' });
  if (!controls.some((each) => each.control === control)) throw new TeamError('not-found', 'no such control');
}
