import type { detect as en } from './detect.en.ts';

const detail = (text: string): string => (text === '' ? '' : `: ${text}`);

export const detect: typeof en = {
  cli: {
    description: '監査ログとフローログに Sigma ルールを適用します (ファイル、フォルダー、圧縮可。- は標準入力)。',
    logs: 'ログのファイルやフォルダー (形式は自動判別)',
    rules: 'kumomori 独自のルールの代わりに使う Sigma ルールのファイルやフォルダー (繰り返し可)',
    withOwn: '--rules のルールとともに kumomori 独自のルールも使う',
    minLevel: 'このレベル未満の検知を省く (既定: informational)',
    failOn: 'このレベル以上で終了コード 1 (既定: high)。none: 常に 0',
    placeholders: '%Administrators% などのプレースホルダーの値を書いた YAML または JSON ファイル',
    workers: 'スレッド数 (既定: プロセッサー数。0: 使わない)',
    limit: '表に示す検知の数 (既定: 50)。0 はすべて',
    list: 'ルールファイルの各文書がコンパイルできるか、できない場合はその理由を示します。',
  },
  noRules: (path) => `${path} にルールのファイルもフォルダーもありません`,
  needsLogs: 'ログが指定されていません',
  badPlaceholders: (path) => `${path} は、プレースホルダーと文字列 (またはそのリスト) の対応表ではありません`,
  rejected: (title, reason) => `ルール「${title}」は使用しませんでした: ${reason}`,
  timeless: (count) => `時刻のない一致 ${count} 件は相関に含めませんでした`,
  damaged: (count, what) => `${count} 件のレコードを読み取れませんでした${detail(what)}`,
  unrecognized: (count, what) => `既知のログではないレコードが ${count} 件あります${detail(what)}`,
  columns: {
    level: 'レベル',
    title: 'ルール',
    count: '件数',
    time: '時刻',
    principal: 'プリンシパル',
    action: '操作',
    sourceIp: 'アドレス',
  },
  ruleColumns: { compiles: '可否', title: 'タイトル', file: 'ファイル', reason: '理由' },
  yes: '可',
  no: '不可',
  summary: (events, objects, matches) => `オブジェクト ${objects} 個、イベント ${events} 件: 検知 ${matches} 件`,
  rulesSummary: (compiled, rejected) => `コンパイル済み ${compiled} 件、却下 ${rejected} 件`,
  otherLogs: (count) => `kumomori が読まないログのルール ${count} 件`,
  more: (count) => `ほか ${count} 件。--limit 0 ですべて表示`,
  rejectedRules: '却下されたルール',
  problems: '問題',
};
