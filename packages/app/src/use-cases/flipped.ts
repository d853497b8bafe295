/** What is told of a finding that one of two scans has and the other has not. */
import type { Finding, FlippedFinding } from '@kumomori/model';

/** Somebody has to do something about it. */
export function isOpen({ status, suppressed }: Pick<Finding, 'status' | 'suppressed'>): boolean {
  return status === 'fail' && suppressed === null;
}

export function flipped({ fingerprint, checkId, severity, resource }: Finding): FlippedFinding {
  const { id, name, account, region } = resource;
  return { fingerprint, checkId, severity, resource: { id, name, account, region } };
}
