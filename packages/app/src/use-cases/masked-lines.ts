/** Lines for code frames without secrets: those that evidence does not show either, and those that merely stand nearby. */
import type { Finding } from '@kumomori/model';
import { maskQuoted, secretLines } from './secret-lines.ts';

/**
 * Masks what stands in quotes, and whole lines of longer texts, where a redacted value was written; elsewhere what looks like a secret.
 * `sensitive`: names of the variables declared sensitive.
 */
export function maskedLines(
  findings: readonly Finding[],
  linesOf: (file: string) => readonly string[] | null,
  sensitive: ReadonlySet<string>,
): (file: string) => readonly string[] | null {
  const secret = new Map<string, Set<number>>();
  for (const { instances } of findings) {
    for (const evidence of instances.flatMap((instance) => instance.evidence)) {
      if (evidence.state !== 'redacted' || evidence.file === null || evidence.line === null) continue;
      const lines = secret.get(evidence.file) ?? new Set<number>();
      for (let line = evidence.line; line <= (evidence.endLine ?? evidence.line); line++) lines.add(line);
      for (const step of evidence.provenance) if (step.file === evidence.file) lines.add(step.line);
      secret.set(evidence.file, lines);
      // The oldest step of a computed value is where its input is written out.
      const [oldest] = evidence.provenance;
      if (oldest) secret.set(oldest.file, (secret.get(oldest.file) ?? new Set()).add(oldest.line));
    }
  }
  const known = new Map<string, readonly string[] | null>();
  return (file) => {
    let lines = known.get(file);
    if (lines === undefined) {
      const hidden = secret.get(file);
      lines = linesOf(file);
      if (lines) {
        const written = lines;
        lines = secretLines(written, sensitive).map((line, index) => (hidden?.has(index + 1) ? maskQuoted(written[index] ?? '') : line));
      }
      known.set(file, lines);
    }
    return lines;
  };
}
