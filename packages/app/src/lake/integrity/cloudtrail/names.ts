/**
 * Keys of CloudTrail's objects. Source: CloudTrail user guide, "Finding your CloudTrail log files" and "CloudTrail digest file structure":
 * `[PREFIX/]AWSLogs/[O-ID/]ACCOUNT/CloudTrail[-Digest]/REGION/YYYY/MM/DD/…`.
 */

export interface DigestName {
  readonly kind: 'digest';
  readonly account: string;
  readonly region: string;
  /** What comes before the time: two digests of the same chain share it. */
  readonly chain: string;
  readonly isBackfill: boolean;
  /** End of the hour it covers, milliseconds. */
  readonly time: number;
}

export interface LogName {
  readonly kind: 'log';
  readonly account: string;
  readonly region: string;
  /** When it was delivered, rounded by CloudTrail to minutes. */
  readonly time: number;
}

const DIGEST = /^(\d{12})_CloudTrail-Digest_([a-z0-9-]+)_(.+)_(\d{8}T\d{6}Z)(_backfill)?\.json\.gz$/;
const LOG = /^(\d{12})_CloudTrail_([a-z0-9-]+)_(\d{8}T\d{4,6}Z)_[A-Za-z0-9]+\.json\.gz$/;

/** What a key names, by its last part; null for anything else. */
export function nameOf(key: string): DigestName | LogName | null {
  const slash = key.lastIndexOf('/');
  const [folder, base] = [key.slice(0, slash + 1), key.slice(slash + 1)];
  const digest = DIGEST.exec(base);
  if (digest) {
    const [, account = '', region = '', trail = '', stamp = '', backfill] = digest;
    // Trails of two organizations, prefixes or home regions are chains of their own.
    const root = folder.replace(/\d{4}\/\d{2}\/\d{2}\/$/, '');
    const chain = `${root}${account}_${region}_${trail}${backfill ?? ''}`;
    return { kind: 'digest', account, region, chain, isBackfill: backfill !== undefined, time: timeOf(stamp) };
  }
  const log = LOG.exec(base);
  if (!log) return null;
  const [, account = '', region = '', stamp = ''] = log;
  return { kind: 'log', account, region, time: timeOf(stamp) };
}

/** `20261122T1405Z` or `20261122T140507Z`. */
function timeOf(stamp: string): number {
  const [, year, month, day, hour, minute, second = '00'] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?Z$/.exec(stamp) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
