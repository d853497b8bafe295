/** The table of docs/frameworks.md and docs/frameworks.ja.md. */
import type { FrameworkRow } from '../../packages/app/src/use-cases/index.ts';

export const documents = { 'docs/frameworks.md': 'en', 'docs/frameworks.ja.md': 'ja' } as const;
type DocumentLanguage = (typeof documents)[keyof typeof documents];

const words = {
  en: {
    head: ['framework', 'mapping', 'list', 'controls', 'automated', 'manual', 'checks'],
    mapping: { inherited: 'inherited', own: 'own' },
    list: { true: 'complete', false: 'partial' },
  },
  ja: {
    head: ['フレームワーク', '対応付け', '一覧', '管理策', '自動', '手動', 'チェック'],
    mapping: { inherited: '継承', own: '独自' },
    list: { true: '全体', false: '一部' },
  },
} as const;

/** Lines of Markdown without a line end after the last one. */
export function documentTable(rows: readonly FrameworkRow[], language: DocumentLanguage): string {
  const { head, mapping, list } = words[language];
  const lines = rows.map((row) => [
    `${row.framework}@${row.version}`,
    mapping[row.mapping],
    list[`${row.complete}`],
    ...[row.controls, row.automated, row.manual, row.checks].map(String),
  ]);
  return [`| ${head.join(' | ')} |`, '|---|---|---|--:|--:|--:|--:|', ...lines.map((line) => `| ${line.join(' | ')} |`)].join('\n');
}

/** The document with its table replaced. Throws when it has none. */
export function withTable(document: string, table: string): string {
  const found = /^\|[^\n]*\n\|(?:---\|){3}(?:--:\|){4}\n(?:\|[^\n]*\n)*/m.exec(document);
  if (!found) throw new Error('the document has no table of frameworks');
  return `${document.slice(0, found.index)}${table}\n${document.slice(found.index + found[0].length)}`;
}
