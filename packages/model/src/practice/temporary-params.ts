/** The parameters of every check for temporary rules. */
import type { NumberParameter, StringsParameter } from '../check/index.ts';

export const temporaryParams = {
  olderThanDays: {
    type: 'number',
    default: 30,
    min: 0,
    description: {
      en: 'Age in days after which a temporary rule without an end should be gone; the age is known from the note, or with --blame',
      ja: '期日のない一時的なルールを残してよい日数 (経過日数は説明文の日付か --blame で分かる)',
    },
  } satisfies NumberParameter,
  closedTickets: {
    type: 'strings',
    default: [],
    description: {
      en: 'Tickets that are closed, as people write them (OPS-123, #45): a rule that names one should be gone',
      ja: '完了したチケット (OPS-123、#45 など書かれるとおり): これを挙げるルールは不要とみなす',
    },
  } satisfies StringsParameter,
  today: {
    type: 'strings',
    default: [],
    description: {
      en: 'The day to judge dates by, YYYY-MM-DD; the scan gives its own day',
      ja: '期日を判定する日 YYYY-MM-DD (スキャンした日が入る)',
    },
  } satisfies StringsParameter,
  since: {
    type: 'strings',
    default: [],
    description: {
      en: 'Since when the lines are there, YYYY-MM-DD; the scan gives it with --blame',
      ja: '行が追加された日 YYYY-MM-DD (--blame を付けたスキャンで入る)',
    },
  } satisfies StringsParameter,
} as const;
