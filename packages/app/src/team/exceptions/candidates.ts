/** Findings that exceptions may be about, read with as much of the selector as the database understands. */
import type { ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { ExceptionSelector, SelectableFinding } from '@kumomori/engine';
import type { Suppression } from '@kumomori/model';
import type { StoreTransaction, Tables } from '../../store/index.ts';
import type { TrackedRow } from '../findings/index.ts';
import { trackedFrom, trackedSelection } from '../findings/index.ts';

export interface Candidate extends TrackedRow, SelectableFinding {
  /** By a file of the repository. */
  readonly suppressed: Suppression | null;
}

export interface CandidateFilter {
  readonly selectors: readonly ExceptionSelector[];
  /** Also what exceptions hold, and what files of repositories suppress. */
  readonly held: boolean;
  /** Null: of all sources. */
  readonly sourceId: string | null;
}

/** More than fit; never fewer. Those that were verified are left out. */
export async function candidatesIn(tx: StoreTransaction, { selectors, held, sourceId }: CandidateFilter): Promise<readonly Candidate[]> {
  const all = tx
    .selectFrom('findings')
    .select(trackedSelection)
    .select(['department_id', 'environment'])
    .select(sql<Readonly<Record<string, string>> | null>`document->'resource'->'tags'`.as('tags'))
    .select(
      sql<Suppression | null>`case when jsonb_typeof(document->'suppressed') = 'object' then document->'suppressed' end`.as('suppressed'),
    )
    .where('state', '!=', 'verified')
    .where((builder) =>
      builder.or([
        ...selectors.map((selector) => partsOf(builder, selector)),
        ...(held ? [builder('state', '=', 'exception'), sql<SqlBool>`jsonb_typeof(document->'suppressed') = 'object'`] : []),
        sql<SqlBool>`false`,
      ]),
    );
  const rows = await (sourceId === null ? all : all.where('source_id', '=', sourceId)).orderBy('id').execute();
  return rows.map((row) => ({
    ...trackedFrom(row),
    ...{ department: row.department_id, environment: row.environment ?? 'unknown', tags: row.tags ?? {}, suppressed: row.suppressed },
  }));
}

/** Lists with wildcards are left to the rules. */
function partsOf(builder: ExpressionBuilder<Tables, 'findings'>, selector: ExceptionSelector) {
  const isPlain = (list: readonly string[] | undefined): list is readonly string[] =>
    list !== undefined && list.length > 0 && !list.some((each) => /[*?]/.test(each));
  const columns = [
    ['checks', 'check_id'],
    ['fingerprints', 'fingerprint'],
    ['resourceTypes', 'resource_type'],
    ['accounts', 'account'],
    ['departments', 'department_id'],
  ] as const;
  const parts = columns.flatMap(([name, column]) => {
    const list = selector[name];
    return isPlain(list) ? [builder(column, 'in', [...list])] : [];
  });
  return parts.length === 0 ? sql<SqlBool>`true` : builder.and(parts);
}
