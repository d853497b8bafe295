import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonIn } from '../index.ts';

const sentences: readonly (readonly [english: string, japanese: string])[] = [
  ['Microsoft.Storage/storageAccounts was not called for page 3', 'Microsoft.Storage/storageAccounts の 3 ページ目は呼び出されていません'],
  ['Microsoft.Sql/servers failed (AuthorizationFailed)', 'Microsoft.Sql/servers が失敗しました (AuthorizationFailed)'],
  ['Microsoft.Web/sites did not come to an end', 'Microsoft.Web/sites の一覧が終わりません'],
  ['application settings are not collected', 'アプリケーション設定は収集しません'],
  ['only that it exists was collected', '存在することだけが収集されています'],
  ['orders is no id of a subscription', 'orders はサブスクリプション ID ではありません'],
  ['http://192.0.2.1 is no address that begins with https://', 'http://192.0.2.1 は https:// で始まるアドレスではありません'],
  [
    'Azure gives no token for https://management.azure.com: not signed in',
    'https://management.azure.com のトークンを取得できません: not signed in',
  ],
];

for (const [english, japanese] of sentences) {
  test(`what keeps Azure from being collected is said in Japanese: ${english.slice(0, 60)}`, () => {
    assert.equal(reasonIn('ja', english), japanese);
  });
}
