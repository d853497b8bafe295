/** Can the holder of a policy raise its own rights with it? */
import { allOf, any, anyOf, aside, none, which } from '../../check/index.ts';
import type { PolicyCondition, PolicyDocument, PolicyStatement } from '../../policy/index.ts';
import { anyStatement, coversAction, coversAllResources, matchesPattern } from '../../policy/index.ts';
import { isEffective } from './administration.ts';
import type { EscalationPath } from './escalation-paths.ts';
import { escalationPaths } from './escalation-paths.ts';

/**
 * The first path whose every permission the policy holds; undefined when certainly none. Statements count together; a plain Deny takes an
 * action away; grants under an effective condition or on named resources do not count. O(paths × statements × actions).
 */
export function escalationPath(policy: PolicyDocument | undefined): EscalationPath | undefined {
  if (!policy) return undefined;
  const id = which(Object.fromEntries(escalationPaths.map((path) => [path.id, () => holds(policy, path)])));
  return escalationPaths.find((path) => path.id === id);
}

function holds(policy: PolicyDocument, path: EscalationPath): boolean {
  return allOf(...path.required.map((action) => () => isGranted(policy, action, path)));
}

function isGranted(policy: PolicyDocument, action: string, path: EscalationPath): boolean {
  return allOf(
    () => anyStatement(policy, (statement) => grants(statement, action, path)),
    () => aside(() => !anyStatement(policy, (statement) => isPlainDeny(statement) && coversAction(statement, action))),
  );
}

function grants(statement: PolicyStatement, action: string, path: EscalationPath): boolean {
  return (
    statement.effect === 'Allow' &&
    coversAction(statement, action) &&
    (!path.bound.includes(action) || isWide(statement)) &&
    aside(() => none(statement.conditions, (condition) => isEffective(condition) && !passesTo(condition, path))) &&
    aside(() => statement.principals.length === 0)
  );
}

/** `iam:PassedToService` that lists a service of the path keeps nobody from it. */
function passesTo(condition: PolicyCondition, path: EscalationPath): boolean {
  if (condition.key.toLowerCase() !== 'iam:passedtoservice' || !/^string(equals|like)/i.test(condition.operator)) return false;
  return any(condition.values, (value) => path.services.some((service) => matchesPattern(value, service, true)));
}

/** Any resource, or any of one type (`arn:aws:iam::*:role/*`). */
function isWide(statement: PolicyStatement): boolean {
  return anyOf(
    () => coversAllResources(statement),
    () => any(statement.resources, (resource) => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(\*+|[a-z-]+[/:]\*+)$/.test(resource)),
    () => statement.notResources.length > 0,
  );
}

function isPlainDeny(statement: PolicyStatement): boolean {
  return statement.effect === 'Deny' && coversAllResources(statement) && statement.conditions.length === 0;
}
