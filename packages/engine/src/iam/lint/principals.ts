/** Lints about Principal and NotPrincipal, and about who is let in. Source: IAM User Guide, "AWS JSON policy elements: Principal", "The confused deputy problem". */
import { compares, coversAction } from './conditions.ts';
import { hasHole } from './holes.ts';
import { finding, isNarrowed } from './reading.ts';
import type { PrincipalEntry, ReadStatement, Scene } from './reading.ts';
import type { LintFinding } from './types.ts';

/** Services that act for whoever owns the source: their trust and resource policies should name it. */
const SOURCE_KEYS = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
  'kms:ViaService',
  'kms:EncryptionContext:aws:cloudtrail:arn',
];
/** In trust policies these act for resources of the same account only, so there is no deputy to confuse. */
const OWN_ACCOUNT_SERVICES = new Set([
  'ec2',
  'lambda',
  'edgelambda',
  'ecs-tasks',
  'pods.eks',
  'eks',
  'rds',
  'monitoring.rds',
  'autoscaling',
  'spotfleet',
  'batch',
  'ssm',
  'elasticbeanstalk',
]);
const CI_PROVIDERS: readonly (readonly [provider: string, subject: string])[] = [
  ['token.actions.githubusercontent.com', 'token.actions.githubusercontent.com:sub'],
  ['gitlab.com', 'gitlab.com:sub'],
  ['app.terraform.io', 'app.terraform.io:sub'],
  ['agent.buildkite.com', 'agent.buildkite.com:sub'],
  ['oidc.circleci.com', 'oidc.circleci.com'],
  ['api.bitbucket.org', 'api.bitbucket.org'],
];

export function lintPrincipals(scene: Scene): readonly LintFinding[] {
  return scene.statements.flatMap((statement) => {
    const { kind } = scene;
    if (kind === 'identity' || kind === 'boundary' || kind === 'session' || kind === 'scp') return notAllowed(statement);
    return [
      ...presence(statement, scene),
      ...[...(statement.principals ?? []), ...(statement.notPrincipals ?? [])].flatMap((entry) => formOf(entry, statement)),
      ...(statement.effect === 'Allow' && kind !== 'rcp' && kind !== 'vpce' ? letIn(statement, scene) : []),
    ];
  });
}

function notAllowed(statement: ReadStatement): readonly LintFinding[] {
  return ['Principal', 'NotPrincipal']
    .filter((name) => statement.body[name] !== undefined)
    .map((name) => finding('principal-not-allowed', { statement, path: `${statement.path}.${name}`, text: name }));
}

function presence(statement: ReadStatement, { kind, account }: Scene): readonly LintFinding[] {
  const { principals, notPrincipals, effect, path } = statement;
  if (principals === null && notPrincipals === null) return [finding('principal-missing', { statement })];
  if (kind === 'rcp' && (statement.body.Principal !== '*' || notPrincipals !== null))
    return [finding('rcp-principal-not-everyone', { statement, path: `${path}.Principal` })];
  if (principals?.length === 0) return [finding('principal-empty', { statement, path: `${path}.Principal` })];
  if (notPrincipals === null) return [];
  const at = { statement, path: `${path}.NotPrincipal`, text: notPrincipals.map(({ value }) => value).join(', ') };
  if (effect === 'Allow') return [finding('not-principal-in-allow', at)];
  const missing = accountsWithoutRoot(notPrincipals);
  return missing === null ? [] : [finding('not-principal-without-account', { ...at, hint: `arn:aws:iam::${account ?? missing}:root` })];
}

/** The account of a listed user or role that is not listed itself. */
function accountsWithoutRoot(entries: readonly PrincipalEntry[]): string | null {
  for (const { type, value } of entries) {
    const account = type === 'AWS' ? /^arn:[^:]*:(?:iam|sts)::(\d{12}):(?!root$)/.exec(value)?.[1] : undefined;
    const isListed = (each: PrincipalEntry): boolean => each.value === account || each.value.endsWith(`::${account}:root`);
    if (account !== undefined && !entries.some(isListed)) return account;
  }
  return null;
}

