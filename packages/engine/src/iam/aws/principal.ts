/** Who asks, taken apart. Source: IAM User Guide, "AWS JSON policy elements: Principal" and "IAM identifiers". */
import { accountOf, arnParts } from './arn.ts';
import type { PrincipalInput, PrincipalObject } from './types.ts';

export type PrincipalKind = 'user' | 'role' | 'session' | 'federated-user' | 'root' | 'service' | 'federated' | 'anonymous';

export interface Principal {
  readonly kind: PrincipalKind;
  /** The ARN, service or provider as given; empty for anonymous callers. */
  readonly id: string;
  readonly account: string | null;
  readonly partition: string;
  /** Name of the user, role or federated user without its path. Names are unique in an account, so that a session finds its role by it. */
  readonly name: string | null;
  readonly session: string | null;
  /** What `aws:PrincipalArn` holds. The path of a session's role is not in the session's ARN; the context may give the full one. */
  readonly arn: string | null;
  readonly isServiceLinked: boolean;
  readonly canonicalUserId: string | null;
}

const remembered = new Map<string, Principal>();
const MAX_REMEMBERED = 10_000;

/** What is no principal of a known form asks as nobody, with its text as `id`: see `isKnownPrincipal`. The same text is taken apart once. */
export function readPrincipal(input: PrincipalInput): Principal {
  if (typeof input !== 'string') return fromObject(input);
  const known = remembered.get(input);
  if (known) return known;
  const principal = fromText(input);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(input, principal);
  return principal;
}

function fromText(input: string): Principal {
  if (input.startsWith('arn:')) return fromArn(input);
  if (/^\d{12}$/.test(input)) return fromArn(`arn:aws:iam::${input}:root`);
  if (isServiceName(input)) return simple('service', input);
  if (/^[a-z0-9.-]+\.[a-z]{2,}(?:\/.*)?$/i.test(input)) return simple('federated', input);
  return simple('anonymous', input);
}

/** `lambda.amazonaws.com`, `s3.amazonaws.com.cn`, `logs.eu-west-1.amazonaws.com`. The providers of Cognito and Amazon's login have names of the same kind. */
function isServiceName(text: string): boolean {
  return /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/i.test(text) && text.toLowerCase() !== 'cognito-identity.amazonaws.com';
}

function fromObject({ type, id = '', canonicalUserId }: PrincipalObject): Principal {
  if (type === 'Anonymous') return simple('anonymous', '');
  if (type === 'Service') return simple('service', id);
  if (type === 'Federated') return { ...simple('federated', id), account: accountOf(id) };
  if (type === 'CanonicalUser') return { ...simple('anonymous', id), canonicalUserId: id };
  const principal = readPrincipal(id);
  return canonicalUserId === undefined ? principal : { ...principal, canonicalUserId };
}

function simple(kind: PrincipalKind, id: string): Principal {
  const isNobody = { account: null, name: null, session: null, arn: null, isServiceLinked: false, canonicalUserId: null };
  return { kind, id, partition: 'aws', ...isNobody };
}

function fromArn(text: string): Principal {
  const [, partition = 'aws', service, , account = '', rest = ''] = arnParts(text) ?? [];
  const [type = '', ...path] = rest.split('/');
  const base = { ...simple('anonymous', text), partition, account: account === '' ? null : account };
  const name = path.at(-1) ?? null;
  if (service === 'iam' && rest === 'root') return { ...base, kind: 'root', arn: text };
  if (service === 'iam' && (type === 'saml-provider' || type === 'oidc-provider')) return { ...base, kind: 'federated' };
  // Origin access identities of CloudFront are users of no account; only the bucket's policy speaks of them.
  if (service === 'iam' && type === 'user' && account === 'cloudfront') return { ...base, kind: 'service', account: null };
  if (name === null || name === '') return { ...base, account: null };
  if (service === 'iam' && type === 'user') return { ...base, kind: 'user', name, arn: text };
  if (service === 'iam' && type === 'role') {
    return { ...base, kind: 'role', name, arn: text, isServiceLinked: path[0] === 'aws-service-role' };
  }
  if (service === 'sts' && type === 'assumed-role') {
    const [role = '', session = null] = path;
    const isServiceLinked = role.startsWith('AWSServiceRoleFor');
    const folder = isServiceLinked ? 'aws-service-role/' : '';
    return {
      ...base,
      kind: 'session',
      name: role,
      session,
      arn: `arn:${partition}:iam::${account}:role/${folder}${role}`,
      isServiceLinked,
    };
  }
  if (service === 'sts' && type === 'federated-user') return { ...base, kind: 'federated-user', name: path.join('/'), arn: text };
  return { ...base, account: null };
}

/** False for a text that could not be read: it would be taken for an anonymous caller. */
export function isKnownPrincipal({ kind, id, canonicalUserId }: Principal): boolean {
  return kind !== 'anonymous' || id === '' || canonicalUserId !== null;
}

/** Users, roles and their sessions, the root user: who belongs to an account, and whom its SCPs limit. */
export function isOfAccount(principal: Principal): boolean {
  return principal.kind !== 'service' && principal.kind !== 'federated' && principal.kind !== 'anonymous';
}
