/** Manifests, kustomizations and charts. */
import type { Phrase } from './phrase.ts';

export const kubernetesPhrases: readonly Phrase[] = [
  [
    /^(\w+) (.+) is declared twice in this file; the last one counts$/,
    (kind = '', name = '') => `${kind} ${name} がこのファイルで 2 回宣言されています (後のものが有効)`,
  ],
  [/^the kustomization is empty$/, () => 'kustomization が空です'],
  [
    /^(.+) has no name: metadata\.name and metadata\.generateName are missing$/,
    (kind = '') => `${kind} に名前 (metadata.name または metadata.generateName) がありません`,
  ],
  [
    /^(.+) of a kustomization is not read: scan the output of kustomize build$/,
    (key = '') => `kustomization の ${key} には対応していません。kustomize build の出力をスキャンしてください`,
  ],
  [
    /^(.+) is not on this disk: its objects are not judged$/,
    (path = '') => `${path} はこのディスクにないため、その中のオブジェクトは評価していません`,
  ],
  [/^kustomizations use each other without end$/, () => 'kustomization が互いを参照し続けています (循環参照)'],
  [/^the kustomizations of this TARGET make too many objects$/, () => 'この TARGET の kustomization が生成するオブジェクトが多すぎます'],
  [/^the patch of (.+?): (.+)$/, (of = '', why = '') => `${of} へのパッチ: ${why}`],
  [/^(.+) does not exist$/, (path = '') => `${path === 'the file' ? 'ファイル' : path} がありません`],
  [
    /^this is a Helm chart: templates are not guessed; scan the output of helm template$/,
    () => 'Helm チャートです。テンプレートは推測せずに読み飛ばします。helm template の出力をスキャンするか --helm を指定してください',
  ],
  [
    /^(?:.+) and was not read: templates are not guessed; scan the output of helm template$/,
    () => 'テンプレートのため読み取っていません。helm template の出力をスキャンしてください',
  ],
  [/^helm is not installed$/, () => 'helm がインストールされていません'],
  [/^helm template failed: (.+)$/, (why = '') => `helm template が失敗しました: ${why}`],
  [/^helm template took too long or wrote too much$/, () => 'helm template の実行時間または出力が上限を超えました'],
  [/^a part of the image is not known$/, () => 'イメージの一部が分かりません'],
  [/^the file that --config names is not read$/, () => '--config で指定されたファイルは読み取っていません'],
];
