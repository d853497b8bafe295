import type { Unanswered } from '@kumomori/model';

/** What is certain, or why it is not. */
export type Answer = boolean | Unanswered;

/** False when one is false, unknown when one may be. */
export function allOf(answers: Iterable<Answer>): Answer {
  let undecided: Unanswered | null = null;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer !== true) undecided ??= answer;
  }
  return undecided ?? true;
}

export function not(answer: Answer): Answer {
  return typeof answer === 'boolean' ? !answer : answer;
}
