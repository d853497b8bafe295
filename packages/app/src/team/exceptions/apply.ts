/** Exceptions take hold of findings and let them go: after a decision, after each scan, and every day. */
import { createHash } from 'node:crypto';
import type { ExceptionSelector, WorkflowEvent } from '@kumomori/engine';
import { dayIn, exceptionEvents, findingKey, isClosed } from '@kumomori/engine';
import type { Suppression } from '@kumomori/model';
import type { StoreTransaction } from '../../store/index.ts';
import { moveFindings } from '../findings/index.ts';
import { settingIn } from '../settings/index.ts';
import type { Candidate } from './candidates.ts';
import { candidatesIn } from './candidates.ts';
import { exceptionsIn } from './records.ts';

export interface ApplyScope {
  readonly at: Date;
  /** Of one scan; null: everywhere. */
  readonly sourceId?: string | null;
  /** Besides those that are in force: of one that has just ended. */
  readonly selectors?: readonly ExceptionSelector[];
}

/** The findings that moved. The transaction needs the rights of the system. */
export async function applyExceptions(
  tx: StoreTransaction,
  { at, sourceId = null, selectors = [] }: ApplyScope,
): Promise<readonly string[]> {
  const policy = await settingIn(tx, 'exceptions');
  const exceptions = await exceptionsIn(tx);
  const active = exceptions.filter(({ state }) => state === 'approved');
  const filter = { selectors: [...active.map(({ selector }) => selector), ...selectors], held: true, sourceId };
  const findings = await candidatesIn(tx, filter);
  const time = at.toISOString();
  const today = dayIn(time, policy.timeZone);
  const byFile = new Map(findings.flatMap((each) => fileEvent(each, { time, today })));
  const rest = findings.filter((finding) => !byFile.has(findingKey(finding)) && !holdsByFile(finding, today));
  const byKey = new Map(findings.map((each) => [findingKey(each), each]));
  const events = [...byFile, ...exceptionEvents(rest, exceptions, { at: time, policy }).map(({ key, event }) => [key, event] as const)];
  const moved = await moveFindings(
    tx,
    events.flatMap(([key, event]) => {
      const finding = byKey.get(key);
      return finding ? [{ finding, event }] : [];
    }),
  );
  return moved.map(({ after }) => after.id);
}

/** Files were reviewed where they are: what they suppress needs no approval here. */
function fileEvent(
  finding: Candidate,
  { time, today }: { readonly time: string; readonly today: string },
): readonly (readonly [string, WorkflowEvent])[] {
  const { suppressed, state } = finding;
  if (!suppressed || !holdsByFile(finding, today) || isClosed(state)) return [];
  const by = { role: 'system', id: 'kumomori' } as const;
  return [[findingKey(finding), { kind: 'grant-exception', at: time, by, exceptionId: fileExceptionId(finding.target, suppressed) }]];
}

function holdsByFile({ suppressed }: Candidate, today: string): boolean {
  return suppressed !== null && (suppressed.expires === null || suppressed.expires >= today);
}

/** The same for all findings that one line of a file suppresses. */
export function fileExceptionId(sourceId: string, { by, file, line, reason, owner, expires }: Suppression): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([sourceId, by, file, line, reason, owner, expires]))
    .digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
