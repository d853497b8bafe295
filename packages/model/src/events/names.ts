import { isRecord } from '../record.ts';

/**
 * Names of the members that we read, as CloudTrail writes them. Lake exports, Athena and some pipelines write them in lower case.
 * docs.aws.amazon.com/awscloudtrail: "CloudTrail record contents", "CloudTrail userIdentity element", read 2026-11-22.
 */
export const CLOUDTRAIL_NAMES = (
  'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage ' +
  'requestParameters responseElements additionalEventData requestID eventID eventType apiVersion managementEvent readOnly resources ' +
  'recipientAccountId serviceEventDetails sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory addendum ' +
  'sessionCredentialFromConsole edgeDeviceDetails tlsDetails tlsVersion cipherSuite clientProvidedHostHeader insightDetails eventContext ' +
  'type principalId arn accountId accessKeyId userName sessionContext attributes creationDate mfaAuthenticated sessionIssuer webIdFederationData ' +
  'federatedProvider sourceIdentity ec2RoleDelivery invokedBy identityProvider onBehalfOf userId identityStoreArn inScopeOf credentialId'
).split(' ');

/**
 * A copy in which members of these names are written as they are in the list, whatever their case was; down to four levels, through lists too.
 * Other names stay.
 */
export function withNames(record: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  return renamed(record, byLower, 4);
}

/** A CloudTrail event with CloudTrail's spelling; the record itself where it has it already, which costs two look-ups. */
export function trailRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return record['eventName'] === undefined && record['eventname'] !== undefined ? withNames(record, CLOUDTRAIL_NAMES) : record;
}

function renamed(record: Readonly<Record<string, unknown>>, byLower: ReadonlyMap<string, string>, depth: number): Record<string, unknown> {
  const value = (inner: unknown): unknown => {
    if (depth <= 1) return inner;
    if (Array.isArray(inner)) return inner.map((item: unknown) => (isRecord(item) ? renamed(item, byLower, depth - 1) : item));
    return isRecord(inner) ? renamed(inner, byLower, depth - 1) : inner;
  };
  return Object.fromEntries(Object.entries(record).map(([name, inner]) => [byLower.get(name.toLowerCase()) ?? name, value(inner)]));
}
