/**
 * Services beside the clouds. docs.github.com: "Audit log events for your organization", "Streaming the audit log"; developer.okta.com: System Log API;
 * learn.microsoft.com/office/office-365-management-api: "Management Activity API schema"; developers.onelogin.com: Events; duo.com/docs/adminapi:
 * Logs; confluence.atlassian.com: "Audit log events in Bitbucket", read 2026-11-22.
 */
import { address } from '../address.ts';
import type { ActorKind, EventFacts, EventOutcome, LogEvent } from '../event.ts';
import type { Raw } from './read.ts';
import { any, child, count, facts, first, flag, id, text } from './read.ts';
import { anyUnixTime, isoTime } from '../time.ts';

/** GitHub's audit log: what it tells has happened, but for what it calls failed. */
export function gitHubFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const actor = text(record['actor']);
  const action = text(record['action']);
  const type = text(record['operation_type']);
  return facts(event, {
    eventId: any(record, '_document_id', 'document_id'),
    time: anyUnixTime(record['created_at'] ?? record['@timestamp'] ?? record['at_sign_timestamp']),
    account: any(record, 'org', 'business'),
    principal: actor,
    actorKind: actor === null ? 'unknown' : flag(record['actor_is_bot']) === true || actor.endsWith('[bot]') ? 'workload' : 'user',
    session: any(record, 'token_id', 'programmatic_access_type'),
    credential: any(record, 'hashed_token', 'token_id'),
    sourceIp: address(record['actor_ip']),
    userAgent: text(record['user_agent']),
    service: action?.split('.', 1)[0] ?? null,
    action,
    resource: any(record, 'repo', 'repository', 'team', 'user', 'org', 'business'),
    outcome: action === null ? 'unknown' : /fail/.test(action) ? 'failure' : 'success',
    readOnly: type === null ? null : type === 'access',
  });
}

const OKTA_ENDS: Readonly<Record<string, EventOutcome>> = {
  SUCCESS: 'success',
  ALLOW: 'success',
  FAILURE: 'failure',
  DENY: 'denied',
  ABANDONED: 'failure',
};

export function oktaFacts(event: LogEvent): EventFacts {
  const record = event.record;
  const actor = child(record, 'actor');
  const client = child(record, 'client');
  const agent = child(client, 'userAgent');
  const outcome = child(record, 'outcome');
  const target = first(record, 'target');
  const context = lowered(record, 'authenticationContext');
  const result = text(outcome['result']);
  const type = any(record, 'eventType', 'eventtype');
  return facts(event, {
    eventId: text(record['uuid']),
    time: isoTime(record['published']),
    principal: any(actor, 'alternateId', 'id'),
    actorKind: oktaKind(text(actor['type'])),
    session: text(context['externalSessionId']),
    credential: text(child(child(record, 'transaction'), 'detail')['requestApiTokenId']),
    sourceIp: address(client['ipAddress']),
    userAgent: text(agent['rawUserAgent']),
    service: 'okta',
    action: type,
    resource: any(target, 'alternateId', 'displayName', 'id'),
    outcome: result === null ? 'unknown' : (OKTA_ENDS[result.toUpperCase()] ?? 'unknown'),
    error: result === null || OKTA_ENDS[result.toUpperCase()] === 'success' ? null : text(outcome['reason']),
  });
}

const lowered = (record: Raw, key: string): Raw => child(record, key in record ? key : key.toLowerCase());

function oktaKind(type: string | null): ActorKind {
  if (type === null) return 'unknown';
  if (type === 'User') return 'user';
  return type === 'SystemPrincipal' ? 'service' : 'workload';
}

/** AuditLogRecordType's UserType. */
const USER_TYPES: Readonly<Record<string, ActorKind>> = {
  0: 'user',
  1: 'user',
  2: 'user',
  3: 'service',
  4: 'service',
  5: 'workload',
  6: 'workload',
  7: 'service',
  8: 'service',
};
const USER_NAMES: Readonly<Record<string, ActorKind>> = {
  Regular: 'user',
  Admin: 'user',
  DcAdmin: 'service',
  System: 'service',
  Application: 'workload',
  ServicePrincipal: 'workload',
};

