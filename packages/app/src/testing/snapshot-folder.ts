import { join } from 'node:path';
import type { CallPlace, CallRecord, Json, SnapshotManifest } from '@kumomori/model';
import { openSnapshotWriter } from '../snapshots/index.ts';

/** `aws:123456789012:ap-northeast-1:s3:ListBuckets` → what was asked and answered. */
export type RecordedAnswers = Readonly<Record<string, readonly Partial<CallRecord>[]>>;

export interface SnapshotFolderOptions extends Partial<Pick<SnapshotManifest, 'startedAt' | 'finishedAt' | 'gaps' | 'principals'>> {
  readonly redaction?: SnapshotManifest['redaction'];
}

/** Writes a finished snapshot. */
export async function writeSnapshot(
  folder: string,
  answers: RecordedAnswers,
  {
    startedAt = '2026-11-22T09:00:00.000Z',
    finishedAt = startedAt,
    gaps = [],
    principals = [],
    redaction = 'keyed-fingerprint',
  }: SnapshotFolderOptions = {},
): Promise<void> {
  const places = Object.keys(answers).map(placeOf);
  const provider = places[0]?.provider ?? 'aws';
  const tool = { name: 'kumomori', version: '0.1.0' };
  const writer = openSnapshotWriter(folder, { provider, tool, startedAt, redaction, resume: false });
  for (const [key, records] of Object.entries(answers)) {
    for (const { request = {}, ...record } of records) await writer.record(placeOf(key), { request, at: startedAt, ...record });
  }
  const accounts = [...new Set(places.map(({ account }) => account))];
  const scopes = accounts.map((account) => ({ provider, account, regions: ['ap-northeast-1'] }));
  await writer.finish({ principals, scopes, gaps, calls: {}, finishedAt });
}

function placeOf(key: string): CallPlace {
  const [provider = '', account = '', region = '', service = '', operation = ''] = key.split(':');
  return { provider: provider as CallPlace['provider'], account, region, service, operation };
}

/** Answers about one bucket, in an account that has no other. */
export function bucketAnswers(versioning: Json, { account = '123456789012', name = 'orders-bucket' } = {}): RecordedAnswers {
  const place = `aws:${account}:global:s3`;
  const request = { Bucket: name };
  return {
    [`${place}:ListBuckets`]: [{ response: { Buckets: [{ Name: name }] } }],
    [`${place}:GetBucketLocation`]: [{ request, response: { LocationConstraint: 'ap-northeast-1' } }],
    [`${place}:GetBucketVersioning`]: [{ request, response: versioning }],
  };
}

/** The folder of a snapshot below a folder. */
export function inSnapshots(folder: string, name: string): string {
  return join(folder, 'snapshots', name);
}
