import type { editor as en } from './editor.en.ts';

export const editor: typeof en = {
  description: 'エディター用の言語サーバー: 書きながら検出結果・理由・修正を表示します。標準入出力でプロトコルを話します。',
  stdio: '標準入出力で話す (唯一の方式。エディターが渡します)',
  fix: (summary) => `修正: ${summary}`,
  suppress: (checkId) => `${checkId} を 3 か月間抑止する (理由を記入)`,
};
