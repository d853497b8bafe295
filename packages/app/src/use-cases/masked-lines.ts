/** Lines for code frames without secrets: those that evidence does not show either, and those that merely stand nearby. */
import type { Evidence, Finding } from '@kumomori/model';
import { maskQuoted, secretLines } from './secret-lines.ts';

/** Lines on which redacted values are written. */
export class SecretPlaces {
  readonly #lines = new Map<string, Set<number>>();

  /** To be told of every finding. */
  see({ instances }: Finding): void {
    for (const { evidence: pieces } of instances) for (const evidence of pieces) this.#seeEvidence(evidence);
  }

  has(file: string, line: number): boolean {
    return this.#lines.get(file)?.has(line) === true;
  }

  #seeEvidence({ state, file, line, endLine, provenance }: Evidence): void {
    if (state !== 'redacted' || file === null || line === null) return;
    for (let each = line; each <= (endLine ?? line); each++) this.#add(file, each);
    for (const step of provenance) if (step.file === file) this.#add(file, step.line);
    // The oldest step of a computed value is where its input is written out.
    const [oldest] = provenance;
    if (oldest) this.#add(oldest.file, oldest.line);
  }

  #add(file: string, line: number): void {
    const lines = this.#lines.get(file);
    if (lines) lines.add(line);
    else this.#lines.set(file, new Set([line]));
  }
}

/**
 * Masks what stands in quotes, and whole lines of longer texts, where a redacted value was written; elsewhere what looks like a secret.
 * `sensitive`: names of the variables declared sensitive.
 */
export function maskedLines(
  secret: SecretPlaces,
  linesOf: (file: string) => readonly string[] | null,
  sensitive: ReadonlySet<string>,
): (file: string) => readonly string[] | null {
  const known = new Map<string, readonly string[] | null>();
  return (file) => {
    let lines = known.get(file);
    if (lines === undefined) {
      lines = linesOf(file);
      if (lines) {
        const written = lines;
        lines = secretLines(written, sensitive).map((line, index) =>
          secret.has(file, index + 1) ? maskQuoted(written[index] ?? '') : line,
        );
      }
      known.set(file, lines);
    }
    return lines;
  };
}
