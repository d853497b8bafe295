/**
 * CloudTrail. docs.aws.amazon.com/awscloudtrail/latest/userguide: "CloudTrail record contents for management, data, and network activity
 * events", "CloudTrail userIdentity element", read 2026-11-22.
 */
import { address } from '../address.ts';
import type { ActorKind, EventFacts, EventOutcome, LogEvent } from '../event.ts';
import { trailRecord } from '../names.ts';
import { awsIdentity } from './aws-identity.ts';
import { trailResource } from './aws-resource.ts';
import type { Raw } from './read.ts';
import { child, count, flag, text } from './read.ts';
import { isoTime } from '../time.ts';

export function cloudTrailFacts(event: LogEvent): EventFacts {
  const record = trailRecord(event.record);
  const user = child(record, 'userIdentity');
  const identity = awsIdentity(user, text(record['awsRegion']));
  const error = errorOf(record);
  const isService = identity.kind === 'unknown' && record['eventType'] === 'AwsServiceEvent';
  const extra = record['additionalEventData'];
  return {
    source: event.source,
    eventId: text(record['eventID']),
    time: isoTime(record['eventTime']),
    account: text(record['recipientAccountId']) ?? text(user['accountId']) ?? event.origin?.account ?? null,
    region: text(record['awsRegion']) ?? event.origin?.region ?? null,
    principal: isService ? (identity.principal ?? text(record['eventSource'])) : identity.principal,
    actorKind: isService ? ('service' satisfies ActorKind) : identity.kind,
    session: identity.session,
    credential: text(user['accessKeyId']),
    sourceIp: address(record['sourceIPAddress']),
    userAgent: text(record['userAgent']),
    service: text(record['eventSource']),
    action: text(record['eventName']),
    resource: trailResource(record),
    outcome: outcomeOf(error),
    error,
    readOnly: flag(record['readOnly']),
    bytesOut: typeof extra === 'object' && extra !== null && !Array.isArray(extra) ? count((extra as Raw)['bytesTransferredOut']) : null,
  };
}

/** `AccessDenied`, `AccessDeniedException`, `Client.UnauthorizedOperation`, `AuthorizationErrorException`, `Forbidden`, `NotAuthorizedException`. */
const DENIED = /denied|unauthori[sz]ed|notauthori[sz]ed|authorizationerror|forbidden/i;

/** Sign-ins say how they ended in the response, and name no code. */
function errorOf(record: Raw): string | null {
  const code = text(record['errorCode']);
  if (code !== null) return code;
  const message = text(record['errorMessage']);
  if (message !== null) return message;
  return signIn(record) === 'Failure' ? 'Failure' : null;
}

function outcomeOf(error: string | null): EventOutcome {
  if (error === null) return 'success';
  return DENIED.test(error) ? 'denied' : 'failure';
}

function signIn(record: Raw): string | null {
  const answer = child(record, 'responseElements');
  return text(answer['ConsoleLogin']) ?? text(answer['SwitchRole']) ?? text(answer['CheckMfa']);
}
