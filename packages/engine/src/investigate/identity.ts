/** By which keys one actor is known in one event. */
import type { EventFacts, LogEvent } from '@kumomori/model';

type Raw = Readonly<Record<string, unknown>>;

const MAIL = /(?:^|\/)([^@\s/:]{1,200}@[^@\s/:]{1,200}\.[a-z]{2,})$/i;

/** The mail address that a principal or session is, also behind the provider that vouches for it; lower case. */
export function mailOf(text: string | null): string | null {
  return text === null || text.length > 1000 ? null : (MAIL.exec(text)?.[1]?.toLowerCase() ?? null);
}

/** Mail addresses an event gives its actor, and for Google those who act through it (`serviceAccountDelegationInfo`). */
export function mailsOf({ source, record }: LogEvent, { principal, session, actorKind }: EventFacts): readonly string[] {
  if (actorKind === 'service') return [];
  const mails = [mailOf(principal), mailOf(session)];
  if (source === 'aws.cloudtrail') mails.push(mailOf(textAt(record, ['userIdentity', 'sessionContext', 'sourceIdentity'])));
  if (source === 'github.audit') mails.push(mailOf(textAt(record, ['external_identity_nameid'])));
  return [...new Set([...mails, ...delegatorsOf({ source, record })].filter((each) => each !== null))];
}

/** Who acted through a service account, as Google's record says; lower case. */
export function delegatorsOf({ source, record }: Pick<LogEvent, 'source' | 'record'>): readonly string[] {
  if (source !== 'gcp.audit') return [];
  const list = at(record, ['protoPayload', 'authenticationInfo', 'serviceAccountDelegationInfo']);
  if (!Array.isArray(list)) return [];
  return list.slice(0, 20).flatMap((each: unknown) => mailOf(textAt(each, ['firstPartyPrincipal', 'principalEmail'])) ?? []);
}

/** `AIDA…`, or `AROA…:SESSION`: all that another account is told of a caller. */
export function uniqueIdOf({ source, record }: LogEvent): string | null {
  if (source !== 'aws.cloudtrail') return null;
  const id = textAt(record, ['userIdentity', 'principalId']);
  return id !== null && /^A(?:IDA|ROA)[A-Z0-9]+/.test(id) ? id : null;
}

/** The role an event asks for, where the hand-out names it. */
export function roleAskedFor({ source, record }: LogEvent): string | null {
  return source === 'aws.cloudtrail' ? textAt(record, ['requestParameters', 'roleArn']) : null;
}

/** The name that the asker gave the session of the role. */
export function sessionAskedFor({ source, record }: LogEvent): string | null {
  return source === 'aws.cloudtrail' ? textAt(record, ['requestParameters', 'roleSessionName']) : null;
}

/** The account the caller is of, which for a role of another account is not the account of the log. */
export function accountOfCaller({ source, record }: LogEvent, { principal, account }: EventFacts): string | null {
  const own = source === 'aws.cloudtrail' ? textAt(record, ['userIdentity', 'accountId']) : null;
  return own ?? accountOfName(principal) ?? account;
}

/** The account of an ARN, the project of a service account. */
export function accountOfName(name: string | null): string | null {
  if (name === null) return null;
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(name)?.[1] ?? /@([^.@]+)\.iam\.gserviceaccount\.com$/.exec(name)?.[1] ?? null;
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const found = at(value, path);
  return typeof found === 'string' && found !== '' ? found : null;
}

function at(value: unknown, path: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Raw)[key];
  }
  return found;
}
