import type { logs as en } from './logs.en.ts';

export const logs: typeof en = {
  missing: (path) => `${path} にログのファイルもフォルダーもありません`,
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
  notListed: (address, why) => `${address} の一覧を取れません: ${why}`,
  notFetched: (why) => `取得できませんでした: ${why}`,
  badDay: (value) => `--since ${value} は 2026-11-20 のような日付ではありません`,
  cli: {
    since: 'この日 (YYYY-MM-DD) より前に届いたオブジェクトを除く。古い日付のフォルダーは一覧も取らない',
    endpointUrl: 'クラウドのストレージとキューの接続先 (エミュレーター用)。トークンは送らない',
    region: '最初に使う AWS リージョン (既定: AWS_REGION)。ほかのリージョンのバケットも見つける',
  },
};
