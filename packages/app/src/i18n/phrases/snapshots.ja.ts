/** Snapshots of live accounts: what could not be read, and why a value is unknown. */
import type { Phrase } from './phrase.ts';

export const snapshotPhrases: readonly Phrase[] = [
  [
    /^the collection was stopped before its end: what it did not reach is unknown$/,
    () => '収集が途中で止められたため、到達しなかった範囲は不明です',
  ],
  [/^the last record was cut off when the collection was stopped$/, () => '収集が止められたとき、最後の記録が途中で切れました'],
  [
    /^the compressed file is damaged here; what cannot be read was left out$/,
    () => '圧縮ファイルがここで壊れています。読み取れない部分は除きました',
  ],
  [
    /^the compressed file holds more than is read; the rest was left out$/,
    () => '圧縮ファイルの内容が読み取りの上限を超えるため、残りは除きました',
  ],
  [/^the line is longer than 64 MiB and was left out$/, () => '64 MiB を超える行を除きました'],
  [/^the line is no JSON and was left out$/, () => 'JSON ではない行を除きました'],
  [
    /^the line is no record of a call \(request, at, and response or error\) and was left out$/,
    () => '呼び出しの記録 (request、at と、response または error) ではない行を除きました',
  ],
  [/^the answer is nested more than 200 levels deep and was left out$/, () => '200 段より深く入れ子になった回答を除きました'],
  [/^more lines of this file could not be read$/, () => 'このファイルにはほかにも読み取れない行があります'],
  [/^an answer to (\S+) could not be read$/, (call = '') => `${call} の回答を解釈できません`],
  [/^an answer to (\S+) could not be read: (.+)$/, (call = '', why = '') => `${call} の回答を解釈できません: ${why}`],
  [/^(\S+) was not called$/, (call = '') => `${call} は呼び出されていません`],
  [/^(\S+) failed \((.+)\)$/, (call = '', code = '') => `${call} が失敗しました (${code})`],
  [
    /^no credentials for AWS were found in the environment, profiles, SSO or on this machine \((.+)\)$/s,
    (why = '') => `環境変数、プロファイル、SSO、このマシンのいずれにも AWS の認証情報がありません (${why})`,
  ],
  [/^AWS does not know who asks: (\S+) \((.+)\)$/s, (code = '', why = '') => `AWS が認証情報を受け付けません: ${code} (${why})`],
  [/^it was redacted when it was collected$/, () => '収集時に伏せられています'],
];
