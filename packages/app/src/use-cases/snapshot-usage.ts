/** What a snapshot of AWS accounts says that behavior asks for: addresses that calls may come from, and when users were active before. */
import { resolve } from 'node:path';
import type { BehaviorSurroundings } from '@kumomori/engine';
import type { Diagnostic, RecordedCalls } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import { openSnapshot } from '../snapshots/index.ts';
import { cells } from './people.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

/** Addresses of one account; more are none of an account of ours. */
const MAX_ADDRESSES = 100_000;
const MAX_DEPTH = 12;
const ADDRESS_CALLS = ['DescribeAddresses', 'DescribeNatGateways', 'DescribeInstances', 'DescribeNetworkInterfaces', 'DescribeVpcs'];
/** Members of EC2's answers that hold an address or range of the account's own. Source: EC2 API reference. */
const ADDRESS_KEYS = /^(?:PublicIp|PublicIpAddress|Ipv6Address|CidrBlock|Ipv6CidrBlock|CarrierIp)$/;
/** Columns of the credential report that say when something of a user's was used. */
const USED = ['password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date'];

type Usage = Pick<BehaviorSurroundings, 'lastUsed' | 'addresses'>;

/**
 * A way out that several accounts share lies in one of them: each account has the addresses of all. Throws AppErrors for what is no snapshot.
 */
export function usageOfSnapshot(
  folder: string,
  { cwd, messages, report }: { readonly cwd: string; readonly messages: Messages; readonly report: (diagnostic: Diagnostic) => void },
): Usage {
  return aboutSnapshots(messages, () => {
    const snapshot = openSnapshot(resolve(cwd, folder));
    const accounts = snapshot.accounts().flatMap(({ provider, account }) => (provider === 'aws' ? [account] : []));
    const ranges = new Set<string>();
    const lastUsed = new Map<string, { readonly at: number | null; readonly known: number }>();
    for (const account of accounts) {
      const calls = snapshot.recordedCalls('aws', account);
      for (const operation of ADDRESS_CALLS) for (const { record } of calls.of('ec2', operation)) addressesIn(record.response, ranges, 0);
      for (const [arn, used] of usersIn(calls)) lastUsed.set(arn, used);
    }
    for (const diagnostic of snapshot.diagnostics) report(diagnostic);
    const list = [...ranges];
    return { lastUsed, addresses: new Map(list.length === 0 ? [] : accounts.map((account) => [account, list] as const)) };
  });
}

function addressesIn(value: unknown, found: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH || found.size > MAX_ADDRESSES) return;
  if (Array.isArray(value)) for (const each of value) addressesIn(each, found, depth + 1);
  if (!isRecord(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'string' && ADDRESS_KEYS.test(key)) found.add(member);
    else addressesIn(member, found, depth + 1);
  }
}

/** From the credential report; it is as old as it says. */
function usersIn(calls: RecordedCalls): ReadonlyMap<string, { readonly at: number | null; readonly known: number }> {
  const found = new Map<string, { readonly at: number | null; readonly known: number }>();
  for (const { record } of calls.of('iam', 'GetCredentialReport')) {
    const { response, at } = record;
    if (!isRecord(response) || typeof response['Content'] !== 'string') continue;
    const known = timeOf(response['GeneratedTime']) ?? timeOf(at) ?? 0;
    const [head = '', ...lines] = Buffer.from(response['Content'], 'base64').toString('utf8').split(/\r?\n/);
    const columns = cells(head);
    for (const line of lines) {
      const row = new Map(cells(line).map((cell, index) => [columns[index] ?? '', cell]));
      const arn = row.get('arn');
      // Without the columns nothing is said of use.
      if (arn === undefined || !USED.some((column) => row.has(column))) continue;
      const times = USED.flatMap((column) => timeOf(row.get(column)) ?? []);
      const isOld = (timeOf(row.get('user_creation_time')) ?? known) < known - NEW;
      if (times.length > 0 || isOld) found.set(arn, { at: times.length > 0 ? Math.max(...times) : null, known });
    }
  }
  return found;
}

/** A user that was made lately and never used is new, not dormant. */
const NEW = 90 * 86_400_000;

/** `N/A`, `no_information` and `not_supported` are no times. */
function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
