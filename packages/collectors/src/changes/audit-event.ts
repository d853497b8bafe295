/** What audit logs of the four clouds say in common: that something was changed, where, and by what names the thing goes. */
import type { Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';

/** One call that changed something. */
export interface AuditEvent {
  /** AWS account, subscription, project; null: the log does not say. */
  readonly account: string | null;
  /** Null: it has none. */
  readonly region: string | null;
  /** Who logs it: `s3`, `Microsoft.Storage`, `storage.googleapis.com`, `apps`. */
  readonly source: string;
  /** `PutBucketPolicy`, `Microsoft.Storage/storageAccounts/write`, `storage.buckets.update`, `update deployments`. */
  readonly name: string;
  /** By what it may name the changed thing and others, in small letters: names, ids, and what ARNs and paths end in. */
  readonly texts: ReadonlySet<string>;
  /** Those of the texts that stand where names stand: `bucketName`, `keyId`, `functionArn`. */
  readonly handles: ReadonlySet<string>;
  /** Id of the thing, where the cloud has one way to write it: Azure. In small letters. */
  readonly resourceId?: string;
  /** Of the API, where services share a source: AWS. */
  readonly version?: string;
}

/** A record that is no change: it only read, it was refused, or it is no audit record of this cloud at all. */
export type NoChange = 'read' | 'failed' | 'foreign';

const MAX_DEPTH = 8;
const MAX_TEXTS = 2000;
/** Longer texts are policies and documents. */
const MAX_LENGTH = 512;

const HANDLE = /(?:name|names|id|ids|arn|arns|identifier|identifiers|bucket|url|alias|resource|key|cluster|trail|topic|uri)$/i;
/** Members that end like names and name something else. */
const NO_HANDLE = /(?:request|host|account|owner|principal|correlation|token|operation|region|sharedevent|vpc|subnet|session)\w*id$/i;

export interface Names {
  readonly texts: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
}

/** All texts of JSON, and those that stand in members that are called like names. At most 2,000. */
export function namesIn(roots: readonly (Json | undefined)[]): Names {
  const texts = new Set<string>();
  const handles = new Set<string>();
  const visit = (json: Json | undefined, isHandle: boolean, depth: number): void => {
    if (depth > MAX_DEPTH || texts.size > MAX_TEXTS) return;
    if (typeof json === 'string') {
      if (json.length > MAX_LENGTH) return;
      for (const each of spellings(json)) {
        texts.add(each);
        if (isHandle) handles.add(each);
      }
    } else if (Array.isArray(json)) for (const each of json as readonly Json[]) visit(each, isHandle, depth + 1);
    else if (isJsonObject(json))
      for (const [key, each] of Object.entries(json)) visit(each, HANDLE.test(key) && !NO_HANDLE.test(key), depth + 1);
  };
  for (const root of roots) visit(root, false, 0);
  return { texts, handles };
}

/** Types of things in ARNs and paths: they name nothing. */
const WORDS = new Set(['loadbalancer', 'targetgroup', 'app', 'net', 'gwy', 'listener', 'default', 'regional', 'global', 'webacl', 'aws']);

/**
 * By what else a thing with this name may go, in small letters: an ARN by what stands after its type, a URL by its last part. `orders-bucket`
 * → itself; `arn:aws:iam::123456789012:role/team/deploy` → itself, `team/deploy`, `team`, `deploy`.
 */
export function spellings(name: string): readonly string[] {
  const text = name.trim().toLowerCase();
  if (text === '') return [];
  const found = [text];
  const arn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/s.exec(text)?.[1];
  const rest = arn ?? text;
  if (!/[:/]/.test(rest)) return rest === text ? found : [...found, rest];
  if (arn !== undefined) found.push(arn.slice(arn.search(/[:/]/) + 1));
  const parts = rest.split(/[:/]/).filter((part) => part !== '');
  // Of an ARN what stands before the first mark is the type, unless it is all there is.
  const named = arn === undefined ? parts.slice(-1) : parts.length > 1 ? parts.slice(1) : parts;
  found.push(...named.filter((part) => part !== '*' && !WORDS.has(part)));
  return found;
}
