/** How the ways of Azure and its directory are written down. */
import type { CloudEscalation } from './types.ts';

/** Needs: `ACTION@ON`, separated by spaces; `Microsoft.` is left out before actions of Azure. */
interface Row extends Omit<CloudEscalation, 'id' | 'needs'> {
  readonly needs: string;
}

/** Rows by id → ways. */
export function azureRows(rows: Readonly<Record<string, Row>>): readonly CloudEscalation[] {
  return Object.entries(rows).map(([id, row]) => ({
    ...{ ...row, id },
    needs: row.needs.split(' ').map((need): readonly [string, string] => {
      const at = need.lastIndexOf('@');
      return [actionOf(need.slice(0, at)), need.slice(at + 1)];
    }),
  }));
}

function actionOf(text: string): string {
  if (text.startsWith('directory:')) return `microsoft.directory/${text.slice('directory:'.length)}`;
  return text.startsWith('graph:') ? text : `Microsoft.${text}`;
}
