/** The findings of now and the newest coverage as `scan --format json` would tell them: what `report --from` reads. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { CloudProvider, CodeKind, Language } from '@kumomori/model';
import { cloudProviders, codeKinds, isRecord } from '@kumomori/model';
import { messagesIn } from '../../use-cases/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { SourceCoverage } from './coverage.ts';
import type { FrameworkDefinition, FrameworkName } from './frameworks.ts';

export interface SavedScanOptions {
  readonly file: string;
  readonly framework: FrameworkName;
  readonly definition: FrameworkDefinition;
  readonly sources: readonly SourceCoverage[];
  readonly language: Language;
}

/** The report is made in one piece: more would take more memory than a server has for it. */
const MOST_FINDINGS = 200_000;
const PAGE = 500;

/** Throws TeamError `too-large`. */
export async function writeSavedScan(team: Team, asking: Asking, options: SavedScanOptions): Promise<void> {
  const { file, framework, definition, sources } = options;
  const handle = openSync(file, 'w', 0o600);
  try {
    const head = {
      ...{ tool: { version: '0' }, startedAt: definition.at ?? team.now().toISOString(), ...(await lookedAt(team, asking, sources)) },
      frameworks: [
        {
          ...{ framework: framework.id, version: framework.version },
          results: definition.controls.map(({ control, status }) => ({ control, status })),
        },
      ],
      coverage: sources.flatMap(({ gaps }) => gaps.map(({ scope, operation, reason }) => ({ scope, operation, reason }))),
    };
    writeSync(handle, `${JSON.stringify(head).slice(0, -1)},"findings":[`);
    let count = 0;
    for await (const page of failing(team, asking, options)) {
      writeSync(handle, page.map((each, index) => `${count + index === 0 ? '' : ','}${JSON.stringify(each)}`).join(''));
      count += page.length;
      if (count > MOST_FINDINGS) throw new TeamError('too-large', 'too many findings for one report', { reason: 'report-too-large' });
    }
    writeSync(handle, ']}');
  } finally {
    closeSync(handle);
  }
}

/** Kinds of what was read, clouds that were asked, number of resources. */
async function lookedAt({ store }: Team, { actor }: Asking, sources: readonly SourceCoverage[]) {
  return store.as(actor, async (tx) => {
    const kinds = await tx.selectFrom('findings').select(['source_id', 'origin_kind']).distinct().execute();
    const known = await tx.selectFrom('sources').select(['id', 'name', 'kind']).execute();
    const names = new Map(known.map(({ id, name }) => [id, name]));
    const accounts = await tx
      .selectFrom('resources')
      .select(['provider', 'account'])
      .where('account', 'is not', null)
      .union(tx.selectFrom('findings').select(['provider', 'account']).where('account', 'is not', null))
      .execute();
    const { count } = await tx
      .selectFrom('resources')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('gone_at', 'is', null)
      .where('is_aspect', '=', false)
      .executeTakeFirstOrThrow();
    const live = known.filter(({ id, kind }) => kind !== 'code' && kind !== 'logs' && sources.some(({ sourceId }) => sourceId === id));
    const targets = [
      ...kinds.flatMap(({ source_id, origin_kind }) =>
        isCodeKind(origin_kind) && origin_kind !== 'live' ? [{ kind: origin_kind, path: names.get(source_id) ?? source_id }] : [],
      ),
      ...live.map(({ name }) => ({ kind: 'live', path: name })),
    ];
    const clouds = accounts.flatMap(({ provider, account }) => (isCloud(provider) && account !== null ? [{ provider, account }] : []));
    return { targets, summary: { resources: Number(count) }, ...(live.length > 0 ? { live: { accounts: clouds, unseen: [] } } : {}) };
  });
}

function isCodeKind(kind: string): kind is CodeKind {
  return codeKinds.some((each) => each === kind);
}

function isCloud(provider: string): provider is CloudProvider {
  return cloudProviders.some((each) => each === provider);
}

async function* failing(
  { store }: Team,
  { actor }: Asking,
  { definition, language }: SavedScanOptions,
): AsyncGenerator<readonly unknown[]> {
  const checks = [...new Set(definition.controls.flatMap((control) => control.checks.map(({ id }) => id)))];
  if (checks.length === 0) return;
  const { falsePositive } = messagesIn(language).server.report;
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const from: string | null = after;
    const rows: readonly FailingRow[] = await store.as(actor, (tx) => {
      const all = tx
        .selectFrom('findings')
        .leftJoin('exceptions', 'exceptions.id', 'findings.exception_id')
        .select(['findings.id', 'findings.state', 'findings.document', 'exceptions.reason', 'exceptions.owner', 'exceptions.expires'])
        .where('findings.verdict', 'in', ['fail', 'unknown'])
        .where('findings.state', '<>', 'verified')
        .where('check_id', 'in', checks);
      return (from === null ? all : all.where('findings.id', '>', from)).orderBy('findings.id').limit(PAGE).execute();
    });
    after = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null;
    yield rows.map(({ state, document, reason, owner, expires }) => {
      const said =
        state === 'exception' ? { reason, owner, expires: dayOf(expires) } : { reason: falsePositive, owner: null, expires: null };
      const isAccepted = state === 'exception' || state === 'false-positive';
      return saved(document, { language, suppressed: isAccepted ? { by: 'exception', ...said, file: null, line: null } : null });
    });
  }
}

interface FailingRow {
  readonly id: string;
  readonly state: string;
  readonly document: unknown;
  readonly reason: string | null;
  readonly owner: string | null;
  readonly expires: Date | string | null;
}

function dayOf(expires: Date | string | null): string | null {
  return expires instanceof Date ? expires.toISOString().slice(0, 10) : expires;
}

/** A saved report holds one language. */
function saved(document: unknown, { language, suppressed }: { readonly language: Language; readonly suppressed: object | null }): unknown {
  if (!isRecord(document)) return document;
  const { message } = document;
  return {
    ...document,
    message: isRecord(message) ? message[language] : message,
    suppressed: suppressed ?? document['suppressed'] ?? null,
  };
}
