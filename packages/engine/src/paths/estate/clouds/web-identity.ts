/** Which service accounts a role of AWS trusts by their token (IRSA). Source: EKS User Guide, "IAM roles for service accounts", read 2026-11-22. */
import type { Workload } from '@kumomori/model';
import { HOLE } from '@kumomori/model';
import type { CloudPrincipal } from '../../../iam/clouds/index.ts';
import type { IamPrincipal } from '../../../iam/index.ts';
import { matchesStars } from '../../../iam/shared/index.ts';
import type { PathCondition, PathTrust } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { decided, evidenceOf, rolesNamed } from '../context.ts';
import { field, isObject, listed } from '../new-things.ts';
import { trustSetting } from '../oracle.ts';
import { RUNNING } from './oracle.ts';
import { unknown } from './parts.ts';

/**
 * Every account whose subject and audience the trust policy lets in. Pods get a token for AWS when their account names a role, whichever: the
 * token says who they are, not what they may become.
 */
export function roleTrustsFor(building: Building, accounts: readonly CloudPrincipal[], pods: readonly Workload[]): readonly PathTrust[] {
  const annotated = annotations(building);
  const byAccount = new Map<string, string[]>();
  for (const { id, identities } of pods) for (const name of identities.items) byAccount.set(name, [...(byAccount.get(name) ?? []), id]);
  const roles = building.iam.principals.filter(({ kind, trust }) => kind === 'role' && trust !== null && trust.unknown === null);
  return roles.flatMap((role) =>
    letIn(role, accounts).flatMap(({ id, condition, statement }) => {
      const evidence = evidenceOf(building, role.trust?.statements[statement] ?? role.trust?.place ?? null);
      const parts = { to: role.id, condition, isKnown: true, setting: trustSetting(role, statement, evidence), evidence };
      const through = [id + RUNNING, ...(annotated.has(id) ? (byAccount.get(id) ?? []) : [])];
      const isOwn = annotated.get(id)?.has(role.id) === true;
      return through.map((each) => ({ from: { kind: 'service-account' as const, node: id }, through: each, ...parts, isOwn }));
    }),
  );
}

/** Accounts that name a role, and the roles of the estate that they name. */
function annotations(building: Building): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const binding of building.estate.all('identity-binding')) {
    const from = decided(binding.from);
    if (binding.how !== 'irsa' || from === undefined) continue;
    const roles = found.get(from) ?? new Set<string>();
    found.set(from, roles);
    for (const name of binding.to.items) for (const { id } of rolesNamed(building, name, binding)) roles.add(id);
  }
  return found;
}

interface LetIn {
  readonly id: string;
  readonly condition: PathCondition | null;
  readonly statement: number;
}

const ACTION = 'sts:assumerolewithwebidentity';

function letIn({ trust }: IamPrincipal, accounts: readonly CloudPrincipal[]): readonly LetIn[] {
  if (trust === null) return [];
  const found = new Map<string, LetIn>();
  listed(field(trust.document, 'Statement')).forEach((statement, index) => {
    if (!isObject(statement) || field(statement, 'Effect') !== 'Allow') return;
    const actions = listed(field(statement, 'Action')).filter((each) => typeof each === 'string');
    const principal = field(statement, 'Principal');
    const providers = isObject(principal) ? listed(field(principal, 'Federated')).filter((each) => typeof each === 'string') : [];
    if (!actions.some((each) => matchesStars(each.toLowerCase(), ACTION)) || !providers.some(isCluster)) return;
    for (const { id } of accounts) {
      const condition = meets(field(statement, 'Condition'), id);
      if (condition === false || (found.has(id) && condition !== null)) continue;
      found.set(id, { id, condition, statement: index });
    }
  });
  return [...found.values()];
}

/** The issuer of a cluster, or one of which only the code knows the name. */
function isCluster(provider: string): boolean {
  return (
    /oidc\.eks\.|^~|:oidc-provider\/~|:~|\uFFFC/.test(provider) || /container\.googleapis\.com|oic\.prod-aks\.azure\.com/.test(provider)
  );
}

/** Null: it does; false: it never does. */
function meets(condition: unknown, subject: string): PathCondition | null | false {
  if (!isObject(condition)) return null;
  const open: string[] = [];
  for (const [operator, keys] of Object.entries(condition)) {
    if (!isObject(keys)) continue;
    for (const [key, written] of Object.entries(keys)) {
      const values = listed(written).filter((each) => typeof each === 'string');
      const known = key.endsWith(':sub') ? subject : key.endsWith(':aud') ? 'sts.amazonaws.com' : null;
      const isMet = known === null ? undefined : compare(operator.toLowerCase(), values, known);
      if (isMet === false) return false;
      if (isMet === undefined) open.push(`${operator} ${key} ${values.join(', ')}`);
    }
  }
  return open.length === 0 ? null : unknown(open.join(' and ').replaceAll(HOLE, '…'));
}

function compare(operator: string, values: readonly string[], text: string): boolean | undefined {
  const plain = operator.replace(/^forany(?:value)?:|^forallvalues:/, '').replace(/ifexists$/, '');
  const isIn = values.some((each) => (plain.includes('like') ? matchesStars(each, text) : each === text));
  if (plain === 'stringequals' || plain === 'stringlike')
    return isIn ? true : values.some((each) => each.includes(HOLE)) ? undefined : false;
  if (plain === 'stringnotequals' || plain === 'stringnotlike') return !isIn;
  return undefined;
}
