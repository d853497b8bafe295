/** What every collector is given and what it gives back. Collectors call APIs and hand over what was answered; files are the app's. */
import type { CallError, CallPlace, CallRecord, CloudProvider, CoverageGap, JsonObject } from '@kumomori/model';
import type { CallBudget } from './budget.ts';
import type { Earlier } from './changes/index.ts';

/** Where records go. */
export interface CallSink {
  /** Keeps a record. Waits while the disk is behind. */
  record(place: CallPlace, record: CallRecord): Promise<void>;
  /** What an unfinished collection into the same place has already been answered; null when the call was not made, or failed for a passing reason. */
  recorded(place: CallPlace, request: JsonObject): CallRecord | null;
}

export interface CollectProgress {
  readonly provider: CloudProvider;
  /** `123456789012 ap-northeast-1 s3` */
  readonly scope: string;
  readonly callsMade: number;
  readonly done: number;
  readonly total: number;
}

export interface CollectEnvironment {
  readonly sink: CallSink;
  readonly budget: CallBudget;
  /** Replaces the secrets that stand at the given paths of an answer (docs: redaction). */
  readonly redact: (response: JsonObject, paths: readonly string[]) => JsonObject;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CollectProgress) => void;
  /** What this collection goes on from. */
  readonly earlier?: Earlier;
}

export interface CollectedScope {
  readonly provider: CloudProvider;
  readonly account: string;
  readonly regions: readonly string[];
}

export interface CollectOutcome {
  /** Who asked: an ARN, a user or application name; null when the cloud does not say. */
  readonly principal: string | null;
  readonly scopes: readonly CollectedScope[];
  readonly gaps: readonly CoverageGap[];
}

/** The gap that a failed call leaves. */
export function gapOf(place: CallPlace, error: CallError): CoverageGap {
  const { provider, account, region, service, operation } = place;
  return { scope: [provider, account, region, service].join(':'), operation, reason: error.code, permission: error.permission ?? null };
}

export class CollectError extends Error {
  /** `credentials`: nobody can ask anything; `usage`: what was asked for makes no sense; `stopped`: by the user. */
  readonly code: 'credentials' | 'usage' | 'stopped';

  constructor(code: CollectError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CollectError';
    this.code = code;
  }
}
