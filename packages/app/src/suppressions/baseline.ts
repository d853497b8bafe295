/** The baseline: fingerprints of findings that were there when a team began, so that only new ones count. */
import type { Diagnostic, Finding, Suppression } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import type { Baseline } from './parse-baseline.ts';

/** One line for each open finding, without times, so that its history reads well. In any order. */
export function* baselineLines(findings: Iterable<Finding>): Generator<string> {
  for (const finding of findings) {
    const { fingerprint, checkId, origin, suppressed } = finding;
    // What an earlier baseline holds stays in the next one.
    if (isOpen(finding) || (isUndone(finding) && suppressed?.by === 'baseline'))
      yield JSON.stringify({ fingerprint, checkId, address: origin.address, file: origin.file });
  }
}

/** The file, from sorted lines, so that the order is stable. */
export function* formatBaseline(lines: Iterable<string>): Generator<string> {
  let isFirst = true;
  for (const line of lines) {
    yield `${isFirst ? '{\n  "schemaVersion": "1",\n  "findings": [' : ','}\n    ${line}`;
    isFirst = false;
  }
  yield isFirst ? '{\n  "schemaVersion": "1",\n  "findings": [\n  ]\n}\n' : '\n  ]\n}\n';
}

function isOpen(finding: Finding): boolean {
  return isUndone(finding) && finding.suppressed === null;
}

function isUndone({ status }: Finding): boolean {
  return status === 'fail' || status === 'unknown';
}

/** What a baseline does to the findings of one run. */
export class AppliedBaseline {
  readonly #entries: Baseline['findings'];
  readonly #known: ReadonlySet<string>;
  readonly #present = new Set<string>();
  readonly #suppressed: Suppression;
  readonly #file: string;

  constructor({ findings }: Baseline, file: string) {
    this.#file = file;
    this.#entries = findings;
    this.#known = new Set(findings.map((each) => each.fingerprint));
    this.#suppressed = { by: 'baseline', reason: null, owner: null, expires: null, file, line: null };
  }

  /** A finding of the baseline becomes suppressed; what else is suppressed stays as it is. */
  apply(finding: Finding): Finding {
    return isOpen(finding) && this.#known.has(finding.fingerprint) ? { ...finding, suppressed: this.#suppressed } : finding;
  }

  /** To be told of every finding. */
  see(finding: Finding): void {
    if (isUndone(finding) && this.#known.has(finding.fingerprint)) this.#present.add(finding.fingerprint);
  }

  /** One diagnostic for all entries that no longer occur; entries of checks that did not run are not judged. */
  diagnostics({ ranChecks, messages }: { readonly ranChecks: ReadonlySet<string>; readonly messages: Messages }): readonly Diagnostic[] {
    const stale = this.#entries.filter(({ fingerprint, checkId }) => !this.#present.has(fingerprint) && ranChecks.has(checkId));
    if (stale.length === 0) return [];
    const message = messages.suppression.baselineStale(stale.length);
    return [{ severity: 'info', file: this.#file, line: null, column: null, code: 'baseline-stale', message }];
  }
}
