/** Users, roles, groups of an estate as the reasoning takes them. */
import type { AwsAccessKey } from '@kumomori/model';
import type { IamPrincipal } from '../../iam/index.ts';
import { hangsOnUnknownPolicy, printCondition } from '../../iam/index.ts';
import type { PathCondition, PathPrincipal, PathSetting, PathUser } from '../inputs.ts';
import { plainPrincipal } from '../inputs.ts';
import type { Building } from './context.ts';
import { decided, environmentOf, evidenceOf } from './context.ts';
import { field, isObject, listed } from './new-things.ts';
import { accessClasses } from './classes.ts';
import { hardest, likelihoodOf } from './conditions.ts';
import { settingOf, UNBOUNDED } from './oracle.ts';

/** All of them; who has a boundary has a stand-in without it. */
export function principalsFor(building: Building): readonly PathPrincipal[] {
  const { iam, estate } = building;
  const profiled = new Set(
    estate
      .all('aws.instance-profile')
      .flatMap(({ roles, account }) => roles.items.flatMap((name) => estate.named('aws.role', name, { account })).map(({ id }) => id)),
  );
  const classOf = accessClasses(building);
  const found = iam.principals.filter((each) => !isOfAws(each)).flatMap((each) => ofPrincipal(building, each, { profiled, classOf }));
  const groups = estate.all('aws.group').filter(({ isStub }) => !isStub);
  return [
    ...found,
    ...groups.map((group) =>
      plainPrincipal({
        id: group.id,
        node: group.node,
        account: group.account,
        kind: 'group',
        evidence: evidenceOf(building, group.place),
      }),
    ),
  ];
}

/** Roles that services of AWS keep for themselves: nobody can pass, assume or change them. */
function isOfAws({ id }: IamPrincipal): boolean {
  return id.includes(':role/aws-service-role/') || /:role\/(?:.+\/)?AWSServiceRoleFor[A-Z]/.test(id);
}

interface Around {
  readonly profiled: ReadonlySet<string>;
  readonly classOf: (principal: IamPrincipal) => string | null;
}

function ofPrincipal(building: Building, principal: IamPrincipal, { profiled, classOf }: Around): readonly PathPrincipal[] {
  const { id, node, account, kind, place, tags, groups, boundary, trust, entity } = principal;
  const admin = adminOf(building, principal, false);
  const ceiling = ceilingOf(principal);
  const own: PathPrincipal = {
    ...plainPrincipal({ id, node, account, kind: principal.permissionSet === null ? kind : 'role', evidence: evidenceOf(building, place) }),
    accessClass: classOf(principal),
    ...{ isAdmin: admin.isAdmin, adminSetting: admin.setting, ceiling, unbounded: boundary === null ? null : `${id}${UNBOUNDED}`, groups },
    ...{
      trustedServices: trust === null ? [] : namesIn(trust.document, 'Service'),
      isOnlyForServices:
        trust !== null &&
        trust.unknown === null &&
        namesIn(trust.document, 'AWS').length + namesIn(trust.document, 'Federated').length === 0,
      environment: environmentOf(tags),
    },
    inInstanceProfile: kind === 'role' ? (profiled.has(id) ? true : entity === null || entity.isStub ? undefined : false) : undefined,
    user: kind === 'user' ? userOf(building, principal) : null,
    idleDays: idleDaysOf(building, principal),
  };
  if (boundary === null) return [own];
  const freed = adminOf(building, principal, true);
  return [
    own,
    {
      ...own,
      id: `${id}${UNBOUNDED}`,
      isAdmin: freed.isAdmin,
      adminSetting: freed.setting,
      ceiling: 'admin',
      unbounded: null,
      accessClass: null,
      user: null,
      groups: [],
    },
  ];
}

/** What nobody is allowed but those who are allowed everything; on things that do not exist, so that no policy of a thing matters. */
const SENTINELS: readonly (readonly [action: string, resource: string])[] = [
  ['iam:PutUserPolicy', 'arn:aws:iam::{A}:user/~nobody'],
  ['iam:PassRole', 'arn:aws:iam::{A}:role/~nobody'],
  ['ec2:RunInstances', 'arn:aws:ec2:us-east-1:{A}:instance/~none'],
  ['lambda:UpdateFunctionCode', 'arn:aws:lambda:us-east-1:{A}:function:~none'],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:{A}:secret:~none'],
];

