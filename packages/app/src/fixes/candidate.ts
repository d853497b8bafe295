/** From a failing resource and the edits of its check to a candidate for the proof. */
import type { EditedFormat, FixEdit } from '@kumomori/model';
import type { Texts } from '@kumomori/parsers';
import { editCode } from '@kumomori/parsers';
import type { Candidate } from './prove.ts';

export interface CandidateOptions {
  readonly name: string;
  readonly goals: readonly string[];
  readonly ways: readonly (readonly FixEdit[])[];
  readonly format: EditedFormat;
  /** The resource's file and its address in code. */
  readonly file: string;
  readonly address: string;
  /** The files that belong together with it: those of its folder for Terraform. */
  readonly texts: Texts;
}

export function candidateOf({ name, goals, ways, format, file, address, texts }: CandidateOptions): Candidate {
  return {
    name,
    goals,
    ways: ways.length,
    editOn(changed, way) {
      const now = new Map([...texts.keys()].map((each) => [each, changed.get(each) ?? texts.get(each) ?? '']));
      return editCode(now, { format, file, address }, ways[way] ?? []);
    },
  };
}
