/** How long logs are kept has two ends: gone too early they cannot answer, kept for ever they cost and leak. */
import type { NumberParameter } from '../check/index.ts';
import type { Text } from '../text.ts';

export const maximumDays = {
  type: 'number',
  default: 0,
  min: 0,
  description: { en: 'Longest period in days; 0 sets no limit', ja: '最長の保持日数 (0 は上限なし)' },
} satisfies NumberParameter;

export interface RetentionBand {
  readonly minimumDays: number;
  /** 0: no limit. */
  readonly maximumDays: number;
}

/** What is wrong with a period, to follow the name of what keeps it; null when it lies in the band. `days` 0: for ever. */
export function retentionProblem(days: number, { minimumDays, maximumDays: limit }: RetentionBand): Text | null {
  if (days !== 0 && days < minimumDays)
    return {
      en: `keeps records for ${days} days, less than ${minimumDays}`,
      ja: `の保持期間は ${days} 日で、必要な ${minimumDays} 日に足りません`,
    };
  if (limit === 0 || (days !== 0 && days <= limit)) return null;
  return {
    en: `keeps records ${days === 0 ? 'for ever' : `for ${days} days`}, longer than ${limit} days`,
    ja: `の保持期間は${days === 0 ? '無期限' : ` ${days} 日`}で、上限の ${limit} 日を超えます`,
  };
}
