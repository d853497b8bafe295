/** Dockerfiles and compose files. */
import type { Phrase } from './phrase.ts';

export const containerPhrases: readonly Phrase[] = [
  [
    /^the service "(.+)" that is extended is not in this file$/,
    (name = '') => `extends で指定されたサービス "${name}" がこのファイルにありません`,
  ],
  [/^the service "(.+)" extends itself$/, (name = '') => `サービス "${name}" が自分自身を extends しています (循環参照)`],
  [/^there is no FROM in this Dockerfile$/, () => 'この Dockerfile に FROM がありません'],
  [/^"(.*)" is no instruction$/, (word = '') => `"${word}" という命令はありません`],
  [/^the heredoc "(.+)" has no end$/, (name = '') => `ヒアドキュメント "${name}" が閉じていません`],
  [
    /^the Dockerfile has more than (\d+) instructions; the rest was not read$/,
    (count = '') => `Dockerfile の命令が ${count} 個を超えるため、残りは読み取りませんでした`,
  ],
  [
    /^the (Dockerfile|Bicep file) is larger than 4 MiB and was not read$/,
    (what = '') => `${fileKind(what)}が 4 MiB を超えるため読み取りませんでした`,
  ],
  [/^build argument "(.+)" has no default$/, (name = '') => `ビルド引数 "${name}" にデフォルト値がありません`],
  [/^the value of variable "(.+)" is too long$/, (name = '') => `変数 "${name}" の値が長すぎます`],
  [/^the port cannot be read$/, () => 'ポート番号を読み取れません'],
  [/^there are no services in this compose file$/, () => 'この compose ファイルに services がありません'],
];

function fileKind(what: string): string {
  return what === 'Bicep file' ? 'Bicep ファイル' : what;
}
