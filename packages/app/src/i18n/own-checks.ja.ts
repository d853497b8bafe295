import { inJapanese } from './phrases.ja.ts';
import type { ownChecks as en } from './own-checks.en.ts';

function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : `。${suggestion} ではありませんか`;
}

export const ownChecks = {
  noFolder: (folder) => `チェックのフォルダー ${folder} がありません`,
  outside: (folder) => `チェックのフォルダー ${folder} は、自動で見つかった kumomori.yaml のフォルダーの外にあるため読みませんでした`,
  notRun:
    'TypeScript のチェックはプログラムです。フォルダーがスキャン対象の中にある、または対象の中で見つかった設定で指定されているため実行しませんでした。信頼できるフォルダーなら --allow-typescript-checks を付けて実行してください',
  unreadable: 'ファイルを読めないか、1 MiB を超えています',
  taken: (id) => `"${id}" というチェックはすでにあります`,
  badId: (id) => `id "${id}" は小文字と数字の単語を "-" でつなぎます`,
  unknownType: (name, suggestion) => `リソースの種類 "${name}" はありません${didYouMean(suggestion)}`,
  unknownControl: (name, suggestion) => `管理策 "${name}" はありません (framework@version:control の形で書きます)${didYouMean(suggestion)}`,
  noCondition: '条件は真か偽になる式です',
  broken: (reason) => `モジュールを読み込めません: ${inJapanese(reason)}`,
  noCheck: 'defineCheck で作った `check` がエクスポートされていません',
  cli: {
    new: '独自のチェックのファイルを、例を 2 つ付けて書き出します',
    id: 'チェックの id: acme-bucket-owner のように単語を "-" でつなぎます',
    type: 'リソースの種類 (aws.s3.bucket など。`kumomori checks shape` で一覧)',
    typescript: '条件式で書けないものを TypeScript で書きます',
    folder: 'ファイルを置くフォルダー (既定: checks)',
    written: (file, folder) => `${file} を書き出しました。kumomori checks test ${folder} で試せます`,
    exists: (file) => `${file} はすでにあります`,
    test: '独自のチェックの例を実行します',
    testFolder: 'チェックのフォルダー',
    shape: 'リソースの種類ごとに、条件で使える属性を表示します',
    shapeType: 'リソースの種類、またはその先頭部分。省略するとすべて',
    checks: 'このフォルダーのチェックも実行します (繰り返し可)',
    allow: 'スキャン対象の中のフォルダーにある TypeScript のチェックも実行します。あなたの権限で動くプログラムです',
    passed: (checks, examples) => `チェック ${checks} 件、例 ${examples} 件: すべて期待どおりです`,
    failed: (problems, checks) => `問題が ${problems} 件あります (読み込めたチェック ${checks} 件)`,
    none: (folder) => `${folder} にチェックがありません`,
    optional: 'ないことがあります',
    columns: { field: '属性', type: '型', description: '説明' },
    types: (count) => `リソースの種類 ${count} 件。kumomori checks shape 種類 で属性を表示します`,
    variables: '条件では `params` (チェックのパラメーター) と `origin` (kind, address, provider, account, region) も使えます。',
  },
  results: {
    wrong: (expected, format, actual) => `期待は ${expected} ですが、${format} では ${actual} です`,
    noExample: (status) => `${status} になる例がありません`,
    example: (name) => `例「${name}」`,
    internal: (reason) => `チェックがエラーで止まりました: ${reason}`,
  },
} satisfies typeof en;
