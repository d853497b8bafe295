/** Files of a lake that may hold what a question asks for, by what the ledger says of them. */
import { mayHold } from './codes.ts';
import type { LakeFile } from './ledger.ts';
import type { Known, Question } from './question.ts';

/** Never leaves out a file with a row that meets the question's conditions. */
export function filesFor(files: readonly LakeFile[], { view, among, since, until }: Question): readonly LakeFile[] {
  return files.filter((file) => {
    if (view !== 'events' && file.table !== view) return false;
    // Events without a time meet no condition on it; their files may be of an earlier release and say otherwise.
    if (file.first !== null && file.last !== null && ((since !== null && file.last < since) || (until !== null && file.first > until)))
      return false;
    return among.every(({ column, values }) => values.some((value) => isPossible(file, column, value)));
  });
}

function isPossible(file: LakeFile, column: Known, value: string): boolean {
  switch (column) {
    case 'event_code':
      return mayHold(file.codes, value);
    case 'class':
      return file.table === value;
    case 'account':
      return file.account === value;
    case 'source':
      return file.source === value;
    case 'region':
      return file.region === value;
    case 'day':
      return file.day === value;
  }
}
