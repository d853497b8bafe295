/**
 * What a message of a queue says: objects that were written, or records themselves.
 * Forms: Amazon S3 User Guide "Event message structure" and "Using EventBridge"; Amazon SNS "Parsing JSON formats"; CloudTrail User Guide
 * "Amazon SNS notifications for CloudTrail"; Cloud Storage "Pub/Sub notifications"; Azure "Blob Storage as Event Grid source"; read 2026-11-22.
 */
import { isRecord, jsonOf } from '@kumomori/model';
import type { NotedObject, QueueMessage } from './types.ts';

export type Notice =
  | { readonly kind: 'objects'; readonly objects: readonly NotedObject[] }
  /** Records of logs, as text. */
  | { readonly kind: 'records'; readonly text: string }
  /** Of no concern: a test of the service, an object that was removed. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'poison' };

type Members = Readonly<Record<string, unknown>>;

/** Envelopes within envelopes: S3 in SNS in SQS, and one to spare. */
const MAX_DEPTH = 4;
const NOTHING: Notice = { kind: 'nothing' };
const POISON: Notice = { kind: 'poison' };
/** Of one message; S3 sends one record, Event Grid at most a megabyte of them. */
const MAX_OBJECTS = 10_000;

/** Never throws. */
export function readNotice({ body, attributes }: Pick<QueueMessage, 'body' | 'attributes'>): Notice {
  const stored = gcsNotice(attributes);
  if (stored) return stored;
  return noticeOf(body, 0);
}

function noticeOf(text: string, depth: number): Notice {
  const value = jsonOf(text);
  if (value === undefined) return text.trim() === '' ? POISON : { kind: 'records', text };
  const list = Array.isArray(value) ? value.filter((each) => isRecord(each)) : null;
  if (list) return eventGrid(list) ?? { kind: 'records', text };
  if (!isRecord(value) || depth > MAX_DEPTH) return POISON;
  if (value['Event'] === 's3:TestEvent') return NOTHING;
  if (typeof value['Message'] === 'string' && typeof value['TopicArn'] === 'string') {
    if (value['Type'] === 'SubscriptionConfirmation' || value['Type'] === 'UnsubscribeConfirmation') return NOTHING;
    return noticeOf(value['Message'], depth + 1);
  }
  return s3Notice(value) ?? trailNotice(value) ?? bridgeNotice(value) ?? eventGrid([value]) ?? { kind: 'records', text };
}

/** `{"Records":[{"eventSource":"aws:s3", …}]}`; keys are encoded as in a form. */
function s3Notice({ Records: records }: Members): Notice | null {
  if (!Array.isArray(records) || !records.some((each) => isRecord(each) && each['eventSource'] === 'aws:s3')) return null;
  const objects = records.flatMap((record): readonly NotedObject[] => {
    if (!isRecord(record) || !/^(?:s3:)?ObjectCreated:/.test(String(record['eventName']))) return [];
    const s3 = membersOf(record['s3']);
    const object = membersOf(s3['object']);
    const name = decoded(textOf(object['key']).replaceAll('+', ' '));
    return noted({ cloud: 's3', bucket: textOf(membersOf(s3['bucket'])['name']), name, size: object['size'], version: object['eTag'] });
  });
  const wanted = records.filter((each) => isRecord(each) && /ObjectCreated:/.test(String(each['eventName']))).length;
  return told(objects, wanted);
}

/** CloudTrail's own: `{"s3Bucket":"orders-logs","s3ObjectKey":["AWSLogs/…"]}`. */
function trailNotice({ s3Bucket: bucket, s3ObjectKey: keys }: Members): Notice | null {
  if (typeof bucket !== 'string' || !Array.isArray(keys)) return null;
  const objects = keys.flatMap((key) => noted({ cloud: 's3', bucket, name: textOf(key), size: 0, version: '' }));
  return told(objects, keys.length);
}

/** EventBridge: keys are as they are; calls of CloudTrail come whole. */
function bridgeNotice(value: Members): Notice | null {
  const type = value['detail-type'];
  if (typeof type !== 'string' || !isRecord(value['detail'])) return null;
  const { detail } = value;
  if (value['source'] !== 'aws.s3' || type.startsWith('AWS ')) return { kind: 'records', text: JSON.stringify(detail) };
  if (type !== 'Object Created') return NOTHING;
  const object = membersOf(detail['object']);
  const bucket = textOf(membersOf(detail['bucket'])['name']);
  return told(noted({ cloud: 's3', bucket, name: textOf(object['key']), size: object['size'], version: object['etag'] }), 1);
}

/** `Microsoft.Storage.BlobCreated`, in the form of Event Grid or of CloudEvents. */
function eventGrid(list: readonly Members[]): Notice | null {
  const typeOf = (each: Members): string => textOf(each['eventType'] ?? each['type']);
  if (list.length === 0 || !list.every((each) => typeOf(each).startsWith('Microsoft.') && isRecord(each['data']))) return null;
  const created = list.filter((each) => typeOf(each) === 'Microsoft.Storage.BlobCreated');
  const objects = created.flatMap((each): readonly NotedObject[] => {
    const data = membersOf(each['data']);
    const match = /^https:\/\/([a-z0-9]{3,24})\.(?:blob|dfs)\.[a-z0-9.]+\/([^/?]+)\/([^?]+)$/.exec(textOf(data['url']));
    if (!match) return [];
    const [, account = '', bucket = '', name = ''] = match;
    return noted({ cloud: 'azure', account, bucket, name: decoded(name), size: data['contentLength'], version: data['eTag'] });
  });
  return told(objects, created.length);
}

function gcsNotice(attributes: Readonly<Record<string, string>>): Notice | null {
  const { eventType, bucketId, objectId, objectGeneration } = attributes;
  if (eventType === undefined || bucketId === undefined || objectId === undefined) return null;
  if (eventType !== 'OBJECT_FINALIZE') return NOTHING;
  return told(noted({ cloud: 'gcs', bucket: bucketId, name: objectId, size: 0, version: objectGeneration ?? '' }), 1);
}

interface Said {
  readonly cloud: NotedObject['cloud'];
  readonly account?: string;
  readonly bucket: string;
  readonly name: string;
  readonly size: unknown;
  readonly version: unknown;
}

function noted({ cloud, account = '', bucket, name, size, version }: Said): readonly NotedObject[] {
  if (bucket === '' || name === '' || /[/?#\s]/.test(bucket)) return [];
  const sizeBytes = typeof size === 'number' && size >= 0 ? size : 0;
  // Consoles make empty objects that stand for folders.
  if (name.endsWith('/')) return [];
  return [{ cloud, account, bucket, name, sizeBytes, version: textOf(version).replaceAll('"', ''), modified: null }];
}

/** A message that means objects and names none that can be read is poison. */
function told(objects: readonly NotedObject[], wanted: number): Notice {
  if (objects.length > MAX_OBJECTS || (objects.length === 0 && wanted > 0)) return POISON;
  return objects.length === 0 ? NOTHING : { kind: 'objects', objects };
}

function membersOf(value: unknown): Members {
  return isRecord(value) ? value : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
