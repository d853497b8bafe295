/** Files of any format: what cannot be read, JSON and YAML. */
import type { Phrase, Translate } from './phrase.ts';

export const filePhrases = (inJapanese: Translate): readonly Phrase[] => [
  [/^the key "(.*)" is written twice; the last one counts$/s, (key = '') => `キー "${key}" が 2 回書かれています (後のものが有効)`],
  [/^not valid YAML: (.+)$/, (why = '') => `YAML として正しくありません: ${inJapanese(why)}`],
  [/^the anchor (.+) is not known here$/, (name = '') => `アンカー ${name} がここより前にありません`],
  [/^the YAML text is too large with its aliases written out$/, () => 'エイリアスを展開すると YAML が大きくなりすぎます'],
  [/^the (?:YAML file|template) is larger than 8 MiB and was not read$/, () => 'ファイルが 8 MiB を超えるため読み取りませんでした'],
  [/^file is larger than (\d+) MiB and was not read$/, (size = '') => `ファイルが ${size} MiB を超えるため読み取りませんでした`],
  [
    /^the file is (binary|too large)$/,
    (what = '') =>
      what === 'binary' ? 'テキストファイルではないため読み取りませんでした' : 'ファイルが大きすぎるため読み取りませんでした',
  ],
  [/^the file lies outside of what is scanned$/, () => 'スキャン対象の外にあるため読み取りませんでした'],
  [/^the file is too large and was not read$/, () => 'ファイルが大きすぎるため読み取りませんでした'],
  [/^the file is not text and was not read$/, () => 'テキストファイルではないため読み取りませんでした'],
  [/^file is binary: it contains NUL bytes$/, () => 'バイナリファイルです (NUL バイトを含みます)'],
  [/^the file lies outside of the scanned folder and was not read$/, () => 'スキャン対象フォルダーの外にあるため読み取りませんでした'],
  [/^(?:the file )?cannot be read$/, () => '読み取れません (アクセス権を確認してください)'],
  [/^the link leads nowhere$/, () => 'リンク先がありません'],
  [
    /^link leads out of the scanned folder and was not followed$/,
    () => 'リンク先がスキャン対象フォルダーの外にあるため、たどりませんでした',
  ],
  [
    /^more files than can be listed; this one and those after it were left out$/,
    () => 'ファイルが多すぎるため、これ以降のファイルは対象外です',
  ],
  [/^the file is not valid UTF-8; what could not be decoded was replaced$/, () => 'UTF-8 として正しくない部分を置き換えて読み取りました'],
  [/^too many errors: the rest of the file was not read$/, () => 'エラーが多すぎるため、ファイルの残りは読み取りませんでした'],
];
