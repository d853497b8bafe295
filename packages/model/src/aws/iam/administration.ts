/** Does a policy make its holder an administrator? */
import { any, aside, none } from '../../check/index.ts';
import type { PolicyCondition, PolicyDocument, PolicyStatement } from '../../policy/index.ts';
import { coversAllActions, coversAllResources, findStatement, matchesPattern } from '../../policy/index.ts';

/**
 * The statement that allows every action on every resource, alone or with others that add what its NotAction leaves out; undefined when
 * certainly none does. Statements with principals belong to resource policies and do not count. Deny statements are not weighed: what a
 * wildcard policy is denied today, its owner allows tomorrow.
 */
export function administrationStatement(policy: PolicyDocument | undefined): PolicyStatement | undefined {
  return (
    policy &&
    findStatement(policy, (statement) => isOpenGrant(statement) && (coversAllActions(statement) || isCompleted(statement, policy)))
  );
}

/** Allow on every resource, for an identity, under no condition that keeps the holder from anything. */
function isOpenGrant(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Allow' &&
    (coversAllResources(statement) || exceptsLittle(statement)) &&
    aside(() => none(statement.conditions, isEffective) && statement.principals.length === 0 && statement.notPrincipals.length === 0)
  );
}

/** NotResource that leaves IAM itself open gives everything by a detour. */
function exceptsLittle(statement: PolicyStatement): boolean {
  return (
    statement.notResources.length > 0 &&
    none(statement.notResources, (resource) => matchesPattern(resource, 'arn:aws:iam::123456789012:role/any'))
  );
}

/** Every action that NotAction leaves out is allowed by another open statement. */
function isCompleted(statement: PolicyStatement, policy: PolicyDocument): boolean {
  return (
    statement.notActions.length > 0 &&
    none(
      statement.notActions,
      (left) =>
        !any(policy.statements, (other) => isOpenGrant(other) && any(other.actions, (action) => matchesPattern(action, left, true))),
    )
  );
}

/** Conditions on how the request is made; the holder meets them and then may do everything. */
const keysOfManner = new Set(['aws:securetransport', 'aws:multifactorauthpresent', 'aws:multifactorauthage', 'aws:viaawsservice']);

/** True when the condition may keep the holder from some action or resource. */
export function isEffective(condition: PolicyCondition): boolean {
  return !keysOfManner.has(condition.key.toLowerCase()) && none(condition.values, (value) => /^\*+$/.test(value));
}
