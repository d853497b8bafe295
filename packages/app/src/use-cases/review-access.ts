/** `iam review`: everybody who has access, by department, with last use, risk and a word to decide by. */
import type { ReviewDecision, ReviewEntry, ReviewReason } from '@kumomori/engine';
import { reviewAccess } from '@kumomori/engine';
import type { Diagnostic } from '@kumomori/model';
import { summaryOfUse } from './least-privilege.ts';
import type { PrincipalUseSummary } from './least-privilege.ts';
import type { UsageOptions } from './usage-logs.ts';
import { readUsage } from './usage-logs.ts';

export interface ReviewRow extends PrincipalUseSummary {
  readonly department: string;
  readonly departmentFrom: 'tag' | 'account' | 'folder';
  readonly name: string;
  readonly account: string;
  readonly policies: readonly string[];
  readonly administrator: 'yes' | 'no' | 'if';
  readonly escalation: readonly string[];
  readonly outsiders: readonly string[];
  readonly hasPassword: boolean | null;
  readonly hasMfa: boolean | null;
  readonly keys: readonly { readonly ageDays: number | null; readonly idleDays: number | null; readonly isActive: boolean | null }[];
  readonly hasLeft: boolean;
  readonly decision: ReviewDecision;
  readonly reason: ReviewReason;
}

export interface ReviewReport {
  readonly schemaVersion: '1';
  readonly targets: readonly string[];
  readonly days: number;
  readonly at: string;
  readonly hasEvents: boolean;
  readonly counts: Readonly<Record<ReviewDecision, number>>;
  readonly rows: readonly ReviewRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Tags that say whose something is, in order. */
const OWNER_TAGS = ['department', 'team', 'owner', 'costcenter', 'cost-center', 'project', '部署', '部門', '所有者'];

/** Throws AppErrors for what the user has to correct. */
export async function reviewWhoHasAccess(options: UsageOptions): Promise<ReviewReport> {
  const usage = await readUsage(options);
  const { world, found, catalogue, people, read, log } = usage;
  const keys = Map.groupBy([...read.estate.all('aws.access-key')], ({ user, account }) =>
    typeof user === 'string' ? `${account} ${user}` : '',
  );
  const severalAccounts = world.accounts.size > 1;
  const rows = reviewAccess(world, found.principals, { catalogue, people }).map((entry): ReviewRow => {
    const { principal } = entry;
    const use = summaryOfUse(entry, usage);
    const user = principal.entity?.kind === 'aws.user' ? principal.entity : null;
    return {
      ...use,
      ...departmentOf(entry, use.file, severalAccounts),
      name: principal.name,
      account: principal.account,
      policies: principal.identity.map(({ name, group }) => (group === null ? name : `${name} (${group})`)),
      ...entry.risk,
      hasPassword: flagOf(user?.hasPassword),
      hasMfa: flagOf(user?.hasMfa),
      keys: [...(keys.get(`${principal.account} ${principal.name}`) ?? [])].map((key) => ({
        ageDays: numberOf(key.ageDays),
        idleDays: numberOf(key.idleDays),
        isActive: flagOf(key.isActive),
      })),
      hasLeft: entry.hasLeft,
      decision: entry.decision,
      reason: entry.reason,
    };
  });
  const count = (decision: ReviewDecision): number => rows.filter((each) => each.decision === decision).length;
  return {
    schemaVersion: '1',
    targets: options.targets,
    days: usage.days,
    at: usage.now,
    hasEvents: log.coverage.size > 0,
    counts: { remove: count('remove'), ask: count('ask'), reduce: count('reduce'), keep: count('keep') },
    rows,
    diagnostics: usage.diagnostics,
  };
}

function departmentOf(
  { principal }: ReviewEntry,
  file: string | null,
  severalAccounts: boolean,
): Pick<ReviewRow, 'department' | 'departmentFrom'> {
  const tags = new Map(Object.entries(principal.tags).map(([key, value]) => [key.toLowerCase(), value]));
  for (const name of OWNER_TAGS) {
    const value = tags.get(name);
    if (value !== undefined && value !== '') return { department: value, departmentFrom: 'tag' };
  }
  const folder = file?.includes('/') === true ? file.slice(0, file.lastIndexOf('/')) : null;
  const isPlace = folder !== null && /\.(?:tf|ya?ml|json|template)$/.test(file ?? '');
  return severalAccounts || !isPlace
    ? { department: principal.account, departmentFrom: 'account' }
    : { department: folder, departmentFrom: 'folder' };
}

function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