function formOf({ type, value }: PrincipalEntry, statement: ReadStatement): readonly LintFinding[] {
  if (hasHole(value) || value.startsWith('~')) return [];
  const at = { statement, path: `${statement.path}.Principal`, text: value };
  if (type === 'Service')
    return /^[a-z0-9.-]+\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|internal)$/.test(value) ? [] : [finding('principal-malformed', at)];
  if (type !== 'AWS')
    return type === 'Federated' || type === 'CanonicalUser' ? [] : [finding('principal-malformed', { ...at, text: type })];
  if (value === '*' || /^\d{12}$/.test(value)) return [];
  if (/^A(?:IDA|ROA|GPA|NPA)[A-Z0-9]{12,}$/.test(value)) return [finding('principal-deleted', at)];
  if (!/^arn:[^:]*:(?:iam|sts|cloudfront)::[^:]+:./.test(value)) return [finding('principal-malformed', at)];
  return /[*?]/.test(value) ? [finding('principal-wildcard-in-arn', at)] : [];
}

function letIn(statement: ReadStatement, scene: Scene): readonly LintFinding[] {
  return (statement.principals ?? []).flatMap((entry) => {
    const at = { statement, path: `${statement.path}.Principal`, text: entry.value };
    if (entry.type === 'Service') return serviceFindings(entry.value, statement, scene);
    if (entry.type === 'Federated') return federatedFindings(entry.value, statement);
    if (entry.type !== 'AWS' || hasHole(entry.value)) return [];
    if (entry.value === '*') return isNarrowed(statement) ? [] : [finding(scene.kind === 'trust' ? 'trust-everyone' : 'public', at)];
    const account = /^\d{12}$/.exec(entry.value)?.[0] ?? /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(entry.value)?.[1];
    if (account === undefined || scene.account === null || account === scene.account || isNarrowed(statement)) return [];
    if (scene.kind !== 'trust') return [finding('other-account', at)];
    const isGuarded = compares(statement, 'sts:ExternalId') || compares(statement, 'aws:MultiFactorAuthPresent');
    return isGuarded || !coversAction(statement, 'sts:AssumeRole')
      ? []
      : [finding('trust-without-external-id', { ...at, hint: 'sts:ExternalId' })];
  });
}

function serviceFindings(service: string, statement: ReadStatement, { kind }: Scene): readonly LintFinding[] {
  const name = service.replace(/(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/, '');
  if (kind === 'trust' && OWN_ACCOUNT_SERVICES.has(name)) return [];
  if (isNarrowed(statement) || SOURCE_KEYS.some((key) => compares(statement, key))) return [];
  return [finding('service-for-anybody', { statement, path: `${statement.path}.Principal`, text: service, hint: 'aws:SourceAccount' })];
}

function federatedFindings(provider: string, statement: ReadStatement): readonly LintFinding[] {
  const at = { statement, path: `${statement.path}.Principal`, text: provider };
  if (provider.includes(':saml-provider/'))
    return compares(statement, 'SAML:aud') ? [] : [finding('saml-without-audience', { ...at, hint: 'SAML:aud' })];
  const ci = CI_PROVIDERS.find(([host]) => provider.endsWith(`/${host}`) || provider.includes(`/${host}/`));
  if (!ci) return [];
  const [, key] = ci;
  const lines = statement.conditions.filter((line) => line.key.toLowerCase().startsWith(key.toLowerCase()) && /:sub$/i.test(line.key));
  if (lines.length === 0) return [finding('oidc-without-subject', { ...at, hint: key.endsWith(':sub') ? key : `${key}…:sub` })];
  const wide = lines.flatMap(({ base, values, path }) =>
    base === 'stringlike'
      ? values.filter(isWideSubject).map((value) => finding('oidc-subject-too-wide', { statement, path, text: value }))
      : [],
  );
  return wide;
}

/** `repo:*`, `repo:example*`: whoever names an organization so gets in; the name of the owner has to end before the first wildcard. */
function isWideSubject(value: string): boolean {
  const fixed = /^[^*?]*/.exec(value)?.[0] ?? '';
  return fixed.length < value.length && !/[:/]/.test(fixed.replace(/^(?:repo|repository|project_path|organization):/, ''));
}
