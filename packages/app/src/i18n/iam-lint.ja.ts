/** ポリシーの誤り、効かない文、危険な文。 */
import type { iamLint as english } from './iam-lint.en.ts';

const meant = (hint: string): string => (hint === '' ? '' : `。${hint} の誤りと思われます`);

export const iamLint: typeof english = {
  description: 'ポリシーの誤り、効果のない文、危険な文を調べます。',
  targets: 'ポリシー (JSON)、コードのフォルダー、plan、スナップショット',
  kind: 'JSON ファイルのポリシーの種類 (既定: 内容から判断)',
  account: 'ポリシーが属するアカウント。ほかのアカウントと区別するために使います',
  failOn: '終了コードを 1 にする最も低いレベル: error、security (既定)、warning、suggestion、none',
  levels: { error: '誤り', security: '危険', warning: '警告', suggestion: '提案' },
  columns: { level: 'レベル', lint: '規則', where: '場所', message: '内容' },
  summary: (findings, policies) => `${policies} 件のポリシーに ${findings} 件の指摘`,
  lints: {
    'not-a-document': () => 'ポリシーではありません。Statement を持つオブジェクトが必要です。',
    'no-statement': () => 'ポリシーに文がなく、効果がありません。',
    'unknown-element': (text, hint) => `ポリシー言語に ${text} という要素はありません${meant(hint)}。`,
    'version-missing': (_, hint) => `Version がないと 2008 年版として解釈され、変数はただの文字列になります。${hint} を指定してください。`,
    'version-old': (text, hint) => `Version ${text} は古いポリシー言語です。${hint} を指定してください。`,
    'version-unknown': (text) => `ポリシー言語に Version ${text} はありません。Version は自由な日付ではありません。`,
    'variable-in-old-version': (text, hint) =>
      `${text} は Version ${hint} でだけ変数になります。このままではただの文字列で、何にも一致しません。`,
    'policy-too-long': (text, hint) => `ポリシーは ${text} 文字あります。AWS の上限は ${hint} 文字です。`,
    'effect-invalid': (text, hint) => `Effect は Allow か Deny です (現在: ${text === '' ? 'なし' : text})${meant(hint)}。`,
    'sid-duplicate': (text) => `Sid ${text} が重複しています。ポリシーの中で一意にしてください。`,
    'sid-invalid': (text) => `Sid ${text} に使えるのは英数字だけです。`,
    'statement-repeated': (_, hint) => `${hint} と同じ内容です。一方を削除してください。`,
    'statement-covered': (_, hint) => `この文の内容はすべて ${hint} に含まれます。この文を削除するか、そちらを狭めてください。`,
    'allow-always-denied': (_, hint) => `この文が許可するものはすべて ${hint} が拒否します。`,
    'action-missing': () => 'アクションがないため、この文は効きません。',
    'action-and-not-action': () => 'Action と NotAction は同時に指定できません。',
    'action-malformed': (text) =>
      `${text} はアクションの形式ではありません。「サービス:アクション」とし、サービスにワイルドカードは使えません。`,
    'action-service-unknown': (text) => `${text} の接頭辞を持つサービスはありません。`,
    'action-unknown': (text, hint) => `${text} というアクションはありません${meant(hint)}。`,
    'action-matches-nothing': (text) => `${text} に一致するアクションはありません。`,
    'not-action-in-allow': (text) =>
      `Allow と NotAction の組み合わせは、${text} を除くすべてのアクションを将来のものも含めて許可します。アクションを列挙してください。`,
    administrator: () => 'すべてのリソースへのすべてのアクションが許可されています。これを持つ者は管理者です。',
    'every-action-of-sensitive-service': (text) =>
      `すべてのリソースへの ${text} は管理者権限に等しいものです。アクションとリソースを列挙してください。`,
    'resource-missing': () => 'リソースがないため、この文は効きません。',
    'resource-and-not-resource': () => 'Resource と NotResource は同時に指定できません。',
    'arn-malformed': (text) => `${text} は ARN ではありません。リソースは ARN か * です。`,
    'arn-service-not-in-actions': (text, hint) => `${text} はアクション (${hint}) とは別のサービスのもので、一致しません。`,
    'arn-never-matches': (text, hint) => `この文のアクション (${hint}) は ${text} を対象にしません。`,
    'arn-for-action-without-resource': (text, hint) =>
      `${hint} はリソースを持たないため、${text} は一致しません。Resource は * にしてください。`,
    'bucket-and-objects-mixed-up': (text, hint) => `アクションは ${text} を対象にしません。${hint} の誤りと思われます。`,
    'arn-region-in-global-service': (text) => `このサービスにリージョンはなく、${text} は一致しません。リージョンは空にしてください。`,
    'arn-account-in-bucket': (text) => `バケットの ARN にアカウントはなく、${text} は一致しません。空にしてください。`,
    'variable-before-resource-part': (text) => `${text} では 5 つ目のコロンより前に変数がありますが、そこでは置き換えられません。`,
    'not-resource-in-allow': (text) =>
      `Allow と NotResource の組み合わせは、${text} を除くすべてのリソースを将来のものも含めて許可します。リソースを列挙してください。`,
    'write-on-every-resource': (text) => `${text} はリソースを限定できますが、すべてのリソースに許可されています。`,
    'principal-not-allowed': (text) => `この種類のポリシーに ${text} は書けません。AWS は受け付けません。`,
    'principal-missing': () => '対象者がありません。この種類のポリシーには Principal が必要です。',
    'principal-empty': () => 'Principal が空のため、この文は効きません。',
    'principal-wildcard-in-arn': (text) =>
      `${text} は誰にも一致しません。Principal の ARN にワイルドカードは使えません。aws:PrincipalArn の条件を使ってください。`,
    'principal-deleted': (text) => `${text} は削除されたユーザーかロールの名残です。取り除いてください。`,
    'principal-malformed': (text) =>
      `${text} は Principal ではありません。アカウント、IAM か STS の ARN、サービス、ID プロバイダーのいずれかが必要です。`,
    'not-principal-in-allow': (text) => `Allow と NotPrincipal の組み合わせは、${text} を除く全員を認証なしの者も含めて許可します。`,
    'not-principal-without-account': (text, hint) =>
      `${text} を除外する拒否は、${hint} も列挙しないと本人にも及びます。aws:PrincipalArn の条件の方が安全です。`,
    'rcp-principal-not-everyone': () => 'リソースコントロールポリシーの Principal は "*" でなければなりません。',
    public: () => '認証のない者も含めて誰にでも開かれています。対象者を列挙するか、aws:PrincipalOrgID などの条件で絞ってください。',
    'other-account': (text) => `ほかのアカウント (${text}) が条件なしで許可されています。`,
    'trust-without-external-id': (text, hint) =>
      `ほかのアカウント (${text}) がこのロールを引き受けられます。多くの顧客のために動く相手なら、${hint} を求めないと悪用されるおそれがあります。`,
    'trust-everyone': () => 'AWS アカウントを持つ誰もがこのロールを引き受けられます。',
    'service-for-anybody': (text, hint) => `${text} は、それを使う他人のためにも動きます。${hint} か aws:SourceArn を求めてください。`,
    'oidc-without-subject': (text, hint) => `${text} のトークンを持つ誰もがこのロールを引き受けられます。${hint} を比較してください。`,
    'oidc-subject-too-wide': (text) => `${text} は他人の subject にも一致します。所有者の名前を最後まで書いてください。`,
    'saml-without-audience': (text, hint) => `${text} のほかの宛先のトークンも受け入れられます。${hint} を比較してください。`,
    'trust-action-without-effect': (text) => `信頼ポリシーで判断されるのは STS のアクションだけで、${text} は効果がありません。`,
    'operator-unknown': (text) => `条件演算子 ${text} はありません。`,
    'operator-type': (text, hint) => `${text} は一致しません。キーの型が違います (${hint})。`,
    'if-exists-on-null': (text) => `${text}: Null に IfExists や集合演算子は付けられません。`,
    'condition-key-unknown': (text) => `条件キー ${text} はなく、どのリクエストにも存在しません。`,
    'condition-value-invalid': (text) => `${text} はこの演算子の値ではなく、一致しません。`,
    'wildcard-without-like': (text) => `${text} のワイルドカードはただの文字です。StringLike の誤りと思われます。`,
    'for-all-values-in-allow': (text, hint) => `${text} はキーのないリクエストでも真になります。${hint} を加えてください。`,
    'for-any-value-in-deny': (text) => `${text} はキーのないリクエストで偽になり、拒否されません。`,
    'set-operator-on-single-value': (text) => `${text}: キーの値は 1 つだけなので、集合演算子はキーがないときの結果を変えるだけです。`,
    'set-operator-missing': (text, hint) => `${text}: キーは複数の値を持ちます。${hint} か ForAllValues を使ってください。`,
    'if-exists-in-allow': (text, hint) => `${text} はキーのないリクエストを許可します。${hint} を使ってください。`,
    'negation-in-allow': (text, hint) => `${text} はキーのないリクエストを許可します。${hint} を加えてください。`,
    'mfa-deny-without-if-exists': (_, hint) =>
      `アクセスキーのリクエストには MFA の情報がなく、この拒否は及びません。${hint} を使ってください。`,
    'private-source-ip': (text, hint) =>
      `${text} からのリクエストはありません。AWS に見えるのはパブリックアドレスです。VPC の中では ${hint} を比較してください。`,
    'variable-in-wrong-operator': (text) => `${text}: この演算子に変数は使えません。`,
    'pass-role-to-any-service': (text, hint) =>
      `${text} がすべてのロールをすべてのサービスに渡せます。ロールを列挙し、${hint} を比較してください。`,
    escalation: (text, hint) => `${text} ${text.includes(' + ') ? 'がそろうと' : 'があると'}、さらに強い権限を得られます (${hint})。`,
    'key-without-administrators': (text) => `${text} を許された者がなく、このキーのポリシーはもう変更できません。`,
  },
};
