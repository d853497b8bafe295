/** What the score is made from and what it says. */
import type { Severity } from '@kumomori/model';
import type { DueExposure } from '../deadlines/index.ts';
import type { FindingState, FindingVerdict } from '../lifecycle/index.ts';
import type { Environment } from '../ownership/index.ts';

/** Something of value: every resource a scan saw, with or without findings, and those it knew of and could not look at. */
export interface ScoreAsset {
  readonly id: string;
  /** Of its business system; null: of none. */
  readonly tier: 1 | 2 | 3 | 4 | null;
  readonly environment: Environment | 'unknown';
  /** Null: not known. */
  readonly holdsSensitiveData: boolean | null;
  readonly isAssessed: boolean;
}

export interface ScoreFinding {
  readonly key: string;
  readonly assetId: string;
  readonly checkId: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly verdict: FindingVerdict;
  /** Could not be judged any more. */
  readonly isStale: boolean;
  readonly exposure: DueExposure;
  /** 0 to 100, of the attack paths it opens; null when it opens none. */
  readonly pathScore: number | null;
  readonly department: string | null;
}

/** All numbers of the formula. */
export interface ScoreModel {
  /** Share of an asset's value that a finding puts at risk, 0 to 1. */
  readonly severity: Readonly<Record<Severity, number>>;
  /** Factors; the product is at most 1. */
  readonly exposure: Readonly<Record<DueExposure, number>>;
  /** Value by tier; `none` of what belongs to no system. */
  readonly tier: Readonly<Record<1 | 2 | 3 | 4 | 'none', number>>;
  readonly environment: Readonly<Record<Environment | 'unknown', number>>;
  /** Factors. */
  readonly sensitiveData: { readonly yes: number; readonly no: number; readonly unknown: number };
  /** Lost points = 100 · (value lost / value) ^ curve; below 1, so that one open door in a large estate is still seen. */
  readonly curve: number;
}

/** What one finding costs. */
export interface ScoreContribution {
  readonly key: string;
  readonly assetId: string;
  readonly checkId: string;
  readonly department: string | null;
  readonly severity: Severity;
  /** Of the points that are lost; all contributions together are all lost points. */
  readonly points: number;
  /** An exception holds it. */
  readonly isAccepted: boolean;
}

export interface EstateScore {
  /** 0 to 100, the higher the better; null when nothing was assessed. */
  readonly score: number | null;
  /** `low`: if everything that could not be judged were lost; `high`: if it were fine. Both are the score where all was judged. */
  readonly band: { readonly low: number; readonly high: number } | null;
  /** Of the lost points, those that exceptions accept. Accepting a risk does not raise the score: it is still there. */
  readonly acceptedPoints: number;
  /** The greatest first; ties by key. */
  readonly contributions: readonly ScoreContribution[];
  /** Assets that were assessed, and those that were not. */
  readonly assets: { readonly assessed: number; readonly notAssessed: number };
  /** Findings with an unknown verdict, and those that are stale. */
  readonly undecided: number;
}
