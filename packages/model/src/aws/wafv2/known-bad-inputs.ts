/** The managed rule group against exploits that everybody is tried with. Source: AWS WAF Developer Guide, "Baseline rule groups", read 2026-11-22. */
import { none } from '../../check/index.ts';
import type { WebAclRule } from './web-acl/shape.ts';

/** True when the rule is the group of known bad inputs and it blocks, the exploit of Log4j included. */
export function blocksKnownBadInputs(rule: WebAclRule): boolean {
  return (
    rule.managedGroup === 'AWSManagedRulesKnownBadInputsRuleSet' &&
    !rule.onlyCounts &&
    none(rule.changedRules, ({ rule: changed, blocks }) => changed?.startsWith('Log4JRCE') === true && !blocks)
  );
}
