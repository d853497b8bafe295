/** Lines for code frames without the secrets that evidence does not show either. */
import type { Finding } from '@kumomori/model';

/** Masks what stands in quotes, and whole lines of longer texts, where a redacted value was written. */
export function maskedLines(
  findings: readonly Finding[],
  linesOf: (file: string) => readonly string[] | null,
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
      if (lines && hidden) lines = lines.map((line, index) => (hidden.has(index + 1) ? mask(line) : line));
      known.set(file, lines);
    }
    return lines;
  };
}

function mask(line: string): string {
  const quoted = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"********"');
  return quoted === line ? line.replace(/\S.*$/, '********') : quoted;
}
