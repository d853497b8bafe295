/**
 * What parsers, model and engine say in English (diagnostics, reasons of unknown values), in Japanese. They are pure and know no language;
 * a sentence that is missing here is shown in English.
 */
type Phrase = readonly [pattern: RegExp, japanese: (...parts: string[]) => string];

const phrases: readonly Phrase[] = [
  // Containers
  [/^there is no FROM in this Dockerfile$/, () => 'この Dockerfile に FROM がありません'],
  [/^"(.*)" is no instruction$/, (word = '') => `"${word}" という命令はありません`],
  [/^the heredoc "(.+)" has no end$/, (name = '') => `ヒアドキュメント "${name}" が閉じていません`],
  [
    /^the Dockerfile has more than (\d+) instructions; the rest was not read$/,
    (count = '') => `Dockerfile の命令が ${count} 個を超えるため、残りは読み取りませんでした`,
  ],
  [
    /^the (Dockerfile|Bicep file) is larger than 4 MiB and was not read$/,
    (what = '') => `${fileKind(what)}が 4 MiB を超えるため読み取りませんでした`,
  ],
  [/^build argument "(.+)" has no default$/, (name = '') => `ビルド引数 "${name}" にデフォルト値がありません`],
  [/^the value of variable "(.+)" is too long$/, (name = '') => `変数 "${name}" の値が長すぎます`],
  [/^the port cannot be read$/, () => 'ポート番号を読み取れません'],
  [/^there are no services in this compose file$/, () => 'この compose ファイルに services がありません'],
  // Azure
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
  // Kubernetes
  [
    /^(.+) has no name: metadata\.name and metadata\.generateName are missing$/,
    (kind = '') => `${kind} に名前 (metadata.name または metadata.generateName) がありません`,
  ],
  [
    /^(?:this is a Helm chart|(.+) and was not read): templates are not guessed; scan the output of helm template$/,
    () => 'Helm のテンプレートは推測しません。helm template の出力をスキャンしてください',
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
  // Documents, plans and states
  [/^not valid YAML: (.+)$/, (why = '') => `YAML として正しくありません: ${why}`],
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
  // Values
  [/^variable "(.+)" has no value$/, (name = '') => `変数 "${name}" に値がありません`],
  [
    /^the value of variable "(.+?)" does not fit its type: (.+)$/,
    (name = '', why = '') => `変数 "${name}" の値が型に合いません: ${inJapanese(why)}`,
  ],
  [/^variable "(.+)" is not declared$/, (name = '') => `変数 "${name}" は宣言されていません`],
  [/^local value "(.+)" is not declared$/, (name = '') => `ローカル値 "${name}" は宣言されていません`],
  [/^(.+) is decided by the provider$/, (name = '') => `${name} の値はプロバイダーが決めます`],
  [/^(.+) is decided at apply time$/, (name = '') => `${name} は apply 時に決まります`],
  [/^(.+) is known after apply$/, (name = '') => `${name} は apply 後に決まります`],
  [/^(.+) is read from the cloud(?: .*)?$/, (name = '') => `${name} はクラウドから読み取られる値です`],
  [/^(.+) is not declared$/, (name = '') => `${name} は宣言されていません`],
  [/^(.+) is not written$/, (name = '') => `${name} がコードに書かれていません`],
  [/^(.+) is required and not written$/, (name = '') => `必須の ${name} がコードに書かれていません`],
  [/^(.+) depends on itself$/, (name = '') => `${name} が自分自身に依存しています (循環参照)`],
  [/^(\w+)\(\) failed: (.+)$/, (name = '', why = '') => `${name}() を計算できません: ${inJapanese(why)}`],
  [/^there is no file (.+)$/, (path = '') => `ファイル ${path} がありません`],
  [/^file (.+) is outside the scanned folder$/, (path = '') => `ファイル ${path} はスキャン対象フォルダーの外にあります`],
  [/^file (.+) is too large to be read$/, (path = '') => `ファイル ${path} は大きすぎるため読み取れません`],
  [/^function (.+) is not supported$/, (name = '') => `関数 ${name} には対応していません`],
  [
    /^the region of provider "(.+)" is not written in the code$/,
    (name = '') => `プロバイダー "${name}" のリージョンがコードに書かれていません`,
  ],
  [/^count is not known: (.+)$/, (why = '') => `count が分かりません: ${inJapanese(why)}`],
  [/^for_each is not known: (.+)$/, (why = '') => `for_each が分かりません: ${inJapanese(why)}`],
  [/^depends on a condition that is not known: (.+)$/, (why = '') => `条件が分かりません: ${inJapanese(why)}`],
  [/^it is not known whether there is an? (.+) block$/, (type = '') => `${type} ブロックがあるかどうか分かりません`],
  [/^it is not known how many elements there are$/, () => '要素の数が分かりません'],
  [/^it is not known which keys there are$/, () => 'どのキーがあるか分かりません'],
  [/^it is not known whether it is created$/, () => '作成されるかどうか分かりません'],
  [/^the age of lines is not known: (.+)$/, (why = '') => `行がいつからあるか分かりません: ${inJapanese(why)}`],
  [/^the history is cut off \(a shallow clone\)$/, () => '履歴が途中までしかありません (shallow clone)'],
  [/^it is not known$/, () => '値が分かりません'],
  [/^a part of the (?:text|template) is unknown$/, () => '文字列の一部が分かりません'],
  [/^it is not in this code$/, () => 'このコードの中にありません'],
  [/^the (?:attached )?policy is not in this code$/, () => 'ポリシーがこのコードの中にありません'],
  [/^an attached policy is not in this code$/, () => 'アタッチされたポリシーの一部がこのコードの中にありません'],
  [/^the role is not in this code$/, () => 'ロールがこのコードの中にありません'],
  [/^the launch template is not in this code$/, () => '起動テンプレートがこのコードの中にありません'],
  [/^the prefix list is not in this code$/, () => 'プレフィックスリストがこのコードの中にありません'],
  [/^the policy is not a JSON document that can be read$/, () => 'ポリシーを JSON として読み取れません'],
  [/^the step limit of the evaluation was reached$/, () => '評価のステップ数が上限に達しました'],
  [/^the expression could not be parsed$/, () => '式を解析できません'],
  // CloudFormation
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
  // Kubernetes
  [
    /^this is a Helm chart: templates are not guessed; scan the output of helm template$/,
    () => 'Helm チャートです。テンプレートは推測せずに読み飛ばします。helm template の出力をスキャンするか --helm を指定してください',
  ],
  [
    /^the file is a template and was not read: templates are not guessed; scan the output of helm template$/,
    () => 'テンプレートのため読み取っていません。helm template の出力をスキャンしてください',
  ],
  [
    /^(\w+) has no name: metadata\.name and metadata\.generateName are missing$/,
    (kind = '') => `${kind} に名前がありません (metadata.name も metadata.generateName もありません)`,
  ],
  [
    /^(.+) is not on this disk: its objects are not judged$/,
    (resource = '') => `${resource} はこのディスクにないため、そのオブジェクトは判定していません`,
  ],
  [/^the patch of (.+): (.+) does not fit$/, (object = '', operation = '') => `${object} へのパッチ ${operation} は適用できません`],
  [
    /^(\w+) of a kustomization is not read: scan the output of kustomize build$/,
    (key = '') => `kustomization の ${key} は読み取りません。kustomize build の出力をスキャンしてください`,
  ],
  [/^kustomizations use each other without end$/, () => 'kustomization が互いを参照し続けています'],
  [/^helm is not installed$/, () => 'helm がインストールされていません'],
  [/^helm template failed: (.+)$/, (why = '') => `helm template が失敗しました: ${why}`],
  [/^helm template took too long or wrote too much$/, () => 'helm template の実行時間または出力が上限を超えました'],
  [/^a part of the image is not known$/, () => 'イメージの一部が分かりません'],
  [/^the file that --config names is not read$/, () => '--config で指定されたファイルは読み取っていません'],
  [
    /^(\w+) is written as an argument, which Terraform refuses: it is a block$/,
    (name = '') => `${name} は引数として書かれていますが、ブロックでなければ Terraform が受け付けません`,
  ],
  // Modules
  [/^module "(.+)" lies outside of the scanned folder \((.+)\)$/, outsideModule],
  [
    /^module "(.+)": there are no Terraform files in (.+)$/,
    (name = '', dir = '') => `モジュール "${name}": ${dir} に Terraform ファイルがありません`,
  ],
  [
    /^module "(.+)" comes from (.+), which is not on this disk$/,
    (name = '', source = '') =>
      `モジュール "${name}" (${source === 'a source that is not known' ? '取得元不明' : source}) はこのディスクにありません (terraform init で取得できます)`,
  ],
  [
    /^module "(.+)" calls itself through (.+)$/,
    (name = '', dir = '') => `モジュール "${name}" が ${dir} を通じて自分自身を呼び出しています`,
  ],
  [/^module "(.+)" has no files$/, (name = '') => `モジュール "${name}" にファイルがありません`],
  [/^modules are nested more than (\d+) deep$/, (depth = '') => `モジュールの入れ子が ${depth} 段を超えています`],
  // Blocks and files
  [/^(.+) is declared twice in this module$/, (what = '') => `${what} がこのモジュールで 2 回宣言されています`],
  [
    /^(\d+) instances of one block; only the first (\d+) are looked at$/,
    (all = '', first = '') => `1 つのブロックから ${all} 個のインスタンスができるため、最初の ${first} 個だけを評価します`,
  ],
  [
    /^dynamic block "(.+)" has more than (\d+) elements; the others were left out$/,
    (type = '', limit = '') => `dynamic ブロック "${type}" の要素が ${limit} 個を超えるため、残りは評価しません`,
  ],
  [/^(.+) is treated as unknown$/, (what = '') => `${what} (不明な値として扱います)`],
  [
    /^(.+) is not a value in Terraform; it was read as (.+)$/,
    (word = '', read = '') => `${word} は Terraform の値ではないため、${read} として読み取りました`,
  ],
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
  // Syntax
  [/^block "(.+)" is not closed: "}" is missing$/, (type = '') => `ブロック "${type}" が閉じていません ("}" がありません)`],
  [/^attribute "(.+)" is given twice$/, (name = '') => `属性 "${name}" が 2 回指定されています`],
  [/^attribute or block expected, found (.+)$/, (found = '') => `属性またはブロックが必要な位置に ${place(found)} があります`],
  [/^expression expected, found (.+)$/, (found = '') => `式が必要な位置に ${place(found)} があります`],
  [/^(.+) expected(?: [^,]+)?, found (.+)$/, (wanted = '', found = '') => `${wanted} が必要な位置に ${place(found)} があります`],
  [
    /^heredoc is not closed: no line holds only "(.+)"$/,
    (marker = '') => `ヒアドキュメントが閉じていません ("${marker}" だけの行がありません)`,
  ],
  [/^"}" without a block to close$/, () => '対応するブロックのない "}" です'],
];

/** What to say for a sentence that is not listed: the kind of trouble in Japanese, the detail as it is. */
const kinds: Readonly<Record<string, string>> = {
  'hcl-syntax': '構文エラー',
  'json-syntax': 'JSON の構文エラー',
  'yaml-syntax': 'YAML の構文エラー',
  cloudformation: 'テンプレートの誤り',
  cycle: '循環参照',
  limit: '上限に達しました',
  internal: '内部エラー (報告してください)',
  'variable-type': '変数の型',
  'module-not-found': 'モジュールが見つかりません',
};

/** The sentence in Japanese, or itself. O(phrases). */
export function inJapanese(sentence: string): string {
  for (const [pattern, japanese] of phrases) {
    const match = pattern.exec(sentence);
    if (match) return japanese(...match.slice(1).map((part) => part ?? ''));
  }
  return sentence;
}

export function diagnosticInJapanese(code: string, message: string): string {
  const known = inJapanese(message);
  const kind = kinds[code];
  return known !== message || kind === undefined ? known : `${kind}: ${message}`;
}

function fileKind(what: string): string {
  return what === 'Bicep file' ? 'Bicep ファイル' : what;
}

function outsideModule(name = '', source = ''): string {
  return `モジュール "${name}" (${source}) はスキャン対象フォルダーの外にあります。両方を含むフォルダーを指定してください`;
}

function place(found = ''): string {
  return found.replace(/^(?:the )?end of (?:the )?file$/, 'ファイルの終わり').replace(/^(?:the )?end of (?:the )?line$/, '行末');
}
