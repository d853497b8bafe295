/** A finding and a scan with everything said that a test does not say. */
import type { FindingResource, ScanScope, ScanVerdict, TrackedFinding } from './index.ts';

const ordersBucket: FindingResource = {
  ...{ type: 'aws.s3.bucket', id: 'arn:aws:s3:::orders-bucket', name: 'orders-bucket' },
  ...{ account: '123456789012', region: 'ap-northeast-1' },
};

export function tracked(given: Partial<TrackedFinding> = {}): TrackedFinding {
  return {
    ...{ fingerprint: 'f1', target: 'estate', checkId: 'aws-s3-bucket-public-access-block', severity: 'high', resource: ordersBucket },
    ...{ state: 'open', stateSince: '2026-11-01T03:00:00Z', verdict: 'fail', firstSeenAt: '2026-10-30T01:00:00Z' },
    ...{ lastSeenAt: '2026-11-01T01:00:00Z', judgedAt: '2026-11-01T01:00:00Z', staleSince: null, reopenCount: 0 },
    ...{ exceptionId: null, holdUntil: null },
    ...given,
  };
}

export function scanOf(given: Partial<ScanScope> = {}): ScanScope {
  return {
    ...{ scanId: 'scan-7', target: 'estate', startedAt: '2026-11-02T01:00:00Z', finishedAt: '2026-11-02T01:20:00Z' },
    ...{ accounts: null, regions: null, checks: null, gaps: [], isComplete: true },
    ...given,
  };
}

export function verdictOf(given: Partial<ScanVerdict> = {}): ScanVerdict {
  const { fingerprint, checkId, severity, resource } = tracked();
  return { fingerprint, checkId, severity, resource, status: 'fail', ...given };
}
