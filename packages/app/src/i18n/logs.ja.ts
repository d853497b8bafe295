import { inJapanese } from './phrases.ja.ts';
import type { logs as en } from './logs.en.ts';

export const logs: typeof en = {
  missing: (path) => `${path} にログのファイルもフォルダーもありません`,
  none: (path) => `${path} にログがありません (サブフォルダーも探しました)`,
  tooDeep: 'フォルダーの入れ子が深すぎるため、これは読みませんでした',
  link: 'リンクです。ログのフォルダーの中のリンクはたどりません',
  atByte: (offset) => `${offset} バイト目`,
  faults: {
    corrupt: '圧縮データが壊れています。その手前までを読みました',
    truncated: '圧縮データが途中で終わっています。ある分だけを読みました',
    'too-large': '展開すると大きすぎます。何も読みませんでした',
    bomb: '展開後の大きさがログとしてはあり得ません。何も読みませんでした',
    unreadable: '読めません',
    binary: 'テキストではありません。何も読みませんでした',
  },
  remote: {
    refused: 'アクセスが拒否されました',
    missing: '存在しません',
    throttled: '待っても要求が多すぎると断られました',
    interrupted: '接続が繰り返し切れました',
    'too-large': '大きすぎます。何も読みませんでした',
    changed: '一覧の間に置き換えられました。次の実行で新しいものを読みます',
    credentials: '認証情報が使えません',
    failed: '要求が失敗しました',
    stopped: '中断しました',
  },
  lacking: (permission) => `必要な権限: ${permission}`,
  badAddress: (text) =>
    `${text} はログの場所として読めません。使えるのはパス、s3://、gs://、azblob://、https://ACCOUNT.blob.core.windows.net/、sqs://、eventhub://、pubsub:// です`,
  needsFollow: (text) => `${text} はキューです。--follow を付けて読みます`,
  notListed: (address, why) => `${address} の一覧を取れません: ${inJapanese(why)}`,
  poison: 'メッセージから読めるものがありません。デッドレターキューに回るよう残しました',
  poisonPassed: 'メッセージから読めるものがありません。読み飛ばしました',
  leftInQueue: 'メッセージが指すものの一部を読めませんでした。キューに残したため、また届きます',
  notAcknowledged: (count, why) => `${count} 件のメッセージを受領済みにできませんでした。また届きます: ${why}`,
  waits: (why) => `待ってからもう一度問い合わせます: ${why}`,
  notFollowed: (what, why, permission) => `ソースを追えません: ${what}${permission === null ? '' : `。必要な権限: ${permission}`} (${why})`,
  parquet: {
    corrupt: 'Parquet ファイルが壊れています。何も読みませんでした',
    'too-large': 'Parquet ファイルの行が多すぎます。何も読みませんでした',
  },
  notFetched: (why) => `取得できませんでした: ${inJapanese(why)}`,
  badDay: (value) => `--since ${value} は 2026-11-20 のような日付ではありません`,
  cli: {
    follow: '届き続けるもの (伸びるファイル、フォルダー、標準入力、バケット、キュー) を Ctrl-C まで読み続ける',
    interval: '--follow で 1 回にまとめる秒数、1 から 5 (既定: 2)',
    badInterval: (value) => `--interval ${value} は 1 から 5 の秒数ではありません`,
    since: 'この日 (YYYY-MM-DD) より前に届いたオブジェクトを除く。古い日付のフォルダーは一覧も取らない',
    endpointUrl: 'クラウドのストレージとキューの接続先 (エミュレーター用)。トークンは送らない',
    region: '最初に使う AWS リージョン (既定: AWS_REGION)。ほかのリージョンのバケットも見つける',
  },
};
