/** Findings as CSV, page by page: never all of them in memory, and with the rights of who asks for every page. */
import type { Language } from '@kumomori/model';
import { csvCell } from '../../use-cases/index.ts';
import type { Asking, Team } from '../context.ts';
import { audit } from '../access/index.ts';
import type { FindingFilter, FindingItem } from './query-findings.ts';
import { listFindings } from './query-findings.ts';

const PAGE = 500;
// Excel in Japan reads a file without this mark as Shift_JIS.
const BYTE_ORDER_MARK = '\ufeff';

// Names for programs, so not translated.
const COLUMNS: readonly (readonly [string, (item: FindingItem, language: Language) => string])[] = [
  ['id', ({ id }) => id],
  ['severity', ({ severity }) => severity],
  ['state', ({ state }) => state],
  ['verdict', ({ verdict }) => verdict],
  ['check', ({ checkId }) => checkId],
  ['title', ({ title }, language) => title[language]],
  ['provider', ({ provider }) => provider],
  ['account', ({ account }) => account ?? ''],
  ['region', ({ region }) => region ?? ''],
  ['resource_type', ({ resource }) => resource.type],
  ['resource', ({ resource }) => resource.name ?? resource.id],
  ['resource_id', ({ resource }) => resource.id],
  ['department', ({ departmentId }) => departmentId ?? ''],
  ['environment', ({ environment }) => environment ?? ''],
  ['exposed', ({ exposed }) => (exposed === null ? '' : String(exposed))],
  ['risk', ({ risk }) => String(risk ?? '')],
  ['due', ({ dueAt }) => dueAt ?? ''],
  ['first_seen', ({ firstSeen }) => firstSeen],
  ['last_seen', ({ lastSeen }) => lastSeen],
  ['stale', ({ isStale }) => String(isStale)],
];

/** Pieces of the file, RFC 4180, safe to open in a spreadsheet. That it was asked for stands in the audit trail. */
export async function* exportFindings(
  team: Team,
  asking: Asking,
  { filter, language }: { readonly filter: FindingFilter; readonly language: Language },
): AsyncGenerator<string> {
  await audit(team, asking.actor, { action: 'finding.export', detail: { filter: { ...filter } }, address: asking.address ?? null });
  yield `${BYTE_ORDER_MARK}${COLUMNS.map(([name]) => name).join()}\r\n`;
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page: Awaited<ReturnType<typeof listFindings>> = await listFindings(team, asking, { filter, limit: PAGE, after });
    const lines = page.items.map((item) => `${COLUMNS.map(([, cell]) => csvCell(cell(item, language))).join()}\r\n`);
    if (lines.length > 0) yield lines.join('');
    after = page.next;
  }
}
