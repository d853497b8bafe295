/** What `--fix` did, and did not do, in lines. */
import type { FixOutcome, FixReport, Messages } from '../use-cases/index.ts';
import { fixReason, plain } from '../use-cases/index.ts';

export interface FixText {
  readonly text: string;
  /** Unified, of all files. */
  readonly diff: string;
}

/** `isWritten`: the files were changed; then the diff is part of the text. */
export function fixText({ files, outcomes, manual }: FixReport, { fixes }: Messages, isWritten: boolean): FixText {
  const diff = files.map((each) => each.diff).join('');
  const fixed = outcomes.filter(({ refused }) => refused === null);
  const refused = outcomes.filter((each) => each.refused !== null);
  const lines = [
    ...fixed.map((each) => fixes.fixed(each.checkId, plain(each.address), placeOf(each))),
    ...refused.map((each) => `${fixes.refused(each.checkId, plain(each.address), placeOf(each))}: ${fixReason(each, fixes)}`),
    fixed.length === 0 ? fixes.nothing : fixes.summary(fixed.length, files.length, isWritten),
    ...(refused.length + manual > 0 ? [fixes.left(refused.length, manual)] : []),
  ];
  return { text: [...(isWritten && diff !== '' ? [plainLines(diff)] : []), ...lines].join('\n'), diff };
}

function plainLines(text: string): string {
  return text.trimEnd().split('\n').map(plain).join('\n');
}

function placeOf({ file, line }: FixOutcome): string {
  return plain(`${file}:${line}`);
}
