/** The words around the texts of checks. */
import type { Language, Status } from '@kumomori/model';

export interface DocsWords {
  readonly title: string;
  readonly search: string;
  readonly found: string;
  readonly all: string;
  readonly severity: string;
  readonly provider: string;
  readonly why: string;
  readonly fix: string;
  readonly console: string;
  readonly examples: string;
  readonly parameters: string;
  readonly frameworks: string;
  readonly equivalents: string;
  readonly references: string;
  readonly resource: string;
  readonly sources: string;
  readonly controlType: Readonly<Record<'preventive' | 'detective', string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly other: string;
  readonly back: string;
}

export const docsWords: Readonly<Record<Language, DocsWords>> = {
  en: {
    title: 'kumomori checks',
    search: 'Search: title, id, CKV_AWS_18, s3 …',
    found: 'checks',
    all: 'all',
    severity: 'Severity',
    provider: 'Provider',
    why: 'Why it matters',
    fix: 'How to fix it',
    console: 'In the console',
    examples: 'Examples, as the check judges them',
    parameters: 'Parameters',
    frameworks: 'Frameworks',
    equivalents: 'Same check elsewhere',
    references: 'References',
    resource: 'Resource type',
    sources: 'Read from',
    controlType: { preventive: 'preventive', detective: 'detective' },
    status: { fail: 'fails', pass: 'passes', unknown: 'unknown', 'not-applicable': 'not applicable' },
    other: '日本語',
    back: 'All checks',
  },
  ja: {
    title: 'kumomori チェック一覧',
    search: '検索: タイトル、ID、CKV_AWS_18、s3 など',
    found: '件',
    all: 'すべて',
    severity: '重要度',
    provider: 'プロバイダー',
    why: 'なぜ重要か',
    fix: '直し方',
    console: 'コンソールでの手順',
    examples: '例 (チェックの判定結果)',
    parameters: 'パラメーター',
    frameworks: 'フレームワーク',
    equivalents: '他ツールの同等チェック',
    references: '参考資料',
    resource: 'リソース種別',
    sources: '読み取り元',
    controlType: { preventive: '予防的統制', detective: '発見的統制' },
    status: { fail: '不適合', pass: '適合', unknown: '判定不能', 'not-applicable': '対象外' },
    other: 'English',
    back: 'チェック一覧',
  },
};
