/** The baseline: fingerprints of findings that were there when a team began, so that only new ones count. */
import type { Diagnostic, Finding, Suppression } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import type { Baseline } from './parse-baseline.ts';

/** One line for each open finding, in a stable order and without times, so that its history reads well. */
export function formatBaseline(findings: readonly Finding[]): string {
  const lines = findings
    .filter((finding) => isOpen(finding))
    .map(({ fingerprint, checkId, origin }) => JSON.stringify({ fingerprint, checkId, address: origin.address, file: origin.file }))
    .sort();
  return `{\n  "schemaVersion": "1",\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}\n  ]\n}\n`;
}

export function isOpen({ status, suppressed }: Finding): boolean {
  return (status === 'fail' || status === 'unknown') && suppressed === null;
}

/** Findings of the baseline become suppressed; what else is suppressed stays as it is. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline, file: string): readonly Finding[] {
  const known = new Set(baseline.findings.map((each) => each.fingerprint));
  const suppressed: Suppression = { by: 'baseline', reason: null, owner: null, expires: null, file, line: null };
  return findings.map((finding) => (isOpen(finding) && known.has(finding.fingerprint) ? { ...finding, suppressed } : finding));
}

/** One diagnostic for all entries that no longer occur; entries of checks that did not run are not judged. */
export function baselineDiagnostics(
  findings: readonly Finding[],
  baseline: Baseline,
  { file, ranChecks, messages }: { readonly file: string; readonly ranChecks: ReadonlySet<string>; readonly messages: Messages },
): readonly Diagnostic[] {
  const present = new Set(findings.filter(({ status }) => status === 'fail' || status === 'unknown').map((each) => each.fingerprint));
  const stale = baseline.findings.filter((each) => !present.has(each.fingerprint) && ranChecks.has(each.checkId));
  if (stale.length === 0) return [];
  return [
    { severity: 'info', file, line: null, column: null, code: 'baseline-stale', message: messages.suppression.baselineStale(stale.length) },
  ];
}
