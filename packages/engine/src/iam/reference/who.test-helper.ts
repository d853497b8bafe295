/** Who calls, and whether a `Principal` or `NotPrincipal` element means that caller (IAM guide, "AWS JSON policy elements: Principal"). */
import { isJson, listOf, textsOf } from './row.test-helper.ts';
import type { Json } from './row.test-helper.ts';

export interface Who {
  readonly kind: 'user' | 'role' | 'session' | 'federated-user' | 'root' | 'service' | 'federated' | 'anonymous';
  readonly text: string;
  readonly account: string | null;
  /** Last part of the path: user, role, service or federated name. */
  readonly name: string;
  /** What aws:PrincipalArn holds: of a role session the role's ARN. */
  readonly principalArn: string | null;
  readonly type: string | undefined;
}

/**
 * What a match of `Principal` names, which decides what an allow may skip in the same account: `direct` (user, session, everyone) skips
 * everything, `role` skips the identity policies, `account` only hands the decision to the account.
 */
export type Naming = 'direct' | 'role' | 'account';

export function whoIs(principal: unknown): Who {
  const text = isJson(principal) ? principal.id : principal;
  if (typeof text !== 'string') return { kind: 'anonymous', type: 'Anonymous', account: null, principalArn: null, name: '', text: '' };
  return whoHas(text);
}

function whoHas(principal: string): Who {
  const arn = /^arn:[^:]*:(iam|sts)::(\d{12}):(.+)$/.exec(principal);
  const account = arn?.[2] ?? null;
  const path = arn?.[3]?.split('/') ?? [];
  const name = path.at(-1) ?? principal;
  const base = { text: principal, account, name, principalArn: principal };
  switch (path[0]) {
    case 'root':
      return { ...base, kind: 'root', type: 'Account' };
    case 'user':
      return { ...base, kind: 'user', type: 'User' };
    case 'role':
      return { ...base, kind: 'role', type: 'AssumedRole' };
    case 'assumed-role':
      return {
        ...base,
        kind: 'session',
        name: path[1] ?? '',
        principalArn: `arn:aws:iam::${account}:role/${path[1] ?? ''}`,
        type: 'AssumedRole',
      };
    case 'federated-user':
      return { ...base, kind: 'federated-user', type: 'FederatedUser' };
    case 'oidc-provider':
    case 'saml-provider':
      return { ...base, kind: 'federated', principalArn: null, type: undefined };
    default:
      return { ...base, kind: principal.endsWith('.amazonaws.com') ? 'service' : 'federated', principalArn: null, type: undefined };
  }
}

/** Service-linked roles live under one path; a session shows only the name, and those names have one beginning. */
export function isServiceLinked(who: Who): boolean {
  if (who.kind === 'role') return who.text.includes(':role/aws-service-role/');
  return who.kind === 'session' && who.name.startsWith('AWSServiceRoleFor');
}

/** What the statement's `Principal` names when it means this caller, null when it does not (or is missing: then it means nobody). */
export function named(statement: Json, who: Who): Naming | null {
  if (statement.NotPrincipal !== undefined) return namedBy(statement.NotPrincipal, who) === null ? 'direct' : null;
  return namedBy(statement.Principal, who);
}

function namedBy(element: unknown, who: Who): Naming | null {
  if (element === '*') return 'direct';
  if (!isJson(element)) return null;
  if (who.kind === 'service') return textsOf(element.Service).includes(who.text) || listOf(element.AWS).includes('*') ? 'direct' : null;
  if (who.kind === 'federated') return textsOf(element.Federated).includes(who.text) || listOf(element.AWS).includes('*') ? 'direct' : null;
  const found = textsOf(element.AWS).map((text) => namedByText(text, who));
  if (found.includes('direct')) return 'direct';
  if (found.includes('role')) return 'role';
  return found.includes('account') ? 'account' : null;
}

function namedByText(text: string, who: Who): Naming | null {
  if (text === '*') return 'direct';
  if (who.kind === 'anonymous') return null;
  if (isAccount(text, who)) return 'account';
  if (isRole(text, who)) return 'role';
  return text === who.text ? 'direct' : null;
}

function isAccount(text: string, who: Who): boolean {
  return who.account !== null && (text === who.account || text === `arn:aws:iam::${who.account}:root`);
}

function isRole(text: string, who: Who): boolean {
  if (who.kind === 'role') return text === who.text;
  if (who.kind !== 'session') return false;
  return text.startsWith(`arn:aws:iam::${who.account}:role/`) && text.split('/').at(-1) === who.name;
}

/**
 * A deny with `NotPrincipal` spares only a caller whose account, entity and session are all in the list, and never one with a permissions
 * boundary (IAM guide, "AWS JSON policy elements: NotPrincipal").
 */
export function deniedByNotPrincipal(element: unknown, who: Who, hasBoundary: boolean): boolean {
  if (element === '*') return false;
  if (!isJson(element)) return true;
  if (listOf(element.AWS).includes('*')) return false;
  if (who.kind === 'service') return !textsOf(element.Service).includes(who.text);
  if (who.kind === 'federated') return !textsOf(element.Federated).includes(who.text);
  const listed = textsOf(element.AWS);
  if (who.kind === 'anonymous') return true;
  if (hasBoundary) return true;
  const account = listed.some((text) => isAccount(text, who));
  const role = listed.some((text) => isRole(text, who));
  const self = listed.includes(who.text);
  if (who.kind === 'root') return !account;
  if (who.kind === 'role') return !(account && role);
  if (who.kind === 'session') return !(account && role && self);
  return !(account && self);
}
