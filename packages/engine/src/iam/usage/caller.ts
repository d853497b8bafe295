/** Who an event's `userIdentity` is. Source: CloudTrail User Guide, "CloudTrail userIdentity element" (general knowledge, to be confirmed). */
import type { Json } from '@kumomori/model';
import { objectIn, textIn } from './json.ts';

export interface EventCaller {
  readonly kind: 'user' | 'role' | 'root' | 'federated' | 'service' | 'anonymous' | 'unknown';
  /** ARN of the user or role (of a session: its role), of the root user; of others what the event calls them. */
  readonly id: string;
  readonly account: string | null;
  /** Name of the session of a role: often a person's address. */
  readonly session: string | null;
  /** Who it was at first, through all roles. */
  readonly sourceIdentity: string | null;
  /** The service that called on somebody's behalf. */
  readonly invokedBy: string | null;
  readonly hasMfa: boolean | null;
}

export function callerOf(identity: Json | undefined): EventCaller {
  const type = textIn(identity, 'type') ?? '';
  const arn = textIn(identity, 'arn');
  const context = objectIn(identity, 'sessionContext');
  const issuer = objectIn(context, 'sessionIssuer');
  const mfa = textIn(objectIn(context, 'attributes'), 'mfaAuthenticated');
  const common = {
    account: textIn(identity, 'accountId') ?? null,
    session: null,
    sourceIdentity: textIn(context, 'sourceIdentity') ?? null,
    invokedBy: textIn(identity, 'invokedBy') ?? null,
    hasMfa: mfa === undefined ? null : mfa === 'true',
  };
  switch (type) {
    case 'IAMUser':
      return { ...common, kind: 'user', id: arn ?? textIn(identity, 'userName') ?? 'user' };
    case 'AssumedRole':
    case 'Role': {
      const role = textIn(issuer, 'arn') ?? (arn === undefined ? undefined : roleOfSession(arn)) ?? 'role';
      return { ...common, kind: 'role', id: role, session: arn === undefined ? null : sessionName(arn) };
    }
    case 'Root':
      return { ...common, kind: 'root', id: arn ?? `arn:aws:iam::${common.account ?? ''}:root` };
    case 'FederatedUser': {
      // A session of GetFederationToken: what it may is a part of what its user may.
      const user = textIn(issuer, 'arn');
      return {
        ...common,
        kind: user === undefined ? 'federated' : 'user',
        id: user ?? arn ?? 'federated',
        session: arn === undefined ? null : sessionName(arn),
      };
    }
    case 'WebIdentityUser':
    case 'SAMLUser':
    case 'IdentityCenterUser':
    case 'Directory':
      return { ...common, kind: 'federated', id: textIn(identity, 'identityProvider') ?? textIn(identity, 'principalId') ?? type };
    case 'AWSService':
      return { ...common, kind: 'service', id: common.invokedBy ?? textIn(identity, 'principalId') ?? 'service' };
    case 'AWSAccount':
      return textIn(identity, 'principalId') === 'ANONYMOUS_PRINCIPAL' || common.account === 'anonymous'
        ? { ...common, kind: 'anonymous', id: 'anonymous' }
        : { ...common, kind: 'unknown', id: arn ?? textIn(identity, 'principalId') ?? common.account ?? 'account' };
    default:
      return { ...common, kind: 'unknown', id: arn ?? textIn(identity, 'principalId') ?? 'unknown' };
  }
}

/** `arn:aws:sts::123456789012:assumed-role/app/session` → `arn:aws:iam::123456789012:role/app`: without the path, which a session does not tell. */
function roleOfSession(arn: string): string | undefined {
  const [, partition, account, role] = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? undefined : `arn:${partition}:iam::${account}:role/${role}`;
}

function sessionName(arn: string): string | null {
  const at = arn.lastIndexOf('/');
  return at === -1 ? null : arn.slice(at + 1);
}
