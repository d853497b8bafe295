/** Principals that may do the same and whose rights are changed at the same places: permissions are asked about one of them. */
import type { HeldPolicy, IamPrincipal } from '../../iam/index.ts';
import type { Building } from './context.ts';

/** What makes a resource's policy speak of single principals. */
const NAMES = /arn:[^:"]*:(?:iam|sts)::\d{12}:(?:user|role|assumed-role)\/([^"*?]+)/g;
const PERSONAL = /aws:(?:username|userid|principalarn|principaltag|principalorgpaths)|notprincipal|\bA[IR][A-Z]A[A-Z0-9]{10}/i;

/**
 * By what they hold. Null, to be asked by itself: whoever a policy of a resource or a trust policy names, whoever holds a policy of his own,
 * and everybody where such a policy tells principals apart by their tags or names.
 */
export function accessClasses({ estate, iam }: Building): (principal: IamPrincipal) => string | null {
  const documents = [
    ...estate.all('aws.resource-policy').map(({ document }) => document),
    ...estate.all('aws.key-grant'),
    ...estate.all('aws.organization-policy'),
    ...iam.principals.map(({ trust }) => trust?.document ?? null),
  ];
  const named = new Set<string>();
  let isPersonal = false;
  for (const text of documents.map((each) => JSON.stringify(each ?? null, withoutPlaces))) {
    isPersonal ||= PERSONAL.test(text);
    for (const [, name = ''] of text.matchAll(NAMES)) named.add(name.split('/').at(-1) ?? name).add(name.split('/')[0] ?? name);
  }
  return (principal) => {
    if (isPersonal || named.has(principal.name) || !isShared(principal)) return null;
    const { id, members } = iam.classOf(principal);
    return members.length > 1 ? `${principal.kind} ${id}` : null;
  };
}

/** Ranges hold the whole text of a file. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'place' || key === 'statements' ? undefined : value;
}

/** Each of its policies is written at one place for all who hold it. */
function isShared({ identity, boundary }: IamPrincipal): boolean {
  return boundary === null && identity.every((each) => each.group !== null || isOwnManaged(each));
}

/** A managed policy of one's own: whoever narrows its statement narrows it for all. */
export function isOwnManaged({ arn, statements }: HeldPolicy): boolean {
  return arn !== null && statements.length > 0;
}
