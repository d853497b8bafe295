/** Who from outside may become a role: other accounts, builds of repositories, everybody; and pods whose service account is given a role. */
import { UNNAMED_ACCOUNT } from '@kumomori/model';
import type { IamPrincipal } from '../../iam/index.ts';
import type { PathCondition, PathSetting, PathTrust, PathWorkload } from '../inputs.ts';
import type { Building } from './context.ts';
import { decided, evidenceOf, rolesNamed } from './context.ts';
import { field, isObject, listed } from './new-things.ts';
import { trustSetting } from './oracle.ts';

export function trustsFor(building: Building, serviceAccounts: ReadonlyMap<string, readonly PathWorkload[]>): readonly PathTrust[] {
  const roles = building.iam.principals.filter(({ kind, trust }) => kind === 'role' && trust !== null && trust.unknown === null);
  return [...roles.flatMap((role) => trustsOf(building, role)), ...bindings(building, serviceAccounts)];
}

function trustsOf(building: Building, role: IamPrincipal): readonly PathTrust[] {
  const { trust } = role;
  if (trust === null) return [];
  return listed(field(trust.document, 'Statement')).flatMap((statement, index): readonly PathTrust[] => {
    if (!isObject(statement) || field(statement, 'Effect') !== 'Allow') return [];
    const principal = field(statement, 'Principal');
    const evidence = evidenceOf(building, trust.statements[index] ?? trust.place);
    const setting = trustSetting(role, index, evidence);
    const conditions = testsIn(field(statement, 'Condition'));
    const parts = { through: null, to: role.id, setting, evidence };
    const names = (type: string) =>
      (principal === '*' && type === 'AWS' ? ['*'] : isObject(principal) ? listed(field(principal, type)) : []).filter(
        (each) => typeof each === 'string',
      );
    return [
      ...names('AWS')
        .flatMap((name) => accountTrust(building, role, { name, conditions }))
        .map((each) => ({ ...each, ...parts })),
      ...names('Federated')
        .flatMap((name) => federatedTrust(name, conditions))
        .map((each) => ({ ...each, ...parts })),
    ];
  });
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

function testsIn(condition: unknown): readonly Test[] {
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]: readonly [string, unknown]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, values]: readonly [string, unknown]) => ({
          ...{ operator: operator.toLowerCase(), key: key.toLowerCase() },
          values: listed(values).map((each) => String(each)),
        }))
      : [],
  );
}

type Outsider = Pick<PathTrust, 'from' | 'condition' | 'isKnown'>;

/** Keys that keep everybody out who is not of the house. */
const OWN_KEYS = [
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceip',
];

function accountTrust(
  { iam, knownAccounts }: Building,
  role: IamPrincipal,
  { name, conditions }: { readonly name: string; readonly conditions: readonly Test[] },
): readonly Outsider[] {
  if (conditions.some(({ key }) => OWN_KEYS.includes(key))) return [];
  const externalId = conditions.find(({ key }) => key === 'sts:externalid');
  const condition: PathCondition | null = externalId ? { text: 'the external id is known', likelihood: 'unknown', tags: [] } : null;
  if (name === '*') return [{ from: { kind: 'anyone', node: 'internet' }, condition, isKnown: false }];
  const account = /^\d{12}$/.test(name) ? name : /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(name)?.[1];
  if (account === undefined || account === role.account || iam.accounts.has(account)) return [];
  // Code that does not say which account it is for may name its own.
  const other: PathCondition = { text: `${account} is another account`, likelihood: 'unknown', tags: [] };
  const unsure = role.account === UNNAMED_ACCOUNT ? other : condition;
  return [
    {
      from: { kind: 'account', node: account },
      condition: unsure,
      isKnown: externalId !== undefined || (knownAccounts?.has(account) ?? false),
    },
  ];
}

/** Issuers that sign for the builds of everybody who has an account there. */
const SHARED_ISSUERS: ReadonlySet<string> = new Set(['token.actions.githubusercontent.com', 'gitlab.com', 'app.terraform.io']);

/** Issuers of clusters: their service accounts come through their pods (clouds/web-identity.ts). */
const CLUSTERS = /^(?:oidc\.eks\.|oidc-eks\.|container\.googleapis\.com\/|[^/]*oic\.prod-aks\.azure\.com)/;

/** Whoever signs in at a shared issuer, when no condition on the subject keeps others out. */
export function isForAnyBuild(issuer: string): boolean {
  return SHARED_ISSUERS.has(issuer);
}

function federatedTrust(provider: string, conditions: readonly Test[]): readonly Outsider[] {
  if (provider.includes(':saml-provider/')) return [{ from: { kind: 'saml', node: provider }, condition: null, isKnown: true }];
  const issuer = issuerOf(provider, conditions);
  if (issuer.startsWith('~') || CLUSTERS.test(issuer) || issuer === 'cognito-identity.amazonaws.com') return [];
  const subject = conditions.find(({ key }) => key.endsWith(':sub'));
  const any: Outsider = { from: { kind: isForAnyBuild(issuer) ? 'any-build' : 'oidc', node: issuer }, condition: null, isKnown: false };
  if (!subject) return [any];
  return subject.values.map((value) =>
    isForAnyBuild(issuer) && /^(?:[a-z_]+:)?\*/.test(value)
      ? any
      : { from: { kind: 'oidc', node: value }, condition: null, isKnown: isOneIdentity(value) },
  );
}

/** Of a provider that code does not name, the issuer that the keys of its conditions name. */
function issuerOf(provider: string, conditions: readonly Test[]): string {
  const issuer = provider.replace(/^.*:oidc-provider\//, '').replace(/^https?:\/\//, '');
  if (!issuer.startsWith('~')) return issuer;
  const named = conditions.map(({ key }) => /^([^~\s]+\.[^~\s]+):(?:sub|aud)$/.exec(key)?.[1]).find((each) => each !== undefined);
  return named ?? issuer;
}

/** One subject, or `repo:OWNER/NAME:…` without wildcards in owner and repository, so that nobody else's builds match. */
function isOneIdentity(subject: string): boolean {
  const [, repository = ''] = subject.split(':');
  return !/[*?]/.test(subject) || (repository.includes('/') && !/[*?]/.test(repository));
}

function bindings(building: Building, serviceAccounts: ReadonlyMap<string, readonly PathWorkload[]>): readonly PathTrust[] {
  return building.estate.all('identity-binding').flatMap((binding): readonly PathTrust[] => {
    const from = decided(binding.from);
    // What an annotation gives is what the role's trust policy lets in.
    if (from === undefined || binding.how === 'irsa') return [];
    const evidence = evidenceOf(building, binding.place);
    const setting: PathSetting = {
      id: `binding ${binding.id} ${from}`,
      kind: 'attachment',
      summary: `Give ${from} a role with fewer rights`,
      evidence,
    };
    const parts = { condition: null, isKnown: false, isOwn: true, setting, evidence };
    return binding.to.items
      .flatMap((name) => rolesNamed(building, name, binding))
      .flatMap(({ id: to }): readonly PathTrust[] => {
        if (from === '*') return [{ from: { kind: 'anyone', node: 'internet' }, through: null, to, ...parts }];
        return (serviceAccounts.get(from) ?? []).map(({ id }) => ({
          from: { kind: 'service-account', node: from },
          through: id,
          to,
          ...parts,
        }));
      });
  });
}
