/** Which findings were there on which day: those of the real scan, and some that were fixed on the way. */
import type { JudgedFinding } from '../../use-cases/index.ts';
import { chanceOf, wholeOf } from './chance.ts';

export const DAYS = 90;
/** Of the findings of today, how many have a sister that was fixed in the meantime. */
const FIXED_SHARE = 0.55;
const OLD_SHARE = 0.85;
const REOPENED_SHARE = 0.05;

export interface Told {
  readonly finding: JudgedFinding;
  /** Days ago when it came, and when it was gone; null: it is there today. */
  readonly from: number;
  readonly until: number | null;
  /** Fixed in between, and undone again. */
  readonly away: { readonly from: number; readonly until: number } | null;
}

export function storyOf(findings: readonly JudgedFinding[]): readonly Told[] {
  return findings.flatMap((finding) => {
    const key = finding.fingerprint;
    const from = chanceOf(`age ${key}`) < OLD_SHARE ? DAYS : wholeOf(`from ${key}`, 1, DAYS - 5);
    const isReopened = from > 40 && chanceOf(`reopened ${key}`) < REOPENED_SHARE;
    const today: Told = {
      finding,
      from,
      until: null,
      away: isReopened ? { from: from - 15, until: wholeOf(`back ${key}`, 2, from - 25) } : null,
    };
    if (chanceOf(`fixed ${key}`) >= FIXED_SHARE || finding.resource.name.length < 4) return [today];
    const begin = chanceOf(`old ${key}`) < 0.92 ? DAYS : wholeOf(`began ${key}`, 20, DAYS);
    return [today, { finding: formerly(finding), from: begin, until: wholeOf(`until ${key}`, 3, begin - 6), away: null }];
  });
}

export function isThere({ from, until, away }: Told, daysAgo: number): boolean {
  if (daysAgo > from || (until !== null && daysAgo <= until)) return false;
  return away === null || daysAgo > away.from || daysAgo <= away.until;
}

/** The same on a resource that is gone today. */
function formerly(finding: JudgedFinding): JudgedFinding {
  const { name } = finding.resource;
  const plain = JSON.stringify({ ...finding, frames: [], fixLine: null });
  const text = plain.replaceAll(inJson(name), inJson(`${name}-2025`));
  // The same document with another name in its texts.
  const renamed = JSON.parse(text) as JudgedFinding;
  return { ...renamed, checkId: finding.checkId, fingerprint: `${finding.fingerprint}-2025` };
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
