/** What exceptions do to findings at a time: hold them, let them go. */
import type { HoldReason, WorkflowEvent } from '../lifecycle/index.ts';
import { findingKey, isClosed } from '../lifecycle/index.ts';
import { ExceptionIndex } from './cover.ts';
import { coversFinding, isGraver } from './selector.ts';
import { exceptionStatus } from './status.ts';
import type { ExceptionPolicy, ExceptionRecord, SelectableFinding } from './types.ts';

export interface ExceptionEvent {
  /** Of the finding. */
  readonly key: string;
  /** For `transition` of the life cycle. */
  readonly event: WorkflowEvent;
}

/**
 * Events for all findings whose hold begins, changes or ends: to be asked after a decision, after each scan, and once a day. Findings that
 * were verified or are false positives stay what they are. Asked again after the events were applied it answers nothing. In order of the
 * findings. O(findings · exceptions of their check).
 */
export function exceptionEvents(
  findings: Iterable<SelectableFinding>,
  exceptions: readonly ExceptionRecord[],
  { at, policy }: { readonly at: string; readonly policy: ExceptionPolicy },
): readonly ExceptionEvent[] {
  const active = new ExceptionIndex(exceptions.filter((each) => exceptionStatus(each, at, policy) === 'active'));
  const byId = new Map(exceptions.map((each) => [each.id, each]));
  const by = { role: 'system', id: 'kumomori' } as const;
  const events: ExceptionEvent[] = [];
  for (const finding of findings) {
    if (isClosed(finding.state) && finding.state !== 'exception') continue;
    const holder = active.holding(finding);
    const current = finding.exceptionId === null ? undefined : byId.get(finding.exceptionId);
    const key = findingKey(finding);
    if (finding.state !== 'exception') {
      if (holder) events.push({ key, event: { kind: 'grant-exception', at, by, exceptionId: holder.id } });
      continue;
    }
    const reason = whyEnded(current, finding, { at, policy });
    if (reason === null) continue;
    events.push({
      key,
      event: holder
        ? { kind: 'grant-exception', at, by, exceptionId: holder.id, reason: 'exception-replaced' }
        : { kind: 'end-exception', at, by, reason },
    });
  }
  return events;
}

/** Null while it holds. */
function whyEnded(
  exception: ExceptionRecord | undefined,
  finding: SelectableFinding,
  { at, policy }: { readonly at: string; readonly policy: ExceptionPolicy },
): HoldReason | null {
  if (!exception) return 'exception-withdrawn';
  const status = exceptionStatus(exception, at, policy);
  if (status !== 'active') return status === 'expired' ? 'exception-expired' : 'exception-withdrawn';
  if (isGraver(finding.severity, exception.severity)) return 'exception-severity-risen';
  return coversFinding(exception.selector, finding) ? null : 'exception-not-covering';
}
