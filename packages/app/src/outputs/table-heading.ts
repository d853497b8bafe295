/** What every section of the table begins with. */
import type { TableView } from './table.ts';

/** Rows of a list that is only an overview. */
export const LIST_ROWS = 10;

export function heading({ paint }: TableView, text: string): readonly string[] {
  return [paint(['bold', 'cyan'], text)];
}
