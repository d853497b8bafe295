/** Questions of an investigation, in the order of their ids. */
import { chainsAndPersistenceQuestions } from './chains-and-persistence.ts';
import { evasionAndDataQuestions } from './evasion-and-data.ts';
import { networkAndCloudsQuestions } from './network-and-clouds.ts';
import { whoQuestions } from './who.ts';
import type { InvestigationQuestion } from './question.ts';

export type { InvestigationQuestion } from './question.ts';

export const investigationQuestions: readonly InvestigationQuestion[] = [
  ...whoQuestions,
  ...chainsAndPersistenceQuestions,
  ...evasionAndDataQuestions,
  ...networkAndCloudsQuestions,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
