/** A finding and an exception with everything said that a test does not say. */
import type { ExceptionDraft, ExceptionRecord, SelectableFinding } from './index.ts';

export const MEMBER = { role: 'member', id: 'taro' } as const;
export const APPROVER = { role: 'approver', id: 'hanako' } as const;

export function finding(given: Partial<SelectableFinding> = {}): SelectableFinding {
  return {
    ...{ fingerprint: 'f1', target: 'estate', checkId: 'aws-s3-bucket-versioning', severity: 'medium', state: 'open' },
    resource: {
      ...{ type: 'aws.s3.bucket', id: 'arn:aws:s3:::orders-bucket', name: 'orders-bucket' },
      ...{ account: '123456789012', region: 'ap-northeast-1' },
    },
    ...{ stateSince: '2026-11-01T03:00:00Z', verdict: 'fail', firstSeenAt: '2026-10-30T01:00:00Z' },
    ...{ lastSeenAt: '2026-11-01T01:00:00Z', judgedAt: '2026-11-01T01:00:00Z', staleSince: null, reopenCount: 0 },
    ...{ exceptionId: null, holdUntil: null, tags: { Team: 'payments' }, environment: 'development', department: 'payments' },
    ...given,
  };
}

export function draft(given: Partial<ExceptionDraft> = {}): ExceptionDraft {
  return {
    ...{ selector: { checks: ['aws-s3-bucket-versioning'], environments: ['development'] }, category: 'intended' },
    ...{ reason: 'rebuilt weekly', compensatingControl: null, severity: 'medium', owner: 'taro', expires: '2026-12-31' },
    ...given,
  };
}

export function approved(given: Partial<ExceptionRecord> = {}): ExceptionRecord {
  return {
    ...{ ...draft(), id: 'e1', requestedBy: MEMBER, requestedAt: '2026-11-02T00:00:00Z', approvalsNeeded: 1, ended: null },
    approvals: [{ by: APPROVER, at: '2026-11-03T00:00:00Z', note: null }],
    source: { kind: 'request' },
    ...given,
  };
}
