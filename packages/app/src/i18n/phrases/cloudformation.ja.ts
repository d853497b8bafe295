/** CloudFormation templates. */
import type { Phrase } from './phrase.ts';

export const cloudformationPhrases: readonly Phrase[] = [
  [/^parameter "(.+)" has no value$/, (name = '') => `パラメーター "${name}" に値がありません`],
  [/^parameter "(.+)" is read from the parameter store$/, (name = '') => `パラメーター "${name}" はパラメーターストアから読み取られます`],
  [/^the region is chosen when the stack is made$/, () => 'リージョンはスタックの作成時に決まります'],
  [/^availability zones are known when the stack is made$/, () => 'アベイラビリティーゾーンはスタックの作成時に決まります'],
  [/^(.+) is known when the stack is made$/, (name = '') => `${name} はスタックの作成時に決まります`],
  [/^another stack exports it: (.*)$/, (name = '') => `別のスタックがエクスポートする値です: ${name}`],
  [/^the template declares no condition (.+)$/, (name = '') => `条件 ${name} がテンプレートにありません`],
  [/^the template declares no (.+)$/, (name = '') => `${name} がテンプレートにありません`],
  [/^a transform decides it$/, () => 'トランスフォームが決める値です'],
  [/^the function (.+) is not evaluated$/, (name = '') => `関数 ${name} には対応していません`],
  [/^depends on a key of the mappings that is not known$/, () => 'マッピングのキーが分かりません'],
  [/^no entry (.+) in the mappings$/, (path = '') => `マッピングに ${path} がありません`],
  [/^the collection of a Fn::ForEach is not known$/, () => 'Fn::ForEach のコレクションが分かりません'],
  [/^(Fn::\w+|Ref) needs (?:.+)$/, (name = '') => `${name} の引数が正しくありません`],
  [/^Fn::Select asks for an element that the list does not have$/, () => 'Fn::Select の要素がリストにありません'],
  [
    /^PubliclyAccessible is not written, and the default depends on the VPC of the subnets$/,
    () => 'PubliclyAccessible が書かれておらず、既定値は VPC によって変わります',
  ],
  [/^CloudFormation cannot switch MFA delete on$/, () => 'CloudFormation では MFA Delete を有効にできません'],
  [/^a template cannot enroll the accounts of an organization$/, () => 'テンプレートでは組織のアカウントを登録できません'],
  [/^resource (.+) has no type$/, (name = '') => `リソース ${name} に Type がありません`],
  [
    /^the logical id (.+) is declared twice; the last one counts$/,
    (name = '') => `論理 ID ${name} が 2 回宣言されています (後のものが有効)`,
  ],
  [/^(.+) must be a mapping$/, (name = '') => `${name} はマッピングでなければなりません`],
  [/^the template (.+) nests itself$/, (path = '') => `テンプレート ${path} が自分自身を入れ子にしています`],
  [
    /^evaluation stopped after (\d+) steps; what was left is unknown$/,
    (steps = '') => `評価が ${steps} ステップで打ち切られました (残りは不明な値)`,
  ],
  [/^more than (\d+) resources; the others were left out$/, (limit = '') => `リソースが ${limit} 個を超えるため、残りは評価しません`],
  [
    /^more than (\d+) nested stacks; the others were left out$/,
    (limit = '') => `入れ子のスタックが ${limit} 個を超えるため、残りは評価しません`,
  ],
];
