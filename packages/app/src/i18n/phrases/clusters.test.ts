import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonIn } from '../index.ts';

const sentences: readonly (readonly [english: string, japanese: string])[] = [
  ['the list of deployments.apps failed (Forbidden)', 'deployments.apps の一覧の取得に失敗しました (Forbidden)'],
  ['the list of pods was not read to its end', 'pods の一覧を最後まで読み取れていません'],
  ['the list of pods was not asked for', 'pods の一覧は取得していません'],
  ['no kubelet was asked for its configuration', 'kubelet の設定は取得していません'],
  [
    'the kubeconfig has no context staging; it has orders, billing',
    'kubeconfig にコンテキスト staging がありません (あるもの: orders, billing)',
  ],
  [
    'the API server https://192.0.2.10 cannot be reached: ECONNREFUSED (connect ECONNREFUSED)',
    'API サーバー https://192.0.2.10 に接続できません: ECONNREFUSED (connect ECONNREFUSED)',
  ],
  ['the API server does not know who asks (Unauthorized)', 'API サーバーが認証情報を受け付けません (Unauthorized)'],
  [
    'aws, which the kubeconfig runs for user auditor, ended with 3: not signed in (install the tool)',
    'kubeconfig がユーザー auditor のために実行する aws が認証情報を返しません: 終了コード 3: not signed in (install the tool)',
  ],
  [
    'the exec plugin of user auditor speaks no version; client.authentication.k8s.io/v1 and client.authentication.k8s.io/v1beta1 are understood',
    'ユーザー auditor の exec プラグインのバージョン (なし) には対応していません (対応: client.authentication.k8s.io/v1, client.authentication.k8s.io/v1beta1)',
  ],
];

for (const [english, japanese] of sentences) {
  test(`what keeps a cluster from being collected is said in Japanese: ${english.slice(0, 60)}`, () => {
    assert.equal(reasonIn('ja', english), japanese);
  });
}
