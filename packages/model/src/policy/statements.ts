/** Questions about statements, answered element by element and three-valued (over tracked views). Not a full evaluation: no request, no other layer. */
import { all, any, aside, find, none } from '../check/index.ts';
import { isInternet } from '../net/index.ts';
import type { PolicyCondition, PolicyDocument, PolicyStatement } from './document.ts';

/** The first statement that certainly matches; undefined when certainly none does, or there is no document. */
export function findStatement(
  policy: PolicyDocument | undefined,
  matches: (statement: PolicyStatement) => boolean,
): PolicyStatement | undefined {
  return policy && find(policy.statements, matches);
}

/** True when some statement certainly matches. */
export function anyStatement(policy: PolicyDocument | undefined, matches: (statement: PolicyStatement) => boolean): boolean {
  return findStatement(policy, matches) !== undefined;
}

/** Allows anybody on the internet: everyone as principal (also by NotPrincipal) and no condition that narrows who may come. */
export function grantsEveryone(statement: PolicyStatement): boolean {
  return statement.effect === 'Allow' && namesEveryone(statement) && !aside(() => isRestricted(statement));
}

/** `"*"`, `{"AWS": "*"}`, or an Allow with NotPrincipal. */
export function namesEveryone(statement: PolicyStatement): boolean {
  return (
    any(statement.principals, (principal) => principal.type === 'AWS' && principal.value === '*') || statement.notPrincipals.length > 0
  );
}

/**
 * Condition keys that tie a request to known accounts, organizations, networks or sources. Left out are keys that an outsider meets in an
 * account or VPC of its own: names and tags of principals, private addresses (aws:VpcSourceIp).
 * Source: Amazon S3 User Guide, "The meaning of public", and the IAM global condition keys reference (general knowledge, to be confirmed).
 */
const narrowingKeys = new Set([
  ...['aws:principalaccount', 'aws:principalarn', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:userid'],
  ...['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceowner', 'aws:sourcevpc', 'aws:sourcevpce'],
  ...['aws:sourcevpcarn', 's3:dataaccesspointaccount', 's3:dataaccesspointarn', 'kms:calleraccount', 'lambda:eventsourcetoken'],
  ...['elasticfilesystem:accessedviamounttarget', 'sns:endpoint'],
]);

/** True when a condition narrows the statement to known callers, so that "everyone" is not the internet. */
export function isRestricted(statement: PolicyStatement): boolean {
  return any(statement.conditions, narrows);
}

function narrows(condition: PolicyCondition): boolean {
  const operator = condition.operator.toLowerCase();
  // An absent key satisfies these, so they keep nobody out.
  if (operator.endsWith('ifexists') || operator.startsWith('forallvalues:') || operator === 'null') return false;
  const name = operator.replace(/^foranyvalue:/, '');
  const key = condition.key.toLowerCase();
  if (key === 'aws:sourceip')
    return name === 'ipaddress' && none(condition.values, (cidr) => isInternet([cidr])) && !isInternet([...condition.values]);
  if (!narrowingKeys.has(key.split('/')[0] ?? key)) return false;
  if (!['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike', 'bool'].includes(name)) return false;
  return all(condition.values, (value) => !isAnything(value));
}

/** `*`, `arn:aws:s3:::*` with a wildcard for the account too, and the like match whoever comes. */
function isAnything(value: string): boolean {
  // A policy variable is what the caller brings along; identifiers of which only the kind is fixed (`o-*`, `vpc-*`) are anybody's.
  if (/^(?:(?:o|vpc|vpce)-)?[*?]*$|^o-[*?]+\/|\$\{/.test(value)) return true;
  const parts = value.split(':');
  if (parts[0] !== 'arn') return false;
  // Whoever may come from any account gives a role or topic of its own the name that is asked for. Names of buckets are nobody else's.
  if (parts[2] !== 's3' && /^[*?]+$/.test(parts[4] ?? '')) return true;
  return isWild(parts[4]) && isWild(parts.slice(5).join(':'));
}

function isWild(part: string | undefined): boolean {
  return part === undefined || /^[*?:/]*$/.test(part);
}

/** Does the statement grant this action (`iam:PassRole`)? Wildcards and NotAction count, case does not. */
export function coversAction(statement: PolicyStatement, action: string): boolean {
  if (any(statement.actions, (pattern) => matchesPattern(pattern, action, true))) return true;
  return statement.notActions.length > 0 && none(statement.notActions, (pattern) => matchesPattern(pattern, action, true));
}

/** Does it grant every action of every service? */
export function coversAllActions(statement: PolicyStatement): boolean {
  return any(statement.actions, (pattern) => /^\*+$/.test(pattern) || /^\*:\*+$/.test(pattern));
}

/** Does it apply to every resource? A missing Resource (trust policies) does not count. */
export function coversAllResources(statement: PolicyStatement): boolean {
  return any(statement.resources, (resource) => /^\*+$/.test(resource) || /^arn:[^:]*:\*:\*:\*:\*$/.test(resource));
}

/** IAM's own wildcards: `*` any run, `?` one character. Linear in pattern × text. */
export function matchesPattern(pattern: string, text: string, ignoreCase = false): boolean {
  const [p, t] = ignoreCase ? [pattern.toLowerCase(), text.toLowerCase()] : [pattern, text];
  let [pi, ti, star, mark] = [0, 0, -1, 0];
  while (ti < t.length) {
    if (pi < p.length && (p[pi] === '?' || (p[pi] === t[ti] && p[pi] !== '*'))) {
      pi++;
      ti++;
    } else if (p[pi] === '*') {
      star = pi++;
      mark = ti;
    } else if (star >= 0) {
      pi = star + 1;
      ti = ++mark;
    } else return false;
  }
  while (p[pi] === '*') pi++;
  return pi === p.length;
}

/** A Deny for everyone when the request is not encrypted, on these actions. The usual TLS-only guard of buckets, queues and topics. */
export function deniesPlainHttp(statement: PolicyStatement, actions: readonly string[]): boolean {
  return (
    statement.effect === 'Deny' &&
    namesEveryone(statement) &&
    actions.every((action) => coversAction(statement, action)) &&
    any(statement.conditions, isPlainHttp) &&
    all(statement.conditions, (condition) => isPlainHttp(condition) || sparedCallers.has(condition.key.toLowerCase()))
  );
}

/** Conditions that spare AWS services from the Deny; their requests are encrypted. Any other lets somebody use plain HTTP. */
const sparedCallers = new Set(['aws:principalisawsservice', 'aws:viaawsservice']);

function isPlainHttp(condition: PolicyCondition): boolean {
  const operator = condition.operator.toLowerCase();
  if (condition.key.toLowerCase() === 'aws:securetransport') {
    return ['bool', 'boolifexists'].includes(operator) && any(condition.values, (value) => value.toLowerCase() === 'false');
  }
  return false;
}
