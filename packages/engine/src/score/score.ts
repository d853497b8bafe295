/**
 * Score = 100 · (1 − (Σ lost value / Σ value) ^ curve). Of one asset, findings add up like chances that do not know of each other,
 * 1 − Π (1 − risk), so that no asset can lose more than it is worth. Hence: fixing never lowers the score, an asset without findings never
 * does, and the same check on the same asset counts once.
 */
import type { EstateScore, ScoreAsset, ScoreContribution, ScoreFinding, ScoreModel } from './types.ts';

/** A finding with its share of the asset's value. */
interface Risk {
  readonly finding: ScoreFinding;
  readonly risk: number;
}

interface AssetLoss {
  readonly value: number;
  readonly risks: readonly Risk[];
  /** Of the value, 0 to 1: by what is known to fail, without what is stale, and with all that is undecided. */
  readonly lost: number;
  readonly lostAtBest: number;
  readonly lostAtWorst: number;
}

/**
 * Pure and independent of order. Findings on assets that are not given are left out: give every asset. Assets that were not assessed move the
 * band, not the score. O((assets + findings) · log).
 */
export function estateScore(assets: readonly ScoreAsset[], findings: readonly ScoreFinding[], model: ScoreModel): EstateScore {
  const byAsset = risksByAsset(findings, model);
  const unique = [...new Map(assets.toSorted(compareIds).map((asset) => [asset.id, asset])).values()];
  const assessed = unique.filter(({ isAssessed }) => isAssessed).map((asset) => lossOf(asset, byAsset.get(asset.id) ?? [], model));
  const unseen = unique.filter(({ isAssessed }) => !isAssessed);
  const unseenValue = sum(unseen.map((asset) => valueOf(asset, model)));
  const value = sum(assessed.map((each) => each.value));
  const counted = { assets: { assessed: assessed.length, notAssessed: unseen.length }, undecided: countUndecided(assessed) };
  if (value === 0) return { score: null, band: null, acceptedPoints: 0, contributions: [], ...counted };
  const lostPoints = (lost: number, of: number): number => 100 * Math.min(1, lost / of) ** model.curve;
  const lost = sum(assessed.map((each) => each.value * each.lost));
  const best = sum(assessed.map((each) => each.value * each.lostAtBest));
  const worst = sum(assessed.map((each) => each.value * each.lostAtWorst));
  const points = lostPoints(lost, value);
  const contributions = contributionsOf(assessed, { points, lost });
  return {
    score: 100 - points,
    band: { low: 100 - lostPoints(worst + unseenValue, value + unseenValue), high: 100 - lostPoints(best, value + unseenValue) },
    acceptedPoints: sum(contributions.filter(({ isAccepted }) => isAccepted).map((each) => each.points)),
    contributions,
    ...counted,
  };
}

/** Of the same check on the same asset only the gravest. */
function risksByAsset(findings: readonly ScoreFinding[], model: ScoreModel): ReadonlyMap<string, readonly Risk[]> {
  const gravest = new Map<string, Risk>();
  for (const finding of findings) {
    if (!isLeft(finding)) continue;
    const risk = riskOf(finding, model);
    if (risk === 0) continue;
    const key = JSON.stringify([finding.assetId, finding.checkId]);
    const known = gravest.get(key);
    if (!known || compareRisks({ finding, risk }, known) < 0) gravest.set(key, { finding, risk });
  }
  const byAsset = new Map<string, Risk[]>();
  for (const each of gravest.values()) {
    const known = byAsset.get(each.finding.assetId);
    if (known) known.push(each);
    else byAsset.set(each.finding.assetId, [each]);
  }
  for (const risks of byAsset.values()) risks.sort(compareRisks);
  return byAsset;
}

/** What people only say to be fixed is not. */
function isLeft({ state, verdict }: ScoreFinding): boolean {
  return (verdict === 'fail' || verdict === 'unknown') && state !== 'false-positive' && state !== 'verified';
}

function riskOf({ severity, exposure, pathScore }: ScoreFinding, model: ScoreModel): number {
  const own = Math.min(1, model.severity[severity] * model.exposure[exposure]);
  return Math.max(own, Math.min(100, Math.max(0, pathScore ?? 0)) / 100);
}

function valueOf({ tier, environment, holdsSensitiveData }: ScoreAsset, model: ScoreModel): number {
  const data = holdsSensitiveData === null ? model.sensitiveData.unknown : model.sensitiveData[holdsSensitiveData ? 'yes' : 'no'];
  return model.tier[tier ?? 'none'] * model.environment[environment] * data;
}

function lossOf(asset: ScoreAsset, risks: readonly Risk[], model: ScoreModel): AssetLoss {
  const lostBy = (counts: (finding: ScoreFinding) => boolean): number =>
    1 - risks.reduce((left, { finding, risk }) => (counts(finding) ? left * (1 - risk) : left), 1);
  return {
    value: valueOf(asset, model),
    risks,
    lost: lostBy(({ verdict }) => verdict === 'fail'),
    lostAtBest: lostBy(({ verdict, isStale }) => verdict === 'fail' && !isStale),
    lostAtWorst: lostBy(() => true),
  };
}

/** An asset's loss is shared out by the size of its risks. */
function contributionsOf(
  assets: readonly AssetLoss[],
  { points, lost }: { readonly points: number; readonly lost: number },
): readonly ScoreContribution[] {
  if (lost === 0) return [];
  const contributions = assets.flatMap((asset) => {
    const failing = asset.risks.filter(({ finding }) => finding.verdict === 'fail');
    const all = sum(failing.map(({ risk }) => risk));
    return failing.map(({ finding, risk }): ScoreContribution => {
      const { key, assetId, checkId, department, severity, state } = finding;
      const share = (asset.value * asset.lost * risk) / (all * lost);
      return { key, assetId, checkId, department, severity, points: points * share, isAccepted: state === 'exception' };
    });
  });
  return contributions.sort((a, b) => b.points - a.points || (a.key < b.key ? -1 : 1));
}

function countUndecided(assets: readonly AssetLoss[]): number {
  return sum(assets.map(({ risks }) => risks.filter(({ finding }) => finding.verdict === 'unknown' || finding.isStale).length));
}

/** A failure before an unknown verdict, the graver before the lesser, what is open before what is accepted; ties by key. */
function compareRisks(a: Risk, b: Risk): number {
  if (a.finding.verdict !== b.finding.verdict) return a.finding.verdict === 'fail' ? -1 : 1;
  if (a.risk !== b.risk) return b.risk - a.risk;
  const byState = Number(a.finding.state === 'exception') - Number(b.finding.state === 'exception');
  const byAge = byState || Number(a.finding.isStale) - Number(b.finding.isStale);
  return byAge || (a.finding.key < b.finding.key ? -1 : 1);
}

function compareIds(a: ScoreAsset, b: ScoreAsset): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
