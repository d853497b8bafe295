/** What the command line says, in Japanese. */
import { inJapanese } from './phrases.ja.ts';
import { inputReasons } from './inputs.ja.ts';
import { admission } from './admission.ja.ts';
import { behavior } from './behavior.ja.ts';
import { detect } from './detect.ja.ts';
import { drift } from './drift.ja.ts';
import { editor } from './editor.ja.ts';
import { exposure } from './exposure.ja.ts';
import { fixes } from './fixes.ja.ts';
import { paths } from './paths.ja.ts';
import { iam } from './iam.ja.ts';
import { iamAccess } from './iam-access.ja.ts';
import { iamLint } from './iam-lint.ja.ts';
import { leastPrivilege } from './least-privilege.ja.ts';
import { integrity } from './integrity.ja.ts';
import { investigate } from './investigate.ja.ts';
import { inventory } from './inventory.ja.ts';
import { live } from './live.ja.ts';
import { lake } from './lake.ja.ts';
import { intel } from './intel.ja.ts';
import { mcp } from './mcp.ja.ts';
import { notify } from './notify.ja.ts';
import { scanDiff } from './scan-diff.ja.ts';
import { readiness } from './readiness.ja.ts';
import { ownChecks } from './own-checks.ja.ts';
import { rego } from './rego.ja.ts';
import { reports } from './reports.ja.ts';
import { server } from './server.ja.ts';
import { logs } from './logs.ja.ts';
import type { Messages } from './messages.en.ts';

const mean = (suggestion: string | null): string => (suggestion === null ? '' : ` (${suggestion} ではありませんか?)`);

const unknown = (what: string, list: string) => (name: string, suggestion: string | null) =>
  `${what} "${name}" はありません${suggestion === null ? ` (${list})` : mean(suggestion)}`;
const unknownCheck = unknown('チェック', '一覧: kumomori checks');

