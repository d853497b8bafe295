/** Exports of accounts that the clouds' own tools wrote. */
import type { Phrase } from './phrase.ts';

export const exportPhrases: readonly Phrase[] = [
  [/^no row of the export has an id, a type and properties$/, () => 'エクスポートに id、type、properties のそろった行がありません'],
  [/^the export is damaged: a line of it is no asset$/, () => 'エクスポートが壊れています。アセットではない行があります'],
  [/^the export is damaged: it is no JSON to its end$/, () => 'エクスポートが壊れています。最後まで JSON として読めません'],
  [/^the export is nested more than 200 levels deep and was left out$/, () => '200 段より深く入れ子になったエクスポートを除きました'],
  [/^the export is larger than 256 MiB and was not read$/, () => 'エクスポートが 256 MiB を超えるため、読み取っていません'],
  [/^the export cannot be read$/, () => 'エクスポートを読み取れません'],
  [
    /^types of account (\S+) that are not read from AWS Config: (.+)$/,
    (account = '', types = '') => `アカウント ${account} のうち、AWS Config から読み取らないタイプ: ${types}`,
  ],
  [/^AWS Config does not record it$/, () => 'AWS Config は記録しません'],
  [/^AWS Config does not record it \((\S+)\)$/, (type = '') => `AWS Config に記録がありません (${type})`],
];
