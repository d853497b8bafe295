/**
 * What makes a million findings quick to look at: counts by facet that are kept while findings change, orders of lists as indexes, and words found through
 * their trigrams where the server has `pg_trgm`.
 */

/** Facets with a filter of their own beside department, severity and state, which every count has. */
const FACETS = ['account', 'provider', 'check_id', 'resource_type', 'source_id'];
const GROUP = 'department_id, severity, state';

function differences(changes: string): string {
  return `insert into finding_counts (facet, value, ${GROUP}, count)
    select facet, value, ${GROUP}, sum(n) from (${changes}) as changes
    cross join lateral (values ('all', null), ${FACETS.map((name) => `('${name}', ${name}::text)`).join(', ')}) as facets (facet, value)
    group by facet, value, ${GROUP} having sum(n) <> 0`;
}

function rowsOf(table: 'added' | 'removed'): string {
  return `select ${GROUP}, ${FACETS.join(', ')}, ${table === 'added' ? 1 : -1} as n from ${table}`;
}

/** Its rights are the owner's: nobody else writes counts. */
function trigger(event: 'insert' | 'update' | 'delete', tables: readonly ('added' | 'removed')[]): readonly string[] {
  const referencing = tables.map((table) => `${table === 'added' ? 'new' : 'old'} table as ${table}`).join(' ');
  return [
    `create function count_findings_${event}() returns trigger language plpgsql security definer set search_path = kumomori, pg_temp as $$ begin
      ${differences(tables.map(rowsOf).join(' union all '))};
      return null;
    end $$`,
    `create trigger count_findings_${event} after ${event} on findings referencing ${referencing}
      for each statement execute function count_findings_${event}()`,
  ];
}

/**
 * Differences are only added, never changed: two that record findings at once do not wait for each other. `fold_finding_counts` puts them together,
 * one process at a time; counts are sums, before and after.
 */
export const COUNTS: readonly string[] = [
  `create table finding_counts (
    facet text not null,
    value text,
    department_id text,
    severity text not null,
    state text not null,
    count bigint not null
  )`,
  'create index finding_counts_facet on finding_counts (facet, value)',
  ...trigger('insert', ['added']),
  ...trigger('update', ['removed', 'added']),
  ...trigger('delete', ['removed']),
  `create function fold_finding_counts() returns void language plpgsql security definer set search_path = kumomori, pg_temp as $$ begin
    if pg_try_advisory_xact_lock(5390219) then
      with gone as (delete from finding_counts returning *)
      insert into finding_counts (facet, value, ${GROUP}, count)
        select facet, value, ${GROUP}, sum(count) from gone group by facet, value, ${GROUP} having sum(count) <> 0;
    end if;
  end $$`,
  'revoke execute on function fold_finding_counts() from public',
];

/** A right to use the extension is not everybody's: without it words are looked for row by row. */
const TRIGRAMS = `
do $$ declare home text; begin
  begin
    create extension if not exists pg_trgm;
  exception when others then
    raise notice 'pg_trgm is not there: %', sqlerrm;
  end;
  select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm';
  if home is not null then
    execute format('create index findings_search on findings using gin (search %I.gin_trgm_ops)', home);
  end if;
end $$`;

/** Rows of the sample by which words are many or few. */
const PROBE = 3_000;

/**
 * Row-level security hides an index from comparisons that could tell of rows which are not shown, and \`ilike\` is one of those. The function compares with
 * the owner's rights and applies the policy itself. A null says that more than one row in a hundred of a sample matches: those are met soon enough on the
 * way through a list, and all of them are too many to look up.
 */
export function searching(policy: string): readonly string[] {
  return [
    TRIGRAMS,
    `create function search_findings(patterns text[], most integer) returns setof uuid language plpgsql stable security definer
      set search_path = kumomori, pg_temp as $$
    declare
      condition text := (select string_agg(format('search ilike %L', pattern), ' and ') from unnest(patterns) as pattern);
      share float8 := (select least(100, 100 * ${PROBE} / greatest(1, reltuples)) from pg_class where oid = 'kumomori.findings'::regclass);
      met integer;
    begin
      if share < 100 then
        execute format('select count(*) from kumomori.findings tablesample system (%s) repeatable (1) where %s', share, condition) into met;
        if met > ${PROBE} / 100 then
          return query select null::uuid;
          return;
        end if;
      end if;
      return query execute format('select id from kumomori.findings where %s and (%s) limit %s', condition, '${policy.replaceAll("'", "''")}', most);
    end $$`,
    'revoke execute on function search_findings(text[], integer) from public',
    'grant execute on function search_findings(text[], integer) to kumomori_app, kumomori_reader',
  ];
}

/** As lists order them (team/findings/query-findings.ts). */
const ORDER = 'severity_rank desc, coalesce(risk, -1) desc, id desc';

export const FINDING_INDEXES: readonly string[] = [
  `create index findings_order on findings (is_open, ${ORDER})`,
  `create index findings_order_all on findings (${ORDER})`,
  `create index findings_department on findings (department_id, is_open, ${ORDER})`,
  'create index findings_check on findings (check_id, is_open)',
  'create index findings_type on findings (resource_type, is_open)',
  'create index findings_resource on findings (resource_id)',
  `create index findings_state on findings (state, ${ORDER})`,
  'create index findings_account on findings (account, is_open)',
  'create index findings_due on findings (due_at) where is_open',
  `create index findings_exposed on findings (is_open, ${ORDER}) where exposed is true`,
  'create index findings_last_seen on findings (last_seen desc, id)',
];