export const ja: Messages = {
  admission,
  behavior,
  detect,
  drift,
  editor,
  exposure,
  fixes,
  paths,
  iam,
  iamAccess,
  iamLint,
  leastPrivilege,
  integrity,
  inventory,
  investigate,
  live,
  lake,
  logs,
  intel,
  notify,
  readiness,
  ownChecks,
  rego,
  reports,
  scanDiff,
  mcp,
  server,
  unknownCheck,
  unknown: {
    check: unknownCheck,
    severity: unknown('重要度', '使える値: critical, high, medium, low, info'),
    framework: unknown('フレームワーク', '一覧: kumomori frameworks'),
    type: unknown('リソース種別', '一覧: kumomori checks'),
  },
  config: {
    unreadable: (file) => `${file} を読めません`,
    notYaml: (problem) => `YAML として読めません: ${inJapanese(problem)}`,
    invalid: 'ファイルの内容が正しくありません',
    missing: (name) => `${name} がありません`,
    expected: (name, what) => `${name} は${what}でなければなりません`,
    oneOf: (name, values) => `${name} は ${values.join(', ')} ${values.length === 1 ? '' : 'のいずれか'}でなければなりません`,
    empty: (name) => `${name} は空にできません`,
    atLeast: (minimum) => ` ${minimum} 以上`,
    unknownKey: (key, suggestion, known) =>
      `キー "${key}" はありません${suggestion === null ? ` (使えるキー: ${known.join(', ')})` : mean(suggestion)}`,
    unknownParameter: (check, name, suggestion) => `チェック ${check} にパラメーター "${name}" はありません${mean(suggestion)}`,
    kinds: { string: '文字列', number: '数値', array: '文字列のリスト', object: 'マップ', date: '日付 (YYYY-MM-DD)', other: '別の値' },
  },
  target: {
    missing: (path) => `ファイルまたはフォルダー ${path} がありません`,
    live: (name) => `クラウドアカウント (${name}) のスキャンにはまだ対応していません。フォルダー ${name} もありません`,
    denied: (path) => `${path} を読み取れません。アクセス権を確認してください`,
    unreadable: (paths) => `${paths.join(', ')} のファイルを 1 つも読めませんでした。理由は診断を参照してください`,
    noCodeFile: (path) =>
      `${path} は kumomori が読めるインフラコードではありません (対象: Terraform、プランと状態の JSON、CloudFormation、ARM、Bicep、Kubernetes、Dockerfile、compose)`,
    empty: (path) =>
      `${path} にインフラコードがありません (サブフォルダーも含めて Terraform、プランと状態の JSON、CloudFormation、ARM、Bicep、Kubernetes、Dockerfile、compose を探しました)`,
    noSnapshot: (path) => `${path} はスナップショットのフォルダーではありません (raw フォルダーがありません)`,
    variableFileMissing: (path) => `変数ファイル ${path} がありません`,
    variableFileOutside: (path) =>
      `kumomori.yaml の変数ファイル ${path} はスキャン対象の外にあります。意図したものであれば --var-file で指定してください`,
  },
  baseline: {
    missing: (path) => `ベースライン ${path} を読めません`,
    invalid: (path) => `${path} はベースラインではありません (--write-baseline で作成してください)`,
  },
  temporary: {
    full: (folder, detail) =>
      `ディスクがいっぱいです。検出結果がメモリに収まらず、${folder} にも空きがありません (${detail})。空きを作るか、TMPDIR で別のフォルダーを指定してください`,
    unusable: (folder, detail) =>
      `検出結果がメモリに収まらず、${folder} にも書き込めません (${detail})。TMPDIR で書き込めるフォルダーを指定してください`,
  },
  external: {
    missing: (path) => `検出結果 ${path} を読み取れません`,
    invalid: (path) => `${path} に OCSF または ASFF の JSON 形式の検出結果がありません`,
    tooLarge: (path) => `${path} は 256 MiB を超えています。アカウントごとに分けてください`,
    unread: (count) => `アーカイブ済み、またはリソースの判定ではない ${count} 件を除きました`,
  },
  explain: {
    unknown: (id, suggestion) =>
      `"${id}" という名前のものはありません${suggestion === null ? ' (一覧: kumomori checks, kumomori frameworks)' : mean(suggestion)}`,
    needsReport: (id) =>
      `検出結果 ${id} を説明するには、それを含むレポート (scan --format json で作成) を --report FILE で指定してください`,
    unknownControl: (framework, control) =>
      `${framework} に管理策 ${control} はありません。kumomori frameworks ${framework} を参照してください`,
    notInReport: (id, file) => `${file} にフィンガープリント ${id} の検出結果はありません`,
    noReport: (file) => `${file} は scan --format json のレポートではありません`,
  },
  cli: {
    description:
      'インフラのコードや稼働中のアカウントに潜むクラウドの設定ミスを、事故になる前に見つけます。ネットワークを使うのは collect とクラウドの TARGET の読み取りだけで、データを外部に送りません。',
    examples: [
      '例:',
      '  kumomori scan infra/',
      '  kumomori scan infra/ --format sarif --output kumomori.sarif --fail-on critical',
      '  kumomori explain CKV_AWS_20',
      '  kumomori collect aws --output snapshots/today',
      '  kumomori frameworks cis-aws@5.0',
    ].join('\n'),
    headings: { 'Usage:': '使い方:', 'Options:': 'オプション:', 'Commands:': 'コマンド:', 'Arguments:': '引数:' },
    unknownFormat: (name, suggestion, names) =>
      `出力形式 "${name}" はありません${suggestion === null ? ` (使える形式: ${names.join(', ')})` : mean(suggestion)}`,
    unknownOption: (flag, suggestion) => `オプション ${flag} はありません${mean(suggestion)}`,
    unknownCommand: (name, suggestion, names) =>
      `コマンド "${name}" はありません${suggestion === null ? ` (使えるコマンド: ${names.filter((each) => each !== 'demo').join(', ')})` : mean(suggestion)}`,
    missingArgument: (command, name) => `${command} には ${name} が必要です。kumomori ${command} --help を参照してください`,
    missingValue: (flags) => `オプション ${flags} には値が必要です`,
    missingOption: (flags) => `オプション ${flags} が必要です`,
    excessArguments: (text) => `引数が多すぎます: ${text}`,
    oneOf: (option, value, suggestion, allowed) =>
      `${option} に "${value}" は指定できません${suggestion === null ? ` (${allowed.join(', ')} のいずれか)` : mean(suggestion)}`,
    notAVersion: (option, value) => `${option} には v1.29 のような Kubernetes のバージョンか latest を指定してください ("${value}")`,
    notANumber: (option, value) => `${option} には整数を指定してください ("${value}" は整数ではありません)`,
    notAnAssignment: (text) => `--var は NAME=VALUE の形で指定してください ("${text}")`,
    cannotWrite: (file) => `${file} に書き込めません`,
    outputIsLink: '作業フォルダー内のシンボリックリンクであるか、その先にあります',
    written: (file) => `${file} に書き込みました`,
    watching: '変更を監視しています。Ctrl-C で終了します',
    changed: '変更を検知しました。再スキャンします',
    internal: '内部エラーです。以下の内容を添えて報告してください',
    progress: { read: '読み込み中', check: '検査中' },
    options: {
      help: 'このヘルプを表示する',
      helpCommand: 'コマンドのヘルプを表示する',
      version: 'バージョンを表示する',
      format: (names) => `${names.join(', ')} (既定: ${names[0]})。複数指定でき、それぞれの直後に --output を付けられる`,
      output: '標準出力の代わりにこのファイルに書き込む',
      quiet: '進捗や通知を標準エラー出力に表示しない',
      noColor: '色を付けない',
      lang: 'en または ja (既定: KUMOMORI_LANG、なければシステムの言語)',
    },
    scan: {
      description: 'インフラのコードをスキャンする。TARGET は Terraform または OpenTofu のフォルダー (サブフォルダーも対象) かファイル。',
      target: 'フォルダーまたはファイル',
      html: 'HTML レポートもこのファイルに書き込む',
      failOn: '未対応の検出結果がこの重要度以上なら終了コード 1。none で無効 (既定: high)',
      failOnUnknown: '判定できなかった結果があるときも終了コード 1',
      include: 'pass, not-applicable も表示する',
      check: 'これらのチェックだけを実行する: ID、ワイルドカード、他のスキャナーの ID',
      skipCheck: 'これらのチェックを実行しない',
      framework: 'このフレームワークのチェックだけを実行する: cis-aws, cis-aws@5.0',
      severity: 'これらの重要度のチェックだけを実行する',
      config: '設定ファイル (既定: TARGET、次に作業フォルダーの kumomori.yaml)',
      baseline: 'このファイルにある検出結果を数えない',
      external: 'ほかのツールの検出結果 (OCSF または ASFF の JSON) を並べて示す (繰り返し可)',
      writeBaseline: '未対応の検出結果をすべてこのファイルに書き込み、以後の基準にする',
      preview: 'kumomori.yaml の各例外が何を隠すかを表示する (実際には隠さない)',
      varFile: 'terraform plan と同じ変数ファイル、または CloudFormation パラメーターファイル。複数指定可',
      var: 'Terraform の変数または CloudFormation パラメーターの値。複数指定可',
      tfVarEnv: '環境変数 TF_VAR_ を使う',
      workspace: 'terraform.workspace の値',
      source: 'プランの元になったコードのフォルダー (結果をその行に表示する)',
      noSecrets: 'ファイル内の認証情報を探さない',
      gitHistory: '過去のコミットで追加された内容からも認証情報を探す (git が必要)',
      blame: '一時的なルールの行がいつからあるかを git で調べ、新しいものは検出しない (git が必要)',
      changedSince: '以前のスナップショット。そこから変わったリソースだけを判定し、新しい不合格と解消した不合格を示す',
      snapshot: '収集済みアカウントのフォルダー (見つかったキーの所有者を通信なしで示す)',
      explainInputs: 'どのファイルを何として読むかとその理由を表示する (スキャンはしない)',
      proposeNaming: '多くの名前がすでに従っている命名規則を、kumomori.yaml に書く行とともに表示する (スキャンはしない)',
      kustomize: '自前で読み切れない kustomization を kustomize プログラムで構築する (リモートのベースが取得されることがあります)',
      helm: 'Helm チャートを helm プログラムで展開する (テンプレートが実行されます。既定では読み取りません)',
      paths: '攻撃経路も調べ、経路を開いている検出結果の重大度を経路に合わせる (TARGET をもう一度読み込む)',
      bicep: 'Bicep ファイルを bicep プログラムでコンパイルする (既定では自前の読み取りのみで、不明な値が増える)',
      pssLevel: 'Pod が満たすべき Pod セキュリティ標準のレベル: baseline (既定) または restricted',
      pssVersion: 'Pod セキュリティ標準のバージョン: v1.29、latest (既定: 最新)',
      limit: '表に詳しく表示する検出結果の数。0 ですべて (既定: 10)',
      watch: 'ファイルが保存されるたびに再スキャンする',
      exitCodes: '終了コード: 0 は --fail-on 以上の未対応の検出結果なし、1 はあり、2 は使い方の誤りまたは TARGET を読めない場合。',
    },
    checks: {
      description: 'チェックを一覧表示する。',
      check: 'これらだけ: ID、ワイルドカード、他のスキャナーの ID',
      type: 'このリソース種別、またはその先頭部分だけ: aws.s3',
      columns: { severity: '重要度', id: 'チェック', title: 'タイトル', type: 'リソース種別' },
      count: (count) => `チェック ${count} 件`,
    },
    inputs: {
      columns: { kind: '形式', file: 'ファイル', because: '理由' },
      because: (reason) => inputReasons.get(reason) ?? reason,
      companion: '対応するコードと一緒に読む',
      others: (read, left) => `インフラコード ${read} ファイル、それ以外 ${left} ファイル`,
    },
    naming: {
      none: '名前が 5 つ以上分かるリソース種別はありません',
      noForm: (names) => `名前 ${names} 件の多くに共通する形はありません`,
      following: (grammar, following, total) => `名前 ${total} 件中 ${following} 件が ${grammar} に従っています`,
      others: '従っていない名前',
      more: (count) => `他 ${count} 件`,
      paste: 'kumomori.yaml に書く内容:',
    },
    frameworks: {
      description: 'フレームワークの一覧、または 1 つのフレームワークの管理策を表示する。',
      framework: 'cis-aws、またはバージョンを指定して cis-aws@5.0',
      columns: {
        id: 'フレームワーク',
        name: '名称',
        controls: '管理策',
        automated: '自動',
        manual: '手動',
        checks: 'チェック',
        control: '管理策',
        check: 'チェック',
        title: 'タイトル',
      },
      manual: '手動',
      counts: (controls, automated, manual) => `管理策 ${controls} 件: 自動 ${automated} 件、手動 ${manual} 件`,
      incomplete: '* 管理策の一覧は完全ではありません。',
    },
    explain: {
      description: 'チェック、検出結果、フレームワーク、管理策、攻撃経路の問いを説明する。',
      id: 'チェック ID、他スキャナーの ID (CKV_AWS_20)、フィンガープリント、cis-aws@5.0、cis-aws@5.0:2.1.4、ci-identity、CAN_ASSUME',
      found: '見つけ方',
      likelihood: (chance) => `成功する見込み ${chance}`,
      report: 'フィンガープリントを探すレポート (scan --format json で作成)',
      several: (id, count) => `${id} に当たるチェックは ${count} 件あります:`,
      manualControl: 'この管理策を自動で判定するチェックはありません。人が判断する必要があります。',
      deprecated: (by) => `廃止予定です。${by} を使ってください`,
      words: {
        fail: '不合格',
        unknown: '判定不能',
        pass: '合格',
        'not-applicable': '対象外',
        critical: '緊急',
        high: '高',
        medium: '中',
        low: '低',
        info: '情報',
        absent: '記述なし',
        unresolved: '未確定',
        redacted: '伏せ字',
      },
      controlTypes: { preventive: '予防的', detective: '発見的' },
      why: '理由',
      fix: '修正方法',
      console: 'コンソール',
      params: 'パラメーター',
      frameworks: 'フレームワーク',
      equivalents: '他のスキャナーでの同じチェック',
      auditEvents: 'ライブアカウントで再判定のきっかけになる監査イベントの発生元',
      references: '参考資料',
    },
    preview: {
      none: 'kumomori.yaml に例外はありません。',
      about: (owner, expires, expired) => `${owner}、${expires} ${expired ? 'に期限切れ' : 'まで'}`,
      nothing: '該当する検出結果はありません',
      more: (count) => `… 他 ${count} 件`,
      columns: { status: '状態', check: 'チェック', resource: 'リソース', file: 'ファイル' },
    },
    demo: {
      description: 'examples/estate にある架空の会社をスキャンする。',
      onlyInRepository: 'デモはリポジトリにだけ含まれています。手元のフォルダーで試してください: kumomori scan DIR',
      ways: (count) => `攻撃経路:最も深刻な侵入口 ${count} 件`,
      closedBy: '閉じる方法',
      console: (url, command) =>
        `架空の会社の 90 日間の対応履歴をコンソールに用意しました。次のコマンドで起動し\n  ${command}\n${url} を開いて、次のいずれかの人としてサインインしてください:`,
      login: 'メールアドレス',
      person: '名前',
      role: '役割',
      roles: { admin: '管理者', security: 'セキュリティチーム', approver: '承認者', auditor: '監査人', member: '部門' },
      password: (password) => `全員のパスワード: ${password}`,
      done: (report, paths) =>
        `デモは検出結果にかかわらず終了コード 0 で終わります。${report}(検出結果)と ${paths}(攻撃経路)をブラウザーで開いてください。`,
    },
  },
  suppression: {
    invalidDate: (date) => `"${date}" は日付 (YYYY-MM-DD) ではないため、このコメントは何も抑制しません`,
    ignoreExpired: (ids, date) => `${ids} の抑制は ${date} で期限切れです。検出結果を再び表示します`,
    ignoreUnknown: (id, suggestion) => `チェック ${id} はありません${mean(suggestion)}`,
    ignoreUnclaimed: (scanner, id) => `${scanner} の ID ${id} に相当する kumomori のチェックはありません`,
    ignoreNothing: 'このコメントにはチェックの指定がないため、何も抑制しません (書き方: kumomori:ignore CHECK_ID)',
    ignoreUnused: (ids) => `${ids} の抑制に該当する検出結果はありません。削除できます`,
    exceptionExpired: (date, count) =>
      count === null
        ? `この例外は ${date} で期限切れです`
        : count === 0
          ? `この例外は ${date} で期限切れで、該当する検出結果もありません。削除できます`
          : `この例外は ${date} で期限切れです。${count} 件の検出結果を再び表示します`,
    exceptionUnused: 'この例外に該当する検出結果はありません。削除できます',
    exceptionUnusedHere: '一部だけを対象にした今回のスキャンでは、この例外に該当する検出結果はありません',
    exceptionExpires: (date, days) => `この例外は ${date} (あと ${days} 日) で期限切れになります`,
    baselineStale: (count) => `ベースラインのうち ${count} 件はもう検出されません。書き直してください`,
  },
};
