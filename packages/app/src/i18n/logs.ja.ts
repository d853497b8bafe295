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
};
