/** What `--fix` did, and did not do, in lines. */
import type { Caution, Language } from '@kumomori/model';
import { cautionTexts } from '@kumomori/model';
import type { FixOutcome, FixReport, Messages } from '../use-cases/index.ts';
import { fixReason, plain } from '../use-cases/index.ts';

export interface FixText {
  readonly text: string;
  /** Unified, of all files. */
  readonly diff: string;
}

interface FixTextOptions {
  /** The files were changed; then the diff is part of the text. */
  readonly isWritten: boolean;
  readonly language: Language;
}

/** Lines for people, and the diff apart. */
export function fixText({ files, outcomes, manual }: FixReport, { fixes }: Messages, { isWritten, language }: FixTextOptions): FixText {
  const diff = files.map((each) => each.diff).join('');
  const fixed = outcomes.filter(({ refused }) => refused === null);
  const refused = outcomes.filter((each) => each.refused !== null);
  const lines = [
    ...fixed.map((each) => (isWritten ? fixes.fixed : fixes.fixable)(each.checkId, plain(each.address), placeOf(each))),
    ...refused.map((each) => `${fixes.refused(each.checkId, plain(each.address), placeOf(each))}: ${fixReason(each, fixes)}`),
    ...cautionLines(fixed, fixes, language),
    fixed.length === 0 ? fixes.nothing : fixes.summary(fixed.length, files.length, isWritten),
    ...(refused.length + manual > 0 ? [fixes.left(refused.length, manual)] : []),
  ];
  return { text: [...(isWritten && diff !== '' ? [plainLines(diff)] : []), ...lines].join('\n'), diff };
}

/** What the changes cost, each once, with the checks it is said of. */
function cautionLines(fixed: readonly FixOutcome[], fixes: Messages['fixes'], language: Language): readonly string[] {
  const byCaution = new Map<Caution, Set<string>>();
  for (const { cautions, checkId } of fixed)
    for (const caution of cautions) byCaution.set(caution, (byCaution.get(caution) ?? new Set()).add(checkId));
  const lines = [...byCaution].map(([caution, ids]) => `  ${cautionTexts[caution][language]} (${[...ids].join(', ')})`);
  return lines.length === 0 ? [] : [fixes.before, ...lines];
}

function plainLines(text: string): string {
  return text.trimEnd().split('\n').map(plain).join('\n');
}

function placeOf({ file, line }: FixOutcome): string {
  return plain(`${file}:${line}`);
}
