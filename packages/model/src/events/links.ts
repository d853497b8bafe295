/** Credentials that come out of an event: whoever acts with them afterwards is the one who asked for them. */
import { isRecord } from '../record.ts';
import type { EventFacts, LogEvent } from './event.ts';

/** Both are ids of {@link EventFacts}: `credential`, or `principal` where there is no other. */
export interface CredentialLink {
  readonly from: { readonly principal: string | null; readonly session: string | null; readonly credential: string | null };
  /** Access key id or principal that was handed out. */
  readonly to: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** Operation → where the answer names the new credential. Source: API references of STS and IAM. */
const AWS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['AssumeRole', ['credentials', 'accessKeyId']],
  ['AssumeRoleWithSAML', ['credentials', 'accessKeyId']],
  ['AssumeRoleWithWebIdentity', ['credentials', 'accessKeyId']],
  ['AssumeRoot', ['credentials', 'accessKeyId']],
  ['GetSessionToken', ['credentials', 'accessKeyId']],
  ['GetFederationToken', ['credentials', 'accessKeyId']],
  ['CreateAccessKey', ['accessKey', 'accessKeyId']],
  ['CreateUser', ['user', 'arn']],
]);

/** Google's ways to act as a service account; the resource is `projects/-/serviceAccounts/MAIL`. Source: IAM Service Account Credentials API. */
const GOOGLE = new Set<unknown>(['GenerateAccessToken', 'GenerateIdToken', 'SignJwt', 'SignBlob']);

/** True for the few events that {@link credentialLink} can say something of; costs one lookup. */
export function mayLink({ source, record }: LogEvent): boolean {
  if (source === 'aws.cloudtrail') return AWS.has(record['eventName']);
  return source === 'gcp.audit' && GOOGLE.has(child(record, 'protoPayload')['methodName']);
}

/** Null where the event hands nothing out, failed, or a service of the provider acted on its own. */
export function credentialLink({ source, record }: LogEvent, facts: EventFacts): CredentialLink | null {
  if (facts.outcome !== 'success' || facts.actorKind === 'service') return null;
  const from = { principal: facts.principal, session: facts.session, credential: facts.credential };
  if (source === 'gcp.audit') {
    const mail = /serviceAccounts\/([^/:]+@[^/:]+)/.exec(String(child(record, 'protoPayload')['resourceName']))?.[1];
    return mail === undefined ? null : { from, to: mail };
  }
  let value: unknown = record['responseElements'];
  for (const key of AWS.get(record['eventName']) ?? []) value = isRecord(value) ? value[key] : undefined;
  return typeof value === 'string' ? { from, to: value } : null;
}

function child(record: Raw, key: string): Raw {
  const value = record[key];
  return isRecord(value) ? value : {};
}
