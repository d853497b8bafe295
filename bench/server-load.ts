/**
 * The team's server with much in it: fills an empty store and measures what pages ask for, as an administrator and as a member of one department.
 *
 *     node bench/server-load.ts --findings 1000000 --database postgres://…     (a database of its own)
 *     node bench/server-load.ts --findings 1000000 --data /tmp/load            (embedded; the folder is kept, a second start only measures)
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Actor, Asking, FindingFilter, Team } from '../packages/app/src/team/index.ts';
import {
  SYSTEM,
  countFindings,
  countResources,
  listFindings,
  listResources,
  openStore,
  openTeam,
  readFinding,
} from '../packages/app/src/team/index.ts';

const { values } = parseArgs({
  options: {
    findings: { type: 'string', default: '100000' },
    database: { type: 'string' },
    data: { type: 'string' },
    rounds: { type: 'string', default: '20' },
  },
});
const findings = Number(values.findings);
const rounds = Number(values.rounds);
if (values.data !== undefined) console.log(`${existsSync(values.data) ? 'existing' : 'new'} folder ${values.data}`);
const store = await openStore({ url: values.database ?? null, folder: values.data ?? null });
const jobs = { start: async () => undefined, send: async () => undefined, work: async () => undefined, stop: async () => undefined };
const team: Team = openTeam({ store, jobs, now: () => new Date() });

const filled = await store.execute('select count(*)::int as n from sources');
if (JSON.stringify(filled.rows) === '[{"n":0}]') await fill();
await measure();
await store.close();

/** Few checks, accounts and departments have most of the findings. */
async function fill(): Promise<void> {
  const begin = performance.now();
  const steps = [
    `insert into departments (id, name) select 'dept-' || n, jsonb_build_object('en', 'Department ' || n, 'ja', '部門 ' || n) from generate_series(0, 29) as n`,
    `insert into users (email, name, role, departments) select 'user-' || n || '@example.com', 'User ' || n, 'member', array['dept-' || n % 30]
      from generate_series(1, 50) as n`,
    `insert into sources (kind, name, settings, created_by) select 'snapshot', 'source ' || n, '{}', 'bench' from generate_series(1, 5) as n`,
    'create temporary table source_ids as select id, row_number() over (order by name) - 1 as n from sources',
  ];
  for (const step of steps) await store.execute(step);
  const part = 50_000;
  const resources = findings / 5;
  for (let from = 1; from <= resources; from += part) {
    await store.execute(`insert into resources (source_id, address, type, name, provider, account, region, department_id, environment, hash, shape, first_seen, last_seen)
      select (array(select id from sources order by name))[1 + n % 5], 'arn:aws:service:::resource-' || n, 'aws_type_' || (power(random(), 2) * 80)::int, 'resource-' || n,
        (array['aws', 'aws', 'aws', 'azure', 'gcp'])[1 + n % 5], lpad((n % 200)::text, 12, '1'), (array['ap-northeast-1', 'us-east-1', 'eu-west-1'])[1 + n % 3],
        'dept-' || (power((n % 200) / 200.0, 2) * 30)::int % 30, (array['production', 'staging', 'development'])[1 + n % 3], '\\x00',
        jsonb_build_object('name', 'resource-' || n, 'tags', jsonb_build_object('owner', 'team-' || n % 40)), now() - interval '90 days', now()
      from generate_series(${from}, ${Math.min(from + part - 1, resources)}) as n`);
  }
  for (let from = 1; from <= findings; from += part) {
    await store.execute(`insert into findings (source_id, fingerprint, check_id, title, message, verdict, severity, severity_rank, state, state_since, resource_type, resource_id,
        resource_name, provider, account, region, origin_kind, department_id, environment, exposed, risk, due_at, first_seen, last_seen, judged_at, document)
      select (array(select id from sources order by name))[1 + n % 5], md5(n::text), 'AWS-CHECK-' || c, jsonb_build_object('en', 'Setting ' || c || ' is not as it should be',
          'ja', '設定 ' || c || ' が推奨値ではない'), jsonb_build_object('en', 'resource-' || r || ' has it switched off', 'ja', 'resource-' || r || ' で無効'), 'fail',
        (array['info', 'low', 'medium', 'high', 'critical'])[1 + s], s, (array['new', 'open', 'open', 'acknowledged', 'requested', 'in-progress', 'verified', 'verified',
          'exception', 'reopened'])[1 + (random() * 9)::int], now() - random() * interval '90 days', 'aws_type_' || c % 80, 'arn:aws:service:::resource-' || r, 'resource-' || r,
        (array['aws', 'aws', 'aws', 'azure', 'gcp'])[1 + r % 5], lpad((r % 200)::text, 12, '1'), (array['ap-northeast-1', 'us-east-1', 'eu-west-1'])[1 + r % 3], 'live',
        'dept-' || (power((r % 200) / 200.0, 2) * 30)::int % 30, (array['production', 'staging', 'development'])[1 + r % 3], random() < 0.03, random() * 100,
        now() + (random() - 0.2) * interval '60 days', now() - interval '90 days', now() - random() * interval '10 days', now(),
        jsonb_build_object('checkId', 'AWS-CHECK-' || c, 'evidence', repeat('what the answer said ', 20), 'n', n)
      from (select n, (power(random(), 2) * 600)::int as c, 1 + (power(random(), 1.5) * ${resources - 1})::int as r from generate_series(${from},
        ${Math.min(from + part - 1, findings)}) as n) as drawn, lateral (select (array[2, 1, 3, 2, 1, 3, 4, 2, 0, 1])[1 + c % 10]::int as s) as graded`);
    await store.execute('select kumomori.fold_finding_counts()');
  }
  for (const table of ['findings', 'finding_counts', 'resources']) await store.execute(`vacuum analyze kumomori.${table}`);
  console.log(`filled with ${findings} findings and ${resources} resources in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}

async function measure(): Promise<void> {
  const admin: Asking = { actor: { ...SYSTEM, kind: 'user', name: 'admin' } };
  const member: Actor = { ...SYSTEM, kind: 'user', name: 'member', role: 'member', departments: ['dept-3'] };
  console.log(`${store.kind}, ${cpus()[0]?.model ?? '?'} x ${cpus().length}; p50 and p95 in ms of ${rounds} rounds`);
  for (const [name, asking] of [
    ['admin', admin],
    ['member', { actor: member }],
  ] as const) {
    const { items } = await listFindings(team, asking, { filter: {}, limit: 50, after: null });
    const id = (n: number): string => items[n % items.length]?.id ?? '';
    const list =
      (filter: FindingFilter, after: string | null = null) =>
      () =>
        listFindings(team, asking, { filter, limit: 50, after });
    const count = (filter: FindingFilter) => () => countFindings(team, asking, filter);
    const deep = await pageAfter(asking, 200);
    const views: readonly (readonly [string, (n: number) => Promise<unknown>])[] = [
      ['list open', list({ open: true })],
      ['list all', list({})],
      ['list page 200', list({ open: true }, deep)],
      ['list low', list({ open: true, severity: ['low'] })],
      ['list medium+low, new', list({ severity: ['medium', 'low'], state: ['new'] })],
      ['list department', list({ open: true, department: ['dept-3'] })],
      ['list account', list({ open: true, account: ['111111111142'] })],
      ['list rare check', list({ open: true, check: ['AWS-CHECK-590'] })],
      ['list exposed', list({ open: true, exposed: true })],
      ['list overdue, low', list({ open: true, overdue: true, severity: ['low'] })],
      ['list words, rare', (n) => list({ open: true, text: `resource-${1234 + n * 17}` })()],
      ['list words, common', list({ open: true, text: 'setting' })],
      ['list words, Japanese', list({ open: true, text: '設定 59' })],
      ['list words, none', (n) => list({ open: true, text: `nothing${n}` })()],
      ['count open', count({ open: true })],
      ['count all', count({})],
      ['count high', count({ open: true, severity: ['high'] })],
      ['count department', count({ open: true, department: ['dept-3'] })],
      ['count account', count({ open: true, account: ['111111111142'] })],
      ['count common check', count({ open: true, check: ['AWS-CHECK-1'] })],
      ['count provider', count({ open: true, provider: ['aws'] })],
      ['count exposed', count({ open: true, exposed: true })],
      ['count overdue', count({ open: true, overdue: true })],
      ['count words, rare', (n) => count({ open: true, text: `resource-${1234 + n * 17}` })()],
      ['count words, common', count({ open: true, text: 'setting' })],
      ['finding', (n) => readFinding(team, asking, id(n))],
      ['resources', () => listResources(team, asking, { filter: {}, limit: 50, after: null })],
      ['resources of a type', () => listResources(team, asking, { filter: { type: ['aws_type_40'] }, limit: 50, after: null })],
      ['count resources', () => countResources(team, asking, {})],
    ];
    for (const [view, ask] of views) await time(`${name}: ${view}`, ask);
  }
  console.log(`memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
}

async function pageAfter(asking: Asking, pages: number): Promise<string | null> {
  let after: string | null = null;
  for (let page = 0; page < pages / 10; page++) {
    const next: Awaited<ReturnType<typeof listFindings>> = await listFindings(team, asking, { filter: { open: true }, limit: 500, after });
    if (next.next === null) return after;
    after = next.next;
  }
  return after;
}

async function time(name: string, ask: (n: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const begin = performance.now();
    await ask(n);
    times.push(performance.now() - begin);
    if (times.length >= 3 && times.reduce((a, b) => a + b) > 5_000) break;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1).padStart(8);
  console.log(`${name.padEnd(34)}${at(0.5)}${at(0.95)}${Number(at(0.95)) > 300 ? '  SLOW' : ''}`);
}
