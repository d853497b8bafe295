/** Whom the policy of a resource names beside the principals of the estate: everybody, accounts, services, providers. */
import type { AclGrant, PrincipalInput } from '../aws/index.ts';
import { compilePolicy } from '../aws/index.ts';
import type { Grantee, HeldPolicy, IamPrincipal } from './types.ts';

export interface NamedGrantee {
  readonly input: PrincipalInput;
  readonly kind: Grantee['kind'];
  readonly text: string;
}

/** The principals of an estate by ARN, and their accounts. */
interface Known {
  readonly known: ReadonlyMap<string, IamPrincipal>;
  readonly own: ReadonlySet<string>;
}

/** Each once. Whoever is a principal of the estate is left out. */
export function granteesNamedBy(policies: readonly HeldPolicy[], acl: readonly AclGrant[], { known, own }: Known): readonly NamedGrantee[] {
  const found = new Map<string, NamedGrantee>();
  const add = (grantee: NamedGrantee): void => void found.set(`${grantee.kind} ${grantee.text}`, grantee);
  for (const { document, unknown } of policies) {
    if (unknown !== null) continue;
    for (const { effect, principals } of compilePolicy(document).statements) {
      if (effect !== 'Allow' || principals === null) continue;
      // Everybody but those listed: everybody.
      const named = principals.not ? [EVERYBODY] : principals.entries.flatMap((entry) => granteeOf(entry, { known, own }));
      for (const each of named) add(each);
    }
  }
  if (acl.some(({ grantee }) => grantee === 'AllUsers' || grantee === 'AuthenticatedUsers')) add(EVERYBODY);
  return [...found.values()];
}

const EVERYBODY: NamedGrantee = { input: { type: 'Anonymous' }, kind: 'anyone', text: '*' };

function granteeOf({ type, value }: { readonly type: string; readonly value: string }, { known, own }: Known): readonly NamedGrantee[] {
  if (value === '*') return [EVERYBODY];
  if (type === 'Service') return [{ input: { type: 'Service', id: value }, kind: 'service', text: value }];
  if (type === 'Federated') return [{ input: { type: 'Federated', id: value }, kind: 'federated', text: value }];
  if (type !== 'AWS') return [];
  if (known.has(value)) return [];
  const account = /^\d{12}$/.test(value) ? value : /^arn:[^:]*:iam::(\d{12}):root$/.exec(value)?.[1];
  // Its own principals are asked one by one.
  if (account !== undefined) return own.has(account) ? [] : [{ input: `arn:aws:iam::${account}:root`, kind: 'account', text: account }];
  return value.startsWith('arn:') ? [{ input: value, kind: 'outside', text: value }] : [];
}
