import type { ActorKind } from '../event.ts';
import type { Raw } from './read.ts';
import { child, text } from './read.ts';

export interface AwsIdentity {
  readonly kind: ActorKind;
  /** The ARN of the user or role; for callers of other accounts, whose name is not told, the unique id (`AIDA…`, `AROA…`). */
  readonly principal: string | null;
  readonly session: string | null;
}

const UNKNOWN: AwsIdentity = { kind: 'unknown', principal: null, session: null };

/** Who the element `userIdentity` of CloudTrail stands for. A role session is its role; which session it was is `session`. */
export function awsIdentity(user: Raw, region: string | null): AwsIdentity {
  const arn = text(user['arn']);
  const key = text(user['accessKeyId']);
  switch (user['type']) {
    case 'AssumedRole':
    case 'Role':
      return roleSession(user, arn, key);
    case 'IAMUser':
      return { kind: 'user', principal: arn ?? userArn(user, region), session: key };
    case 'Root':
      return { kind: 'root', principal: arn ?? accountArn(text(user['accountId']), region, 'root'), session: key };
    case 'FederatedUser':
      return { kind: 'federated', principal: arn ?? text(user['principalId']), session: key };
    case 'SAMLUser':
    case 'WebIdentityUser':
      return { kind: 'federated', principal: federated(user), session: null };
    case 'IdentityCenterUser': {
      const { userId } = child(user, 'onBehalfOf');
      return { kind: 'user', principal: text(userId) ?? text(user['userName']), session: text(user['credentialId']) };
    }
    case 'Directory':
      return { kind: 'federated', principal: text(user['userName']) ?? text(user['principalId']), session: null };
    case 'AWSService':
      return { kind: 'service', principal: text(user['invokedBy']) ?? text(user['principalId']), session: null };
    case 'AWSAccount':
      return otherAccount(user, key);
    default:
      return withoutType(user, arn, key);
  }
}

/**
 * The role's ARN is the session issuer's; without one it follows from `arn:aws:sts::123456789012:assumed-role/NAME/SESSION`, except for the path, which no
 * session tells.
 */
function roleSession(user: Raw, arn: string | null, key: string | null): AwsIdentity {
  const issuer = text(child(child(user, 'sessionContext'), 'sessionIssuer')['arn']);
  const principalId = text(user['principalId']);
  if (arn !== null) return { kind: 'role', principal: issuer ?? roleOfSession(arn), session: sessionName(arn) ?? key };
  const colon = principalId?.indexOf(':') ?? -1;
  const name = principalId === null || colon < 0 ? null : principalId.slice(colon + 1);
  return {
    kind: 'role',
    principal: issuer ?? (principalId === null || colon < 0 ? principalId : principalId.slice(0, colon)),
    session: name || key,
  };
}

/** `arn:aws:iam::123456789012:role/NAME` of a session's ARN; another ARN as it is. */
export function roleOfSession(arn: string): string {
  if (!arn.includes(':assumed-role/')) return arn;
  const parts = arn.split(':');
  const name = parts.slice(5).join(':').split('/')[1] ?? '';
  return `arn:${parts[1]}:iam::${parts[4]}:role/${name}`;
}

/** The last part of a session's ARN; null for other ARNs. */
export function sessionName(arn: string): string | null {
  if (!arn.includes(':assumed-role/')) return null;
  const slash = arn.indexOf('/', arn.indexOf(':assumed-role/') + 14);
  return slash < 0 ? null : arn.slice(slash + 1);
}

/** Failed sign-ins name the user without an ARN; a name that does not exist is hidden. */
function userArn(user: Raw, region: string | null): string | null {
  const name = text(user['userName']);
  if (name === null || name === 'HIDDEN_DUE_TO_SECURITY_REASONS') return null;
  return accountArn(text(user['accountId']), region, `user/${name}`) ?? name;
}

function accountArn(account: string | null, region: string | null, rest: string): string | null {
  if (account === null) return null;
  const partition = region?.startsWith('cn-') ? 'aws-cn' : region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:iam::${account}:${rest}`;
}

/** The provider and its name for the user: names of two providers must not meet. */
function federated(user: Raw): string | null {
  const name = text(user['userName']) ?? text(user['principalId']);
  const provider = text(user['identityProvider']);
  return name === null || provider === null ? name : `${provider}/${name}`;
}

/** A caller of another account: its name is not told, unless it is nobody in particular. */
function otherAccount(user: Raw, key: string | null): AwsIdentity {
  const principalId = text(user['principalId']);
  const account = text(user['accountId']);
  if (isAnonymous(principalId) || isAnonymous(account)) return { kind: 'anonymous', principal: null, session: null };
  const colon = principalId?.indexOf(':') ?? -1;
  const unique = principalId === null || colon < 0 ? principalId : principalId.slice(0, colon);
  const kind = unique?.startsWith('AROA') ? 'role' : unique?.startsWith('AIDA') ? 'user' : 'unknown';
  const session = principalId === null || colon < 0 ? key : principalId.slice(colon + 1);
  return { kind, principal: unique ?? account, session };
}

const isAnonymous = (value: string | null): boolean => value !== null && /^anonymous/i.test(value);

function withoutType(user: Raw, arn: string | null, key: string | null): AwsIdentity {
  if (arn !== null) {
    if (arn.includes(':assumed-role/')) return roleSession(user, arn, key);
    const kind = arn.endsWith(':root')
      ? 'root'
      : arn.includes(':user/')
        ? 'user'
        : arn.includes(':federated-user/')
          ? 'federated'
          : 'unknown';
    return { kind, principal: arn, session: key };
  }
  const service = text(user['invokedBy']);
  if (service !== null) return { kind: 'service', principal: service, session: null };
  const principal = text(user['principalId']) ?? text(user['userName']);
  return principal === null ? UNKNOWN : { kind: 'unknown', principal, session: key };
}
