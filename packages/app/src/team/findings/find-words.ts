/** Words in check, resource and title of findings. */
import { sql } from 'kysely';
import type { StoreTransaction } from '../../store/index.ts';

const MAX_WORDS = 8;
/** Findings looked up before anything else is asked of them; words that more have are met soon enough on the way. */
const FEW = 5_000;

/** As `ilike` takes them: each word anywhere. */
export function patternsOf(text: string | undefined): readonly string[] {
  const words = (text ?? '').trim().split(/\s+/u).slice(0, MAX_WORDS);
  return words.filter((word) => word !== '').map((word) => `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
}

/** Ids of all findings that have the words and that the transaction sees; null: without words, or there are many. */
export async function fewWith(tx: StoreTransaction, text: string | undefined): Promise<readonly string[] | null> {
  const patterns = patternsOf(text);
  if (patterns.length === 0) return null;
  const { rows } = await sql<{ id: string | null }>`select search_findings(${sql.val(patterns)}::text[], ${FEW + 1}) as id`.execute(tx);
  const ids = rows.flatMap(({ id }) => id ?? []);
  return rows.length > FEW || ids.length < rows.length ? null : ids;
}
