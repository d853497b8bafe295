/** Whose habits count: users by themselves, people behind a shared role one by one, other roles as a whole. */
import type { ActorKind, EventFacts } from '@kumomori/model';

/** Joins principal and session in one key; neither holds it. */
const JOINT = '\n';

/** A session that is named after a person: a mail address, or any of a role of IAM Identity Center. */
export function isPersonal(principal: string, session: string | null): boolean {
  return session !== null && (session.includes('@') || principal.includes('/AWSReservedSSO_'));
}

export function actorKey({ principal, session, actorKind }: Pick<EventFacts, 'principal' | 'session' | 'actorKind'>): string | null {
  if (principal === null || actorKind === 'service' || actorKind === 'anonymous' || principal.includes(':role/aws-service-role/'))
    return null;
  return actorKind === 'role' && isPersonal(principal, session) ? `${principal}${JOINT}${session}` : principal;
}

/** True for people: users, roots, federated people and named sessions of roles. */
export function isHuman(key: string, kind: ActorKind): boolean {
  return kind === 'user' || kind === 'root' || kind === 'federated' || key.includes(JOINT);
}

export function principalOf(key: string): string {
  const at = key.indexOf(JOINT);
  return at < 0 ? key : key.slice(0, at);
}

/** Names a list of people may have for an actor: the last part of an ARN, the session, an address and its first part; lower case. */
export function namesOf(key: string): readonly string[] {
  const at = key.indexOf(JOINT);
  const whole = at < 0 ? key : key.slice(at + 1);
  const name = (whole.startsWith('arn:') ? (whole.split('/').at(-1) ?? whole) : whole).toLowerCase();
  const mail = name.indexOf('@');
  return mail > 0 ? [name, name.slice(0, mail)] : [name];
}
