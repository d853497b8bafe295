/** What the pieces of the overview show. */

export interface ScoreNow {
  /** 0 to 100; null: nothing was looked at. */
  readonly score: number | null;
  /** What it would be if all that could not be judged were lost, or fine. */
  readonly low: number;
  readonly high: number;
  /** What costs the most points. */
  readonly costs: readonly {
    readonly checkId: string;
    readonly title: string;
    readonly points: number;
    readonly findings: number;
    readonly isAccepted: boolean;
  }[];
}

export interface ScoreDay {
  readonly day: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** The score in one of four steps, for its color and its word. */
export function gradeOf(score: number): 'good' | 'fair' | 'weak' | 'bad' {
  return score >= 85 ? 'good' : score >= 70 ? 'fair' : score >= 50 ? 'weak' : 'bad';
}
