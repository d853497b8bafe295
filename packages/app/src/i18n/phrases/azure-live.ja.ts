/** Live subscriptions and directories of Azure. */
import type { Phrase } from './phrase.ts';

export const azureLivePhrases: readonly Phrase[] = [
  [/^(\S+) was not called for page (\d+)$/, (call = '', page = '') => `${call} の ${page} ページ目は呼び出されていません`],
  [/^(\S+) did not come to an end$/, (call = '') => `${call} の一覧が終わりません`],
  [/^(\S+) is not asked for$/, (path = '') => `${path} は取得の対象ではありません`],
  [/^application settings are not collected$/, () => 'アプリケーション設定は収集しません'],
  [/^only that it exists was collected$/, () => '存在することだけが収集されています'],
  [/^the answer is nested too deeply$/, () => '回答の入れ子が深すぎます'],
  [/^it is not known how long it holds$/, () => '有効期間が分かりません'],
  [/^no credential for Azure was found$/, () => 'Azure の認証情報が見つかりません'],
  [/^Azure gives no token for (\S+): (.+)$/, (resource = '', why = '') => `${resource} のトークンを取得できません: ${why}`],
  [/^(.+) is no id of a subscription$/, (id = '') => `${id} はサブスクリプション ID ではありません`],
  [/^(.+) is no address that begins with https:\/\/$/, (address = '') => `${address} は https:// で始まるアドレスではありません`],
];
