/** Statements that make multi-factor authentication a must. */
import { any } from '../../check/index.ts';
import type { PolicyCondition, PolicyStatement } from '../../policy/index.ts';
import { coversAction, coversAllActions, coversAllResources } from '../../policy/index.ts';

/**
 * A Deny of everything (but the steps to register a device) without MFA, as the IAM User Guide shows it under "AWS: Allows MFA-authenticated
 * IAM users to manage their own credentials", read 2026-11-22.
 */
export function deniesWithoutMfa(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Deny' &&
    (coversAllActions(statement) || (statement.notActions.length > 0 && coversAction(statement, 'ec2:RunInstances'))) &&
    coversAllResources(statement) &&
    any(statement.conditions, isWithoutMfa)
  );
}

/** An Allow that holds with MFA only. */
export function allowsWithMfaOnly(statement: PolicyStatement): boolean {
  return statement.effect === 'Allow' && any(statement.conditions, isWithMfa);
}

/** `IfExists` would let in callers that say nothing of MFA: access keys. */
function isWithMfa(condition: PolicyCondition): boolean {
  return (
    condition.operator.toLowerCase() === 'bool' &&
    condition.key.toLowerCase() === 'aws:multifactorauthpresent' &&
    any(condition.values, (value) => value.toLowerCase() === 'true')
  );
}

function isWithoutMfa(condition: PolicyCondition): boolean {
  const operator = condition.operator.toLowerCase();
  const key = condition.key.toLowerCase();
  if (key === 'aws:multifactorauthpresent') {
    if (operator === 'null') return any(condition.values, (value) => value.toLowerCase() === 'true');
    return ['bool', 'boolifexists'].includes(operator) && any(condition.values, (value) => value.toLowerCase() === 'false');
  }
  return key === 'aws:multifactorauthage' && operator === 'null' && any(condition.values, (value) => value.toLowerCase() === 'true');
}
