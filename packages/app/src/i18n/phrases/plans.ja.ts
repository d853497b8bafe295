/** Plans and states of Terraform. */
import type { Phrase } from './phrase.ts';

export const planPhrases: readonly Phrase[] = [
  [/^the state is encrypted and was not read$/, () => 'ステートが暗号化されているため読み取りませんでした'],
  [
    /^a plan of format version (.+) is not read; up to 1 is$/,
    (version = '') => `フォーマットバージョン ${version} のプランは読み取れません (対応しているのはバージョン 1 まで)`,
  ],
  [
    /^a state of version (.+) is not read; Terraform 0\.12 and later write version 4$/,
    (version = '') =>
      `バージョン ${version === 'unknown' ? '不明' : version} のステートは読み取れません (Terraform 0.12 以降はバージョン 4 を出力します)`,
  ],
  [/^it is known after apply$/, () => 'apply 後に決まります'],
  [/^the region is not in this file$/, () => 'リージョンはこのファイルに書かれていません'],
  [
    /^the code of the plan was not found: (\d+) root modules/,
    (count = '') => `プランの元になったコードを特定できません (ルートモジュールが ${count} 個あります)`,
  ],
];
