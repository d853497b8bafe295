/** Who may ask for an exception, approve it, turn it down, take it back. */
import type { WorkflowActor } from '../lifecycle/index.ts';
import { dayIn, isDay } from '../calendar/index.ts';
import { latestExpiry } from './policy.ts';
import { selectorProblem } from './selector.ts';
import { exceptionStatus } from './status.ts';
import type { ExceptionDraft, ExceptionPolicy, ExceptionRecord } from './types.ts';

/** Why it does not happen. Ids, not texts. */
export type ExceptionRefusal =
  | 'role-not-allowed'
  | 'selector-empty'
  | 'selector-too-wide'
  | 'selector-too-large'
  | 'reason-missing'
  | 'compensating-control-missing'
  | 'owner-missing'
  | 'expiry-invalid'
  | 'expiry-past'
  | 'expiry-too-late'
  | 'own-request'
  | 'already-approved'
  | 'note-missing'
  | 'wrong-status';

export type ExceptionOutcome =
  | { readonly ok: true; readonly exception: ExceptionRecord }
  /** `latest`: of `expiry-too-late`, the last day that would do. */
  | { readonly ok: false; readonly refusal: ExceptionRefusal; readonly latest?: string };

interface Deed {
  readonly by: WorkflowActor;
  readonly at: string;
  readonly note?: string | null;
}

/** A request that waits for approval, or why there can be none. */
export function requestException(
  draft: ExceptionDraft,
  { id, by, at }: Deed & { readonly id: string },
  policy: ExceptionPolicy,
): ExceptionOutcome {
  if (!['admin', 'security', 'approver', 'member'].includes(by.role)) return refused('role-not-allowed');
  const problem = selectorProblem(draft.selector) ?? textProblem(draft, policy) ?? expiryProblem(draft, at, policy);
  if (problem === 'expiry-too-late') return { ok: false, refusal: problem, latest: latestExpiry(draft.severity, at, policy) };
  if (problem !== null) return refused(problem);
  const approvalsNeeded = Math.max(1, policy.approvals[draft.severity]);
  const started = { requestedBy: by, requestedAt: at, approvalsNeeded, approvals: [], ended: null };
  return { ok: true, exception: { ...draft, id, ...started, source: { kind: 'request' } } };
}

/** Approves or turns down. Never by who asked, nor twice by the same person; turning down needs a note. */
export function decideException(
  exception: ExceptionRecord,
  { kind, by, at, note }: Deed & { readonly kind: 'approve' | 'reject' },
  policy: ExceptionPolicy,
): ExceptionOutcome {
  if (exceptionStatus(exception, at, policy) !== 'requested') return refused('wrong-status');
  if (by.id === exception.requestedBy.id) return refused('own-request');
  if (!policy.approverRoles[exception.severity].includes(by.role)) return refused('role-not-allowed');
  if (kind === 'reject') {
    if (!note?.trim()) return refused('note-missing');
    return { ok: true, exception: { ...exception, ended: { kind: 'rejected', by, at, note: note.trim() } } };
  }
  if (exception.approvals.some((each) => each.by.id === by.id)) return refused('already-approved');
  return { ok: true, exception: { ...exception, approvals: [...exception.approvals, { by, at, note: note?.trim() || null }] } };
}

/** Taken back by who asked, by who answers for it, or by the security team; from then on it holds nothing. */
export function withdrawException(exception: ExceptionRecord, { by, at, note }: Deed, policy: ExceptionPolicy): ExceptionOutcome {
  const status = exceptionStatus(exception, at, policy);
  if ((status !== 'requested' && status !== 'active') || exception.source.kind === 'file') return refused('wrong-status');
  const isTheirs = by.id === exception.requestedBy.id || by.id === exception.owner;
  if (!isTheirs && !['admin', 'security', 'approver'].includes(by.role)) return refused('role-not-allowed');
  return { ok: true, exception: { ...exception, ended: { kind: 'withdrawn', by, at, note: note?.trim() ?? '' } } };
}

function textProblem(draft: ExceptionDraft, policy: ExceptionPolicy): ExceptionRefusal | null {
  if (draft.reason.trim() === '') return 'reason-missing';
  if (draft.owner.trim() === '') return 'owner-missing';
  const needsControl = draft.category === 'compensating-control' || policy.needsCompensatingControl.includes(draft.severity);
  return needsControl && !draft.compensatingControl?.trim() ? 'compensating-control-missing' : null;
}

function expiryProblem({ expires, severity }: ExceptionDraft, at: string, policy: ExceptionPolicy): ExceptionRefusal | null {
  if (!isDay(expires)) return 'expiry-invalid';
  if (expires < dayIn(at, policy.timeZone)) return 'expiry-past';
  return expires > latestExpiry(severity, at, policy) ? 'expiry-too-late' : null;
}

function refused(refusal: ExceptionRefusal): ExceptionOutcome {
  return { ok: false, refusal };
}
