/** How the estate stands: now, and a row for each day. */
import { sql } from 'kysely';
import type { ScoreAsset, ScoreFinding } from '@kumomori/engine';
import { dayIn, estateScore, systemOf } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import type { StoreTransaction } from '../../store/index.ts';
import { departmentsIn, exposureOf, knownEnvironment } from '../governance/index.ts';
import { settingIn } from '../settings/index.ts';

/** Contributions that are kept, the greatest. */
const SHOWN = 200;

interface EstateParts {
  readonly assets: readonly (ScoreAsset & { readonly department: string | null })[];
  readonly findings: readonly ScoreFinding[];
}

/** All that the transaction sees. An asset is what a source calls a resource: findings name it by its address or its cloud id. */
async function estateIn(tx: StoreTransaction): Promise<EstateParts> {
  const { systems } = await departmentsIn(tx);
  const resources = await tx
    .selectFrom('resources')
    .select(['source_id', 'address', 'type', 'name', 'account', 'region', 'tags', 'environment', 'department_id'])
    .where('gone_at', 'is', null)
    .execute();
  const rows = await tx
    .selectFrom('findings')
    .select([
      'id',
      'source_id',
      'resource_id',
      'check_id',
      'severity',
      'state',
      'verdict',
      'stale_since',
      'risk',
      'department_id',
      'environment',
    ])
    .select(sql<string | null>`document->'instances'->0->'exposure'->>'state'`.as('exposure'))
    .select(sql<string | null>`document->'origin'->>'address'`.as('address'))
    .where('verdict', 'in', ['fail', 'unknown'])
    .execute();
  const assets = new Map<string, EstateParts['assets'][number]>();
  for (const row of resources) {
    const { type, address, account, region, tags } = row;
    const owned = { type, id: address, name: row.name ?? address, account, region, tags, units: [], repository: null };
    const tier = systems.length === 0 ? null : (systemOf(owned, systems)?.tier ?? null);
    const id = `${row.source_id} ${address}`;
    assets.set(id, {
      id,
      tier,
      environment: knownEnvironment(row.environment),
      holdsSensitiveData: null,
      isAssessed: true,
      department: row.department_id,
    });
  }
  const findings = rows.map((row): ScoreFinding => {
    const id =
      [row.resource_id, row.address].map((each) => `${row.source_id} ${each ?? ''}`).find((each) => assets.has(each)) ??
      `${row.source_id} ${row.resource_id}`;
    // What a scan judged exists, also where no inventory names it.
    if (!assets.has(id))
      assets.set(id, {
        ...{
          id,
          tier: null,
          environment: knownEnvironment(row.environment),
          holdsSensitiveData: null,
          isAssessed: true,
          department: row.department_id,
        },
      });
    return {
      ...{ key: row.id, assetId: id, checkId: row.check_id, severity: row.severity, state: row.state, verdict: row.verdict },
      ...{
        isStale: row.stale_since !== null,
        exposure: exposureOf(row.exposure ?? undefined),
        pathScore: row.risk,
        department: row.department_id,
      },
    };
  });
  return { assets: [...assets.values()], findings };
}

/** Open ones by severity; held by exceptions; late. */
interface DayCounts extends Readonly<Record<Severity, number>> {
  readonly accepted: number;
  readonly overdue: number;
}

/** The row of today for all and for each department; written again it is written over. The transaction needs the rights of the system. */
export async function keepScores(tx: StoreTransaction, at: Date): Promise<void> {
  const { timeZone } = await settingIn(tx, 'calendar');
  const model = await settingIn(tx, 'score');
  const day = dayIn(at.toISOString(), timeZone);
  const { assets, findings } = await estateIn(tx);
  const overdue = await tx.selectFrom('findings').select('id').where('is_open', '=', true).where('due_at', '<', at).execute();
  const late = new Set(overdue.map(({ id }) => id));
  const departments = new Set(assets.flatMap(({ department }) => (department === null ? [] : [department])));
  const scopes = [
    ['all', assets, findings] as const,
    ...[...departments].map(
      (id) =>
        [
          `department:${id}`,
          assets.filter(({ department }) => department === id),
          findings.filter(({ department }) => department === id),
        ] as const,
    ),
  ];
  for (const [scope, own, theirs] of scopes) {
    const { score, band, contributions } = estateScore(own, theirs, model);
    const counts = JSON.stringify(countsOf(theirs, late));
    if (score === null || band === null) continue;
    const row = { score, low: band.low, high: band.high, counts, contributions: JSON.stringify(contributions.slice(0, SHOWN)) };
    await tx
      .insertInto('score_days')
      .values({ day, scope, ...row })
      .onConflict((each) => each.columns(['scope', 'day']).doUpdateSet(row))
      .execute();
  }
}

function countsOf(findings: readonly ScoreFinding[], late: ReadonlySet<string>): DayCounts {
  const open = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const counts = { accepted: 0, overdue: 0 };
  for (const { key, severity, state } of findings) {
    if (state === 'exception') counts.accepted += 1;
    else if (state !== 'verified' && state !== 'false-positive') open[severity] += 1;
    if (late.has(key)) counts.overdue += 1;
  }
  return { ...open, ...counts };
}
