/** Plans and states of Terraform. */
import type { Phrase } from './phrase.ts';

export const planPhrases: readonly Phrase[] = [
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