function adminOf(
  building: Building,
  principal: IamPrincipal,
  withoutBoundary: boolean,
): { readonly isAdmin: boolean | PathCondition; readonly setting: PathSetting | null } {
  const { iam } = building;
  const texts = new Map<string, PathCondition['likelihood']>();
  for (const [action, template] of SENTINELS) {
    const ask = { action, resource: template.replace('{A}', principal.account) };
    const { decision, condition } = iam.decide(principal, ask, { withoutBoundary });
    if (decision !== 'allow' || (condition !== null && hangsOnUnknownPolicy(condition))) return { isAdmin: false, setting: null };
    if (condition !== null) texts.set(printCondition(condition), likelihoodOf([condition]));
  }
  const [action = '', resource = ''] = SENTINELS[0] ?? [];
  const { because } = iam.explain(principal, { action, resource: resource.replace('{A}', principal.account) }, { withoutBoundary });
  const reason = because.find(({ effect, layer, statement }) => effect === 'allow' && layer === 'identity' && statement !== undefined);
  const isAdmin = texts.size === 0 ? true : { text: [...texts.keys()].join(' and '), likelihood: hardest([...texts.values()]), tags: [] };
  return { isAdmin, setting: reason ? settingOf(building, principal, { reason, resource: '*' }) : null };
}

/** Of a user the credential that was used last counts; where one of them says nothing of its last use, nothing is known. */
function idleDaysOf(building: Building, principal: IamPrincipal): number | undefined {
  const { entity, kind } = principal;
  if (entity === null) return undefined;
  const own = decided(entity.idleDays);
  if (kind !== 'user' || entity.kind !== 'aws.user') return own;
  const hasPassword = decided(entity.hasPassword);
  if (hasPassword === undefined || (hasPassword && own === undefined)) return undefined;
  const days = [...(hasPassword ? [own] : []), ...keysOf(building, principal).map(({ idleDays }) => decided(idleDays))];
  return days.length === 0 || days.includes(undefined) ? undefined : Math.min(...days.map((each) => each ?? 0));
}

/** Active keys, and those of which it is not known. */
function keysOf({ estate }: Building, { id, name, account }: IamPrincipal): readonly AwsAccessKey[] {
  return estate.all('aws.access-key').filter(({ user, isActive, account: own }) => {
    const holder = decided(user);
    if (holder === undefined || decided(isActive) === false || own !== account) return false;
    return holder === name || holder === id || estate.named('aws.user', holder, { account }).some((each) => each.id === id);
  });
}

/** A boundary that allows everything is none. */
function ceilingOf({ boundary, permissionSet }: IamPrincipal): PathPrincipal['ceiling'] {
  // Roles of Identity Center can only be changed through their permission set.
  if (permissionSet !== null && boundary === null) return 'admin';
  if (boundary === null) return 'admin';
  if (boundary.some(({ unknown }) => unknown !== null)) return 'unknown';
  return boundary.every(({ document }) => listed(field(document, 'Statement')).some(allowsAll)) ? 'admin' : 'limited';
}

function allowsAll(statement: unknown): boolean {
  if (!isObject(statement) || field(statement, 'Effect') !== 'Allow' || field(statement, 'Condition') !== undefined) return false;
  return listed(field(statement, 'Action')).includes('*') && listed(field(statement, 'Resource')).includes('*');
}

/** Principals of a type in the Allow statements of a trust policy. */
function namesIn(document: object, type: 'Service' | 'AWS' | 'Federated'): readonly string[] {
  const statements = listed(field(document, 'Statement')).filter((each) => isObject(each) && field(each, 'Effect') === 'Allow');
  const names = statements.flatMap((each) => {
    const principal = isObject(each) ? field(each, 'Principal') : undefined;
    if (isObject(principal)) return listed(field(principal, type));
    return type === 'AWS' ? [principal ?? '*'] : [];
  });
  return names.filter((each) => typeof each === 'string').map((each) => each.replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com'));
}

const LEFT_WORDS = /^(?:left|leaver|terminated|offboarded|inactive|retired|resigned|退職|退職済|離職)$/i;
const LEFT_DATES = /^(?:left.?on|left.?at|leaving.?date|termination.?date|offboarded.?on|end.?date|退職日)$/i;
const STATUS = /^(?:status|state|employment.?status|在籍|在籍状況)$/i;

function userOf(building: Building, principal: IamPrincipal): PathUser {
  const { estate, left, today } = building;
  const { id, name, tags, entity, account } = principal;
  const keys = keysOf(building, principal);
  const profiles = estate.all('aws.login-profile').some(({ user }) => {
    const holder = decided(user);
    return holder !== undefined && (holder === name || estate.named('aws.user', holder, { account }).some((each) => each.id === id));
  });
  const user = entity?.kind === 'aws.user' ? entity : null;
  const hasPassword = user === null ? undefined : profiles || decided(user.hasPassword);
  const date = Object.entries(tags).find(([key]) => LEFT_DATES.test(key))?.[1];
  const status = Object.entries(tags).some(([key, value]) => STATUS.test(key) && LEFT_WORDS.test(value));
  const isPast = date !== undefined && /^\d{4}-\d\d-\d\d/.test(date) && (today === undefined || date.slice(0, 10) <= today);
  const hasLeft = (left?.has(name) ?? false) || status || isPast;
  // Without password and key nobody is this user.
  const canSignIn = keys.length > 0 || hasPassword !== false;
  return {
    accessKeys: user === null ? undefined : keys.length,
    hasPassword,
    hasMfa: user === null ? undefined : decided(user.hasMfa),
    hasLeft: hasLeft && canSignIn,
  };
}
