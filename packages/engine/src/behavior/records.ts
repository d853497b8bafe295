/** The few things behavior asks of raw records because the common facts do not hold them. */
import { isRecord } from '@kumomori/model';
import type { LogEvent } from '@kumomori/model';

type Raw = Readonly<Record<string, unknown>>;
const NONE: Raw = {};

export interface Opening {
  readonly thing: string;
  readonly isOpen: boolean;
}

/**
 * Whether a successful call opened something to everybody, or left it closed; null where it did neither. Sources: S3 API reference (PutBucketPolicy,
 * PutBucketAcl), EC2 and RDS API references (Modify…Attribute), Cloud Storage and Compute audit logs (policyDelta).
 */
export function openingOf({ source, record }: LogEvent, action: string): Opening | null {
  if (source === 'gcp.audit') return googleOpening(record);
  if (source !== 'aws.cloudtrail') return null;
  const request = child(record, 'requestParameters');
  const bucket = text(request['bucketName']);
  if (bucket !== null) {
    if (action === 'DeleteBucketPolicy') return { thing: bucket, isOpen: false };
    if (action === 'PutBucketPolicy') return { thing: bucket, isOpen: isPublicPolicy(request['bucketPolicy']) };
    if (action === 'PutBucketAcl') return { thing: bucket, isOpen: isPublicAcl(request) };
    return null;
  }
  const thing =
    text(request['snapshotId']) ??
    text(request['imageId']) ??
    text(request['dBSnapshotIdentifier']) ??
    text(request['dBClusterSnapshotIdentifier']);
  if (thing === null) return null;
  const { added, removed } = grants(request);
  if (/"all"/.test(added)) return { thing, isOpen: true };
  return /"all"/.test(removed) ? { thing, isOpen: false } : null;
}

/** A call that gives a copy to others: something is added to who may have it. */
export function isShare({ source, record }: LogEvent): boolean {
  if (source !== 'aws.cloudtrail') return true;
  return grants(child(record, 'requestParameters')).added !== '';
}

/** JSON of what is added to and removed from who may have a snapshot or image; empty for nothing. */
function grants(request: Raw): { readonly added: string; readonly removed: string } {
  const permission = { ...child(request, 'createVolumePermission'), ...child(request, 'launchPermission') };
  const one = (value: unknown): string => (value === undefined || value === null ? '' : (JSON.stringify(value)?.slice(0, 10_000) ?? ''));
  const filled = (value: string): string => (value === '[]' || value === '{}' ? '' : value);
  return {
    added: filled(one(permission['add'] ?? request['valuesToAdd'])),
    removed: filled(one(permission['remove'] ?? request['valuesToRemove'])),
  };
}

function isPublicPolicy(policy: unknown): boolean {
  const document = typeof policy === 'string' ? parsed(policy) : policy;
  const given = isRecord(document) ? document['Statement'] : null;
  const statements: readonly unknown[] = Array.isArray(given) ? given : [given];
  return statements.some(
    (each) => isRecord(each) && each['Effect'] === 'Allow' && each['Condition'] === undefined && isEverybody(each['Principal']),
  );
}

function isEverybody(principal: unknown): boolean {
  if (principal === '*') return true;
  const aws = isRecord(principal) ? principal['AWS'] : null;
  return aws === '*' || (Array.isArray(aws) && aws.includes('*'));
}

function isPublicAcl(request: Raw): boolean {
  const canned: unknown = request['x-amz-acl'];
  if (/public-read|authenticated-read/.test(JSON.stringify(canned) ?? '')) return true;
  const grants = JSON.stringify(request['AccessControlPolicy'] ?? null) ?? '';
  return /groups\/global\/(?:AllUsers|AuthenticatedUsers)/.test(grants.slice(0, 100_000));
}

function googleOpening(record: Raw): Opening | null {
  const payload = child(record, 'protoPayload');
  const delta = child(child(payload, 'serviceData'), 'policyDelta')['bindingDeltas'];
  const thing = text(payload['resourceName']);
  if (!Array.isArray(delta) || thing === null) return null;
  const everybody = delta.filter(
    (each): each is Raw => isRecord(each) && (each['member'] === 'allUsers' || each['member'] === 'allAuthenticatedUsers'),
  );
  if (everybody.some((each) => each['action'] === 'ADD')) return { thing, isOpen: true };
  return everybody.length > 0 ? { thing, isOpen: false } : null;
}

export interface Launch {
  readonly type: string;
  readonly instances: number;
}

/** What is launched: `p4d.24xlarge`, `Standard_NC24ads_A100_v4`, `a2-highgpu-8g`; an empty type where the record does not say. */
export function launchOf({ source, record }: LogEvent): Launch {
  if (source === 'aws.cloudtrail') {
    const request = child(record, 'requestParameters');
    const items = child(request, 'instancesSet')['items'];
    const [item]: readonly unknown[] = Array.isArray(items) ? items : [];
    const count = isRecord(item) ? item['maxCount'] : request['count'];
    return {
      type: text(request['instanceType']) ?? '',
      instances: typeof count === 'number' && count > 0 && count < 100_000 ? Math.floor(count) : 1,
    };
  }
  if (source === 'gcp.audit') {
    const machine = text(child(child(record, 'protoPayload'), 'request')['machineType']);
    return { type: machine?.split('/').at(-1) ?? '', instances: 1 };
  }
  const size = /"vmSize"\s*:\s*\\?"([\w-]{1,60})/.exec(JSON.stringify(record['properties'] ?? null)?.slice(0, 50_000) ?? '');
  return { type: size?.[1] ?? '', instances: 1 };
}

/** True where the record says that a sign-in went without a second factor. */
export function lacksMfa({ source, record }: LogEvent): boolean {
  if (source === 'aws.cloudtrail') return child(record, 'additionalEventData')['MFAUsed'] === 'No';
  if (source !== 'azure.signin') return false;
  const properties = child(record, 'properties');
  return /^singleFactorAuthentication$/i.test(
    String(record['authenticationRequirement'] ?? record['AuthenticationRequirement'] ?? properties['authenticationRequirement']),
  );
}

/** The trail, store or setting that is stopped or started; the last part of an ARN, since calls take names as well. */
export function stoppedThing({ record }: LogEvent, resource: string | null): string {
  const name = text(child(record, 'requestParameters')['name']) ?? resource ?? '';
  return name.startsWith('arn:') ? (name.split('/').at(-1) ?? name) : name;
}

/** Entra's codes of wrong passwords, unknown and locked users; others interrupt a sign-in that is right. Source: "Microsoft Entra authentication error codes". */
const ENTRA_FAILURES = new Set(['50126', '50034', '50053', '50055', '50056', '50057', '50064', '50079']);

/** False for what looks like a failure and is only a step: a question for the second factor. */
export function isWrongPassword({ source }: LogEvent, error: string | null): boolean {
  return source !== 'azure.signin' || error === null || ENTRA_FAILURES.has(error);
}

function child(record: Raw, key: string): Raw {
  const value = record[key];
  return isRecord(value) ? value : NONE;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value.slice(0, 100_000));
  } catch {
    return null;
  }
}
