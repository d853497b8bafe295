/** All exceptions as an auditor asks for them: those people asked for here, and those that stand in files of repositories. */
import type { ExceptionStatus } from '@kumomori/engine';
import { dayIn, daysBetween, exceptionRegister } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { csvCell } from '../../use-cases/index.ts';
import type { StoreTransaction } from '../../store/index.ts';
import { audit } from '../access/index.ts';
import type { Asking, Team } from '../context.ts';
import { settingIn } from '../settings/index.ts';
import { fileExceptionId } from './apply.ts';
import type { Candidate } from './candidates.ts';
import { candidatesIn } from './candidates.ts';
import type { KeptException } from './records.ts';
import { exceptionsIn } from './records.ts';

export interface RegisteredException {
  readonly id: string;
  readonly status: ExceptionStatus;
  /** `request`, or `file` of a repository, which nobody decides here. */
  readonly origin: 'request' | 'file';
  /** Of a file: where it is written. */
  readonly place: { readonly sourceId: string; readonly by: string; readonly file: string | null; readonly line: number | null } | null;
  readonly selector: unknown;
  readonly severity: Severity;
  readonly category: string | null;
  readonly reason: string | null;
  readonly compensatingControl: string | null;
  readonly requestedBy: string | null;
  readonly requestedById: string | null;
  readonly requestedAt: string | null;
  /** Id of the user who answers for it; of a file: as it is written there. */
  readonly owner: string | null;
  readonly departmentId: string | null;
  /** The last day; null: none, only of files. */
  readonly expires: string | null;
  readonly daysLeft: number | null;
  readonly isEndingSoon: boolean;
  readonly isUnused: boolean;
  readonly held: number;
  readonly heldBySeverity: Readonly<Record<Severity, number>>;
  readonly approvalsNeeded: number;
  readonly decisions: KeptException['decisions'];
  /** Why it was turned down or taken back. */
  readonly endedNote: string | null;
}

/** Those that wait, active ones by their end, all others; files last. */
export async function listExceptions({ store, now }: Team, { actor }: Asking): Promise<readonly RegisteredException[]> {
  const at = now().toISOString();
  return store.as(actor, (tx) => registered(tx, at));
}

async function registered(tx: StoreTransaction, at: string): Promise<readonly RegisteredException[]> {
  const policy = await settingIn(tx, 'exceptions');
  const exceptions = await exceptionsIn(tx);
  const byId = new Map(exceptions.map((each) => [each.id, each]));
  const findings = await candidatesIn(tx, { selectors: exceptions.map(({ selector }) => selector), held: true, sourceId: null });
  const rows = exceptionRegister(exceptions, findings, { at, policy });
  return [
    ...rows.flatMap(({ exception, ...row }) => {
      const kept = byId.get(exception.id);
      return kept ? [requested(kept, row)] : [];
    }),
    ...ofFiles(findings, dayIn(at, policy.timeZone)),
  ];
}

type Computed = Pick<RegisteredException, 'status' | 'daysLeft' | 'isEndingSoon' | 'isUnused' | 'held' | 'heldBySeverity'>;

function requested(kept: KeptException, { status, daysLeft, isEndingSoon, isUnused, held, heldBySeverity }: Computed): RegisteredException {
  const { id, selector, severity, category, reason, compensatingControl, requestedName, requestedBy, requestedAt, owner } = kept;
  return {
    ...{
      id,
      status,
      origin: 'request',
      place: null,
      selector,
      severity,
      category,
      reason,
      compensatingControl,
      requestedBy: requestedName,
    },
    ...{
      requestedById: requestedBy.id,
      requestedAt,
      owner,
      departmentId: kept.departmentId,
      expires: kept.expires,
      daysLeft,
      isEndingSoon,
    },
    ...{
      isUnused,
      held,
      heldBySeverity,
      approvalsNeeded: kept.approvalsNeeded,
      decisions: kept.decisions,
      endedNote: kept.ended?.note ?? null,
    },
  };
}

function ofFiles(findings: readonly Candidate[], today: string): readonly RegisteredException[] {
  const groups = Map.groupBy(
    findings.filter(({ suppressed }) => suppressed !== null),
    ({ target, suppressed }) => (suppressed ? fileExceptionId(target, suppressed) : ''),
  );
  return [...groups].flatMap(([id, group]): readonly RegisteredException[] => {
    const [first] = group;
    if (!first?.suppressed) return [];
    const { by, file, line, reason, owner, expires } = first.suppressed;
    const heldBySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    for (const { severity } of group) heldBySeverity[severity] += 1;
    const departments = new Set(group.map(({ department }) => department));
    return [
      {
        ...{
          id,
          status: expires !== null && expires < today ? 'expired' : 'active',
          origin: 'file',
          place: { sourceId: first.target, by, file, line },
        },
        ...{ selector: { checks: [...new Set(group.map(({ checkId }) => checkId))] }, category: null, reason, compensatingControl: null },
        ...{
          severity: severities.find((each) => heldBySeverity[each] > 0) ?? 'info',
          requestedBy: null,
          requestedById: null,
          requestedAt: null,
          owner,
        },
        ...{
          departmentId: departments.size === 1 ? first.department : null,
          expires,
          daysLeft: expires === null ? null : daysBetween(today, expires),
        },
        ...{ isEndingSoon: false, isUnused: false, held: group.length, heldBySeverity, approvalsNeeded: 0, decisions: [], endedNote: null },
      },
    ];
  });
}

// Names for programs, so not translated.
const COLUMNS: readonly (readonly [string, (row: RegisteredException) => string])[] = [
  ['id', ({ id }) => id],
  ['status', ({ status }) => status],
  ['origin', ({ origin, place }) => (place ? `${origin}: ${place.file ?? ''}:${place.line ?? ''}` : origin)],
  ['severity', ({ severity }) => severity],
  ['category', ({ category }) => category ?? ''],
  ['selector', ({ selector }) => JSON.stringify(selector)],
  ['reason', ({ reason }) => reason ?? ''],
  ['compensating_control', ({ compensatingControl }) => compensatingControl ?? ''],
  ['requested_by', ({ requestedBy }) => requestedBy ?? ''],
  ['requested_at', ({ requestedAt }) => requestedAt ?? ''],
  ['owner', ({ owner }) => owner ?? ''],
  ['department', ({ departmentId }) => departmentId ?? ''],
  [
    'approved_by',
    ({ decisions }) =>
      decisions
        .filter(({ decision }) => decision === 'approved')
        .map(({ name }) => name)
        .join('; '),
  ],
  ['expires', ({ expires }) => expires ?? ''],
  ['days_left', ({ daysLeft }) => String(daysLeft ?? '')],
  ['held', ({ held }) => String(held)],
  ['unused', ({ isUnused }) => String(isUnused)],
];

/** The register as CSV, safe to open in a spreadsheet. */
export async function* exportExceptions(team: Team, asking: Asking): AsyncGenerator<string> {
  await audit(team, asking.actor, { action: 'exception.export', address: asking.address ?? null });
  yield `\ufeff${COLUMNS.map(([name]) => name).join()}\r\n`;
  for (const row of await listExceptions(team, asking)) yield `${COLUMNS.map(([, cell]) => csvCell(cell(row))).join()}\r\n`;
}
