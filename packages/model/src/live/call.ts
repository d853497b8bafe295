/** The vocabulary of snapshots (contracts.md §7): which call of which API, what was asked, what came back. */
import type { CoverageGap } from '../finding.ts';
import type { Json } from './json.ts';

export const cloudProviders = ['aws', 'azure', 'gcp', 'kubernetes'] as const;
export type CloudProvider = (typeof cloudProviders)[number];

/** Stands for the region where there is none. */
export const GLOBAL_REGION = 'global';

/** Where a call's records lie: `raw/PROVIDER/ACCOUNT/REGION/SERVICE/OPERATION.jsonl.gz`. */
export interface CallPlace {
  readonly provider: CloudProvider;
  /** AWS account, Azure subscription or tenant, Google Cloud project, folder or organization, name of a cluster. */
  readonly account: string;
  readonly region: string;
  /** As the cloud spells it: `s3`, `Microsoft.Storage`, `storage.googleapis.com`, `apps`. */
  readonly service: string;
  /** `ListBuckets`; for REST APIs a name for what was asked: `storageAccounts`, `Deployment`. */
  readonly operation: string;
}

/** One call, as a line of the file. Exactly one of `response` and `error` is there. */
export interface CallRecord {
  readonly request: { readonly [key: string]: Json };
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly response?: Json;
  readonly error?: CallError;
}

export interface CallError {
  /** The cloud's own: `AccessDenied`, `NoSuchBucketPolicy`, `AuthorizationFailed`, `403`. */
  readonly code: string;
  readonly message: string;
  /** What the principal lacks, when the refusal is about that: `s3:GetBucketPolicy`. */
  readonly permission?: string;
}

export interface SnapshotManifest {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly startedAt: string;
  /** Null: the collection was stopped before its end. */
  readonly finishedAt: string | null;
  /** Who asked: the ARN or name of the principal, one for each provider. */
  readonly principals: readonly { readonly provider: CloudProvider; readonly principal: string }[];
  readonly scopes: readonly { readonly provider: CloudProvider; readonly account: string; readonly regions: readonly string[] }[];
  /** Calls made, by `provider:service:operation`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly gaps: readonly CoverageGap[];
  /** How secrets in the answers were treated. */
  readonly redaction: 'keyed-fingerprint' | 'none';
  /** SHA-256 of every file below the folder, by path with forward slashes. */
  readonly files: Readonly<Record<string, string>>;
  /** Not all was asked: the rest was taken from an earlier snapshot, and `calls` are only those that were made since. */
  readonly basedOn?: BasedOn;
}

export interface BasedOn {
  /** When the earlier collection began. */
  readonly startedAt: string;
  /** SHA-256 of its manifest. */
  readonly manifest: string;
  /** `events`: of what audit events tell of, only that was asked again; `answers`: everything but what the answers say has not changed. */
  readonly by: 'events' | 'answers';
  /** Changes that the events told of. */
  readonly changes: number;
}

export function scopeOf({ provider, account, region, service }: CallPlace): string {
  return [provider, account, region, service].join(':');
}

/** The service does not exist in the region, so nothing of it can. */
export const NOT_OFFERED = 'NotOffered';

/**
 * Does the error say that there is no such thing? `codes`: the cloud's own; `AccessDeniedException: Macie is not enabled` where a service has
 * one code for that and for refusals, and only the message, which it documents, tells them apart.
 */
export function isAbsent({ code, message }: CallError, codes: readonly string[]): boolean {
  if (code === NOT_OFFERED) return true;
  return codes.some((each) => {
    const [known, ...says] = each.split(': ');
    return known === code && (says.length === 0 || message.includes(says.join(': ')));
  });
}
