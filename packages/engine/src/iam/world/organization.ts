/** Service and resource control policies by account, level by level. */
import type { AwsOrganizationNode, Estate } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { Policies } from './policies.ts';
import type { HeldLevel, HeldPolicy } from './types.ts';

const FULL_ACCESS: HeldPolicy = {
  name: 'FullAWSAccess',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  statements: [],
  place: null,
  group: null,
  arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  unknown: null,
};

/** Deeper trees are none of AWS's: root and five levels of units. */
const MAX_DEPTH = 10;

export interface Organization {
  readonly managementAccount: string | null;
  levelsOf(account: string, type: 'scp' | 'rcp'): readonly HeldLevel[];
}

/** An estate without organization has no levels: what limits it from above is not known, which the world's notes say. */
export function organizationOf(estate: Estate, policies: Policies): Organization {
  const root = estate
    .all('aws.organization-node')
    .find(({ type }) => /organization$|Organization$/.test(type) && !type.startsWith('data.'));
  const known = new Map<string, readonly HeldLevel[]>();
  return {
    managementAccount: root?.account ?? null,
    levelsOf(account, type) {
      const key = `${type} ${account}`;
      // The management account is above what it sets for others.
      const levels = known.get(key) ?? (account === root?.account ? [] : levelsAbove(account, type, { estate, policies }));
      known.set(key, levels);
      return levels;
    },
  };
}

interface Sources {
  readonly estate: Estate;
  readonly policies: Policies;
}

function levelsAbove(account: string, type: 'scp' | 'rcp', sources: Sources): readonly HeldLevel[] {
  const { estate } = sources;
  const chain = chainOf(account, estate);
  const isLive = chain.some(({ place }) => isRecorded(place));
  const levels = chain.map((names) => ({ level: names.level, attached: attachedTo(names.names, type, sources) }));
  if (levels.every(({ attached }) => attached.length === 0)) return [];
  // Every level has FullAWSAccess unless somebody took it away, which code cannot say.
  return levels.map(({ level, attached }) => ({ level, policies: type === 'scp' && !isLive ? [FULL_ACCESS, ...attached] : attached }));
}

interface Level {
  readonly level: string;
  readonly names: readonly string[];
  readonly place: AwsOrganizationNode['place'];
}

/** From the root down to the account. */
function chainOf(account: string, estate: Estate): readonly Level[] {
  const [node] = estate.named('aws.organization-node', account);
  const tops = estate.all('aws.organization-node').filter(({ parent, type }) => parent === undefined && /rganization$|\.root$/.test(type));
  const root = tops.find(({ type }) => type.endsWith('.root')) ?? tops[0];
  if (!node && !root) return aloneOf(account, estate);
  if (!node) {
    // An account that a whole organization does not list is none of it.
    const isWhole = root && isRecorded(root.place) && !estate.incomplete.has('AWS::Organizations::Account');
    if (!root || root.account === account || isWhole) return [];
    // Its unit is not known: what hangs on the root and on itself limits it in any case.
    return [level(root), { level: account, names: [account], place: root.place }];
  }
  const chain: Level[] = [];
  let at: AwsOrganizationNode | undefined = node;
  while (at && chain.length < MAX_DEPTH) {
    chain.unshift(level(at));
    const parent: AwsOrganizationNode['parent'] = at.parent;
    at = typeof parent === 'string' ? estate.named('aws.organization-node', parent)[0] : undefined;
  }
  return chain;
}

/** Code that attaches a policy to the account by its number says nothing of what lies above. The management account has none attached. */
function aloneOf(account: string, estate: Estate): readonly Level[] {
  const attachment = estate.all('aws.organization-attachment').find(({ target }) => target === account);
  return attachment ? [{ level: account, names: [account], place: attachment.place }] : [];
}

/** Of a snapshot: what hangs where was read, nothing is added. */
function isRecorded({ source: { path } }: AwsOrganizationNode['place']): boolean {
  return /\.jsonl(?:\.gz)?$/.test(path);
}

function level({ node, names, place }: AwsOrganizationNode): Level {
  return { level: node, names, place };
}

function attachedTo(names: readonly string[], type: 'scp' | 'rcp', { estate, policies }: Sources): readonly HeldPolicy[] {
  return estate.all('aws.organization-attachment').flatMap(({ policy, target, place }): readonly HeldPolicy[] => {
    // Where one of a recorded organization hangs may be unknown: it may limit this level too.
    if (isUndecided(target) && isRecorded(place)) return [policies.unknown(`where the policies hang: ${target.undecided.detail}`, place)];
    if (typeof target !== 'string' || !names.includes(target)) return [];
    if (isUndecided(policy) || policy === undefined) return [];
    if (policy.endsWith('p-FullAWSAccess')) return type === 'scp' ? [FULL_ACCESS] : [];
    return estate.named('aws.organization-policy', policy).flatMap((found): readonly HeldPolicy[] => {
      const wanted = type === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
      if (found.policyType !== wanted) return [];
      const name = found.tags['Name'] ?? nameOf(found.names) ?? found.node;
      const held = policies.ofDocument(found.document, { name, place, what: found.node });
      return held ? [held] : [];
    });
  });
}

function nameOf(names: readonly string[]): string | undefined {
  return names.find((each) => !each.startsWith('arn:') && !each.startsWith('~') && !each.startsWith('p-'));
}
