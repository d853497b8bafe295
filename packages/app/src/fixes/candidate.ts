/** From a failing resource and the edits of its check to a candidate for the proof. */
import type { EditedFormat, FixEdit } from '@kumomori/model';
import type { Texts } from '@kumomori/parsers';
import { armOrdinal, editCode } from '@kumomori/parsers';
import type { Candidate } from './prove.ts';

export interface CandidateOptions {
  readonly name: string;
  readonly goals: readonly string[];
  readonly ways: readonly (readonly FixEdit[])[];
  readonly format: EditedFormat;
  /** The resource's file and its address in code. */
  readonly file: string;
  readonly address: string;
  /** Where it begins in the file, as the finding says. */
  readonly start: number;
  /** The files that belong together with it: those of its folder for Terraform. */
  readonly texts: Texts;
}

export function candidateOf({ name, goals, ways, format, file, address, start, texts }: CandidateOptions): Candidate {
  // Fixes neither add nor take resources of these formats: the count holds for edited texts, too.
  const nth = format === 'arm' ? armOrdinal(texts.get(file) ?? '', start) : null;
  return {
    name,
    goals,
    ways: ways.length,
    editOn(changed, way) {
      const now = new Map([...texts.keys()].map((each) => [each, changed.get(each) ?? texts.get(each) ?? '']));
      return editCode(now, { format, file, address, nth }, ways[way] ?? []);
    },
  };
}
