/** Reasons in English. Other languages have a text for each id of {@link REASON_IDS}. */
import type { Reason } from './facts.ts';

const TEXTS = {
  may: '{0} may call {1} on {2}',
  launch: '{1}: it runs as {2}',
  control: '{1}: {2}',
  grant: '{1}: {2}',
  become: '{1}: {2}',
  unbind: '{1}: {2}',
  own: '{1}',
  'is-admin': '{0} may do everything in its account',
  'may-be-granted': '{0} can be given every permission',
  'admin-owns': 'an administrator of {0} gets {1}',
  'runs-as': '{0} runs as {1}',
  'open-metadata': 'a request that {0} is made to send gets the credentials of {1} (IMDSv1)',
  vulnerable: '{0} has {1}',
  escapes: 'leaving the container of {0} leads to {1}',
  'code-from': '{0} loads its code from {1}',
  callable: 'anybody may call {0}',
  'triggered-by': '{1}, which is open to all, starts {0}',
  reaches: '{0} reaches {1} on {2} ({3})',
  'reaches-database': '{0} reaches {1} on {2} ({3})',
  'network-passes': '{0} reaches {1} on {2}',
  near: '{0} answers its network on {1}',
  'near-database': '{0} answers its network on {1}',
  'signs-in': '{1} on {0} takes passwords',
  read: 'the content of {0} can be read',
  write: 'the content of {0} can be changed',
  delete: 'the content of {0} can be deleted',
  'public-read': '{0} can be read by everybody',
  'public-write': '{0} can be written by everybody',
  'shared-with-all': '{0} is shared with everybody',
  leaks: 'a credential of {1} stands in {0} ({2})',
  tags: 'the tag {1} of {0} can be set to {2}',
  'leaves-account': '{0} is copied to {1}, which lies in the other account {2}',
  'leaves-place': '{0} lies in {1} and is copied to {2} ({3})',
  dangling: '{0} points at {1}, which nobody holds',
  'key-admits': 'the policy of {0} lets {1} decrypt, who gets to nothing of what it encrypts ({2})',
  'outside-read': 'the policy of {0} lets account {1} read it',
  'outside-write': 'the policy of {0} lets account {1} change it',
  'outside-delete': 'the policy of {0} lets account {1} delete from it',
  'trusts-account': '{0} trusts account {1}',
  'trusts-oidc': '{0} trusts {1}',
  'trusts-any-build': '{0} trusts every build of {1}, whosever it is',
  'trusts-saml': '{0} trusts {1}',
  'trusts-anyone': '{0} trusts everybody',
  'trusts-identity-pool': '{0} is given out by {1}',
  'trusts-service-account': '{0} lets in tokens of {1}',
  class: '',
  'one-of-all': '',
  'is-user': '',
} as const satisfies Readonly<Record<string, string>>;

/** Ids of all reasons. */
export const REASON_IDS: readonly string[] = Object.keys(TEXTS);

/** The English sentence of a reason. */
export function reasonText({ id, args }: Reason): string {
  const texts: Readonly<Record<string, string>> = TEXTS;
  return (texts[id] ?? id).replaceAll(/\{(\d)\}/g, (_all, place: string) => args[Number(place)] ?? '');
}
