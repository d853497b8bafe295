import { anyOf, matching } from '../check/index.ts';
import type { Text } from '../text.ts';
import type { OverdueOptions } from './temporary.ts';
import { overdueReason, wordsOfName } from './temporary.ts';

/** What people wrote about a rule; each text is judged on its own. */
export interface NotedRule {
  readonly ruleName?: string | undefined;
  readonly description?: string | undefined;
  readonly remark: string | undefined;
}

/**
 * What the first rule says that should be gone, and how many of its list do; null when certainly none of any list says such a thing.
 * Three-valued over tracked lists, with all of the rules found as evidence. O(rules).
 */
export function overdueRules(
  lists: readonly (readonly NotedRule[])[],
  options: OverdueOptions,
): { readonly reason: Text; readonly count: number } | null {
  let reason: Text | null = null;
  let count = 0;
  const isDue = (text: string | undefined): boolean => {
    const due = text === undefined ? null : overdueReason(text, options);
    reason ??= due;
    return due !== null;
  };
  const isDueRule = (rule: NotedRule): boolean =>
    anyOf(
      () => isDue(rule.remark),
      () => isDue(rule.ruleName === undefined ? undefined : wordsOfName(rule.ruleName)),
      () => isDue(rule.description),
    );
  const isFound = anyOf(
    ...lists.map((rules) => () => {
      count = matching(rules, isDueRule).length;
      return count > 0;
    }),
  );
  return isFound && reason !== null ? { reason, count } : null;
}
