import type { findings as en } from './findings.en.ts';

export const findings: typeof en = {
  title: '検出項目',
  count: (count) => `${count} 件`,
  search: '題名・内容・リソースを検索',
  columns: { severity: '重大度', finding: '検出項目', resource: 'リソース', owner: '担当', state: '状態', due: '期限', seen: '初回検出' },
  empty: '条件に合う検出項目はありません。',
};
