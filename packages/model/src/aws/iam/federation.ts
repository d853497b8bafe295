/** Trust in OpenID Connect providers: whose tokens open the role? */
import { all, any, none } from '../../check/index.ts';
import type { PolicyCondition, PolicyStatement } from '../../policy/index.ts';
import { coversAction } from '../../policy/index.ts';

/** An Allow of `sts:AssumeRoleWithWebIdentity` for an IAM OIDC provider. Identity pools and social logins work with audiences and do not count. */
export function trustsOidcProvider(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Allow' &&
    coversAction(statement, 'sts:AssumeRoleWithWebIdentity') &&
    any(
      statement.principals,
      (principal) => principal.type === 'Federated' && !consumerProviders.has(principal.value) && !/:saml-provider\//.test(principal.value),
    )
  );
}

const consumerProviders = new Set(['cognito-identity.amazonaws.com', 'accounts.google.com', 'graph.facebook.com', 'www.amazon.com']);

/**
 * Claims that name the caller besides `sub`. Source: IAM User Guide, "Available keys for AWS OIDC federation" (GitHub, CircleCI, Google),
 * and the announcement of provider-specific claims of January 2026, read 2026-11-22.
 */
const naming = [
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'job_workflow_ref',
  'enterprise_id',
  'actor',
  'actor_id',
  'project_id',
  'project_path',
  'namespace_id',
  'email',
  'oidc.circleci.com/project-id',
];

/** True when a condition ties the statement to named subjects: somebody's repository, project or service account. */
export function isTiedToSubject(statement: PolicyStatement): boolean {
  return any(statement.conditions, tiesToSubject);
}

function tiesToSubject(condition: PolicyCondition): boolean {
  const operator = condition.operator.toLowerCase().replace(/^foranyvalue:/, '');
  if (!['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike'].includes(operator)) return false;
  const claim = condition.key.toLowerCase().split(':').at(-1) ?? '';
  if (!naming.some((name) => claim === name || (name.includes('/') && condition.key.toLowerCase().endsWith(name)))) return false;
  const usesWildcards = operator.endsWith('like');
  return all(condition.values, (value) => namesSubject(value, claim, usesWildcards)) && none(condition.values, (value) => value === '');
}

/** Claims of GitHub's token that anybody's workflow can carry when they stand first in a customized subject. */
const anybodys = /^(environment|ref|workflow|context|head_ref|base_ref|event_name|runner_environment)[:]/;

function namesSubject(value: string, claim: string, usesWildcards: boolean): boolean {
  if (claim === 'sub' && anybodys.test(value)) return false;
  if (!usesWildcards) return true;
  const wildcard = value.search(/[*?]/);
  if (wildcard < 0) return true;
  const fixed = value.slice(0, wildcard);
  if (claim !== 'sub') return fixed.length > 0 && /[/:]/.test(fixed);
  // `repo:acme/…`, `project_path:acme/…`, `organization:acme:…`: owner complete. A service account needs its namespace.
  return /^[^:]+:[^:/]+[/:]/.test(fixed.replace(/^system:serviceaccount:/, 'serviceaccount:'));
}

/** The values of the conditions on `sub`, for messages. */
export function subjectsOf(statement: PolicyStatement): readonly string[] {
  const values: string[] = [];
  for (const condition of statement.conditions) {
    if (condition.key.toLowerCase().endsWith(':sub')) for (const value of condition.values) values.push(value);
  }
  return values;
}
