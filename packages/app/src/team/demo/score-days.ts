/** The score of a day of the story, for the whole company and each department, by the formula of the product. */
import { defaultScoreModel, estateScore } from '@kumomori/engine';
import type { ScoreAsset, ScoreFinding } from '@kumomori/engine';
import { severities } from '@kumomori/model';
import type { StoreTransaction } from '../../store/index.ts';
import type { Team } from '../context.ts';
import { departments } from './company.ts';

/** Contributions that are kept of a day. */
const KEPT = 50;

export async function recordScoreDay({ store, now }: Team): Promise<void> {
  const day = now().toISOString().slice(0, 10);
  await store.system(async (tx) => {
    const { assets, findings } = await stateOf(tx);
    await writeDay(tx, { day, scope: 'all', assets, findings });
    for (const { id } of departments) {
      const own = findings.filter(({ department }) => department === id);
      const ids = new Set(own.map(({ assetId }) => assetId));
      await writeDay(tx, { day, scope: `department:${id}`, assets: assets.filter((each) => ids.has(each.id)), findings: own });
    }
  });
}

interface DayOfScore {
  readonly day: string;
  readonly scope: string;
  readonly assets: readonly ScoreAsset[];
  readonly findings: readonly ScoreFinding[];
}

async function writeDay(tx: StoreTransaction, { day, scope, assets, findings }: DayOfScore): Promise<void> {
  const { score, band, contributions } = estateScore(assets, findings, defaultScoreModel);
  if (score === null || band === null) return;
  const open = findings.filter(({ state }) => !['verified', 'exception', 'false-positive'].includes(state));
  const counts = Object.fromEntries(severities.map((severity) => [severity, open.filter((each) => each.severity === severity).length]));
  const row = {
    score,
    low: band.low,
    high: band.high,
    counts: JSON.stringify(counts),
    contributions: JSON.stringify(contributions.slice(0, KEPT)),
  };
  await tx
    .insertInto('score_days')
    .values({ day, scope, ...row })
    .onConflict((each) => each.columns(['scope', 'day']).doUpdateSet(row))
    .execute();
}

async function stateOf(
  tx: StoreTransaction,
): Promise<{ readonly assets: readonly ScoreAsset[]; readonly findings: readonly ScoreFinding[] }> {
  const resources = await tx.selectFrom('resources').select('address').where('is_aspect', '=', false).execute();
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'resource_id', 'check_id', 'severity', 'state', 'verdict', 'stale_since', 'exposed', 'risk', 'department_id'])
    .execute();
  const ids = new Set([...resources.map(({ address }) => address), ...rows.map((row) => row.resource_id)]);
  const assets = [...ids].map((id): ScoreAsset => ({ id, tier: null, environment: 'unknown', holdsSensitiveData: null, isAssessed: true }));
  const findings = rows.map((row): ScoreFinding => ({
    ...{ key: row.id, assetId: row.resource_id, checkId: row.check_id, severity: row.severity, state: row.state, verdict: row.verdict },
    ...{ isStale: row.stale_since !== null, pathScore: row.risk, department: row.department_id },
    exposure: row.exposed === null ? 'none' : row.exposed ? 'reachable' : 'not-reachable',
  }));
  return { assets, findings };
}
