/** `scan NEW --changed-since OLD`: only what differs is judged, and what that changed in the verdicts. */
import { resolve } from 'node:path';
import type { Finding, Findings, FlippedFinding } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { openSnapshot } from '../snapshots/index.ts';
import { changedSince } from './changed-since.ts';
import { flipped, isOpen } from './flipped.ts';
import { scanCode, scanLarge } from './scan-code.ts';
import type { DiskSpace, ScanOptions, ScanResult } from './scan-options.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

/**
 * The scan of a snapshot restricted to resources that are not as they were in the earlier one, with the failures that are new and those that
 * are over. Verdicts on all others are those of the earlier scan. Throws AppErrors: `usage` unless there is exactly one TARGET.
 */
export async function scanChanges(since: string, options: ScanOptions, space: DiskSpace): Promise<ScanResult<Findings>> {
  const messages = messagesIn(options.language);
  const [target, ...others] = options.targets;
  if (target === undefined || others.length > 0) throw new AppError('usage', { message: messages.live.changes.oneTarget });
  const [before, after] = [resolve(options.cwd, since), resolve(options.cwd, target)];
  const { manifest } = aboutSnapshots(messages, () => openSnapshot(before));
  aboutSnapshots(messages, () => openSnapshot(after));
  const { earlier, later, counts } = changedSince(before, after, messages);
  const { onProgress: _, baseline: __, external: ___, ...same } = options;
  const old = await scanCode({ ...same, targets: [since], only: earlier });
  const found = await scanLarge({ ...options, only: later }, space);
  const flips = flipsBetween(old.report.findings, found.report.findings);
  const report = { ...found.report, changedSince: { snapshot: since, at: manifest?.startedAt ?? null, resources: counts, ...flips } };
  return { ...found, report };
}

/** By fingerprint, which is the same for the same check on the same resource. */
function flipsBetween(
  before: Findings,
  after: Findings,
): { readonly new: readonly FlippedFinding[]; readonly resolved: readonly FlippedFinding[] } {
  const failedBefore = new Map<string, Finding>();
  for (const finding of before) if (isOpen(finding)) failedBefore.set(finding.fingerprint, finding);
  const statuses = new Map<string, Finding['status']>();
  const brandNew: FlippedFinding[] = [];
  for (const finding of after) {
    statuses.set(finding.fingerprint, finding.status);
    if (isOpen(finding) && !failedBefore.has(finding.fingerprint)) brandNew.push(flipped(finding));
    else if (isOpen(finding)) failedBefore.delete(finding.fingerprint);
  }
  // What nobody knows any more is not resolved.
  const resolved = [...failedBefore.values()].filter(({ fingerprint }) => statuses.get(fingerprint) !== 'unknown');
  return { new: brandNew, resolved: resolved.map(flipped) };
}
