import type { editor as en } from './editor.en.ts';

export const editor: typeof en = {
  description: 'エディター用の言語サーバー: 書きながら検出結果・理由・修正を表示します。標準入出力でプロトコルを話します。',
  stdio: '標準入出力で話す (唯一の方式。エディターが渡します)',
  fix: (summary) => `修正: ${summary}`,
  fixAll: (count) => `このファイルの修正可能な検出 ${count} 件をまとめて修正 (適用時の注意は各検出を参照)`,
  fixAllSafe: (count) => `このファイルの、事前準備の要らない検出 ${count} 件を修正`,
  suppressWith: (checkId) => `${checkId} を抑止する (理由と期限を入力)`,
  notSuppressed: '抑止できませんでした。検出がなくなったか、コメントを書けない形式か、理由または期限 (YYYY-MM-DD) がありません',
  suppress: (checkId) => `${checkId} を 3 か月間抑止する (理由を記入)`,
};