export function m365Facts(event: LogEvent): EventFacts {
  const { record } = event;
  const type = id(record['UserType']);
  const user = text(record['UserId']);
  const status = text(record['ResultStatus']);
  const access = child(record, 'AppAccessContext');
  const outcome = m365Outcome(status);
  return facts(event, {
    eventId: text(record['Id']),
    time: isoTime(record['CreationTime']),
    account: text(record['OrganizationId']),
    principal: user !== null && user.includes('@') ? user.toLowerCase() : user,
    actorKind: type === null ? (user?.includes('@') ? 'user' : 'unknown') : (USER_TYPES[type] ?? USER_NAMES[type] ?? 'unknown'),
    session: text(record['SessionId']) ?? text(access['AADSessionId']),
    credential: any(record, 'AppId', 'ClientAppId') ?? text(access['ClientAppId']),
    sourceIp: address(record['ClientIP'] ?? record['ClientIPAddress'] ?? record['ActorIpAddress']),
    userAgent: any(record, 'UserAgent', 'ClientInfoString') ?? extended(record, 'UserAgent'),
    service: text(record['Workload']),
    action: text(record['Operation']),
    resource: any(record, 'ObjectId', 'SourceFileName', 'MailboxOwnerUPN'),
    outcome,
    error: outcome === 'failure' ? (any(record, 'LogonError', 'ErrorNumber') ?? status) : null,
  });
}

function m365Outcome(status: string | null): EventOutcome {
  if (status === null) return 'unknown';
  return /^(?:succe|true|partiallysucceeded)/i.test(status) ? 'success' : /^(?:fail|false)/i.test(status) ? 'failure' : 'unknown';
}

function extended(record: Raw, name: string): string | null {
  const properties = record['ExtendedProperties'];
  if (!Array.isArray(properties)) return null;
  for (const each of properties as readonly unknown[]) {
    const pair = first({ each }, 'each');
    if (pair['Name'] === name) return text(pair['Value']);
  }
  return null;
}

/** Of OneLogin's event types only the sign-ins tell how they ended. */
const ONELOGIN_ENDS: Readonly<Record<string, EventOutcome>> = { 5: 'success', 6: 'failure', 8: 'success', 9: 'failure' };

export function oneLoginFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const type = id(record['event_type_id']);
  const error = text(record['error_description']);
  return facts(event, {
    eventId: any(record, 'uuid', 'id'),
    time: anyUnixTime(record['event_timestamp'] ?? record['created_at']),
    account: id(record['account_id']),
    principal: any(record, 'actor_user_name', 'actor_user_id', 'actor_system'),
    actorKind:
      any(record, 'actor_user_name', 'actor_user_id') === null ? (text(record['actor_system']) === null ? 'unknown' : 'service') : 'user',
    sourceIp: address(record['ipaddr']),
    userAgent: text(record['user_agent']),
    service: 'onelogin',
    action: type,
    resource: any(record, 'app_name', 'role_name', 'group_name', 'user_name', 'user_id'),
    outcome: error === null ? (type === null ? 'unknown' : (ONELOGIN_ENDS[type] ?? 'unknown')) : 'failure',
    error,
  });
}

/** Duo's authentication, administrator and telephony logs. */
export function duoFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const result = text(record['result'])?.toLowerCase() ?? null;
  const isAuthentication = result !== null || 'factor' in record;
  return facts(event, {
    eventId: text(record['txid']),
    time: isoTime(record['isotimestamp']) ?? anyUnixTime(record['timestamp']),
    account: text(record['host']),
    principal: any(child(record, 'user'), 'name', 'key') ?? text(record['username']),
    actorKind: text(record['username']) === 'API' || text(record['username']) === 'System' ? 'service' : 'user',
    sourceIp: address(child(record, 'access_device')['ip'] ?? record['ip']),
    userAgent: text(child(record, 'access_device')['browser']),
    service: 'duo',
    action: any(record, 'action', 'event_type', 'eventtype', 'factor'),
    resource: any(child(record, 'application'), 'name', 'key') ?? text(record['object']),
    outcome: isAuthentication
      ? result === 'success'
        ? 'success'
        : result === 'denied'
          ? 'denied'
          : result === null
            ? 'unknown'
            : 'failure'
      : 'success',
    error: result === null || result === 'success' ? null : text(record['reason']),
  });
}

/** Bitbucket Data Center. */
export function bitbucketFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const author = child(record, 'author');
  const type = child(record, 'auditType');
  const name = any(author, 'name', 'id');
  const time: unknown = record['timestamp'];
  const seconds = count(child(record, 'timestamp')['epochSecond']);
  return facts(event, {
    eventId: id(record['id']),
    time: seconds === null ? anyUnixTime(time ?? record['createdDate']) : seconds * 1000,
    account: any(record, 'system'),
    principal: name,
    actorKind: name === null ? 'unknown' : /^anonymous$/i.test(name) ? 'anonymous' : /^system$/i.test(name) ? 'service' : 'user',
    sourceIp: address((text(record['source']) ?? '').split(',', 1)[0]),
    service: any(type, 'category', 'categoryI18nKey'),
    action: any(type, 'action', 'actionI18nKey'),
    resource: text(first(record, 'affectedObjects')['name']),
    outcome: /fail/i.test(any(type, 'action') ?? '') ? 'failure' : 'success',
  });
}
