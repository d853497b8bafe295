/** ARM templates and Bicep. */
import type { Phrase } from './phrase.ts';

export const azurePhrases: readonly Phrase[] = [
  [/^bicep is not installed$/, () => 'bicep がインストールされていません'],
  [/^bicep build failed: (.+)$/, (why = '') => `bicep build が失敗しました: ${why}`],
  [/^bicep build took too long or wrote too much$/, () => 'bicep build の実行時間または出力が上限を超えました'],
  [/^what bicep wrote is no template$/, () => 'bicep の出力がテンプレートではありません'],
  [/^only the first (\d+) Bicep files are compiled$/, (count = '') => `コンパイルする Bicep ファイルは最初の ${count} 個だけです`],
  [
    /^the resource "(.+)" is declared twice in this template$/,
    (name = '') => `リソース "${name}" がこのテンプレートで 2 回宣言されています`,
  ],
  [/^the name "(.+)" is declared twice in this file$/, (name = '') => `名前 "${name}" がこのファイルで 2 回宣言されています`],
  [/^"(.*)" begins no statement$/, (word = '') => `"${word}" で始まる文はありません`],
  [/^the type of "(.+)" is missing$/, (name = '') => `"${name}" の型がありません`],
  [/^":" expected after "(.*)"$/, (word = '') => `"${word}" の後に ":" が必要です`],
  [/^"(.)" is not expected here$/, (character = '') => `ここに "${character}" は書けません`],
  [/^the text has no closing quote$/, () => '文字列の引用符が閉じていません'],
  [/^the expression is nested too deep$/, () => '式の入れ子が深すぎます'],
  [/^the expression cannot be read$/, () => '式を解釈できません'],
  [/^(?:the id is|it is) decided at deployment$/, () => 'デプロイ時に決まります'],
  [/^(.+\(\)) is (?:decided|asked) at deployment$/, (name = '') => `${name} の値はデプロイ時に決まります`],
  [/^it is read from the deployed resource$/, () => 'デプロイ済みのリソースから読み取られる値です'],
  [
    /^there is no (variable|parameter) "(.+)"$/,
    (what = '', name = '') => `${what === 'variable' ? '変数' : 'パラメーター'} "${name}" がありません`,
  ],
  [/^parameter "(.+)" comes from a key vault$/, (name = '') => `パラメーター "${name}" の値はキーコンテナーにあります`],
  [/^it is not known how many elements "(.+)" has$/, (name = '') => `"${name}" の要素の数が分かりません`],
  [/^the index of (?:a loop|the loop ".*")$/, () => 'ループの添字が分かりません'],
  [/^the loop has no count$/, () => 'ループに count がありません'],
  [/^copyIndex\(\) stands in no loop$/, () => 'copyIndex() がループの外にあります'],
  [/^the template is too large to be evaluated$/, () => 'テンプレートが大きすぎるため評価を打ち切りました'],
  [/^the (?:module|template) "(.+)" is not on this disk$/, (path = '') => `モジュール "${path}" はこのディスクにありません`],
  [/^(.+) is nested too deep$/, (name = '') => `${name === 'the YAML text' ? 'YAML' : name} の入れ子が深すぎます`],
];
