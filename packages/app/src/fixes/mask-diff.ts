/** Diffs quote the lines around a change: what is secret in them is shown to nobody. */
import { maskCredentials } from '@kumomori/model';

/** How a line is known although the signs in it were moved. */
function bare(line: string): string {
  return line.replaceAll(/\s+/g, ' ').trim();
}

/** Secret lines of a text by what they say, with what may be shown of them. `masked`: the same lines, masked; null: nothing is known. */
export function secretLines(text: string, masked: readonly string[] | null): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const shown = maskCredentials(masked?.[index] ?? line);
    if (shown !== line) secrets.set(bare(line), shown);
  }
  return secrets;
}

/** The same diff when it quotes no secret; otherwise one to look at, which cannot be applied. */
export function maskDiff(diff: string, secrets: ReadonlyMap<string, string>): string {
  if (secrets.size === 0) return diff;
  return diff
    .split('\n')
    .map((line) => {
      const shown = /^[-+ ]/.test(line) && !/^(?:---|\+\+\+) [ab]\//.test(line) ? secrets.get(bare(line.slice(1))) : undefined;
      return shown === undefined ? line : `${line.slice(0, 1)}${shown}`;
    })
    .join('\n');
}
