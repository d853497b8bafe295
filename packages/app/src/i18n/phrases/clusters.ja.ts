/** Live Kubernetes clusters: why something was not collected, and what is wrong with a kubeconfig. */
import type { Phrase } from './phrase.ts';

const reasons: readonly Phrase[] = [
  [/^the list of (\S+) was not asked for$/, (kind = '') => `${kind} の一覧は取得していません`],
  [/^the list of (\S+) was not read to its end$/, (kind = '') => `${kind} の一覧を最後まで読み取れていません`],
  [/^the list of (\S+) failed \((.+)\)$/, (kind = '', code = '') => `${kind} の一覧の取得に失敗しました (${code})`],
  [/^an answer to the list of (\S+) could not be read$/, (kind = '') => `${kind} の一覧の回答を解釈できません`],
  [/^no kubelet was asked for its configuration$/, () => 'kubelet の設定は取得していません'],
  [/^a kubelet did not give its configuration \((.+)\)$/, (code = '') => `kubelet の設定の取得に失敗しました (${code})`],
  [/^of Secrets only the metadata are collected$/, () => 'Secret はメタデータだけを収集しています'],
];

const connections: readonly Phrase[] = [
  [/^(.+) is no name of a namespace$/, (name = '') => `${name} は名前空間の名前ではありません`],
  [
    /^there is no kubeconfig: KUBECONFIG names none, ~\/\.kube\/config does not exist, and this is no pod$/,
    () => 'kubeconfig がありません (KUBECONFIG も ~/.kube/config もなく、Pod の中でもありません)',
  ],
  [
    /^this is no pod of a cluster: KUBERNETES_SERVICE_HOST or the token of a service account is missing$/,
    () => 'クラスターの Pod の中ではありません (KUBERNETES_SERVICE_HOST またはサービスアカウントのトークンがありません)',
  ],
  [/^the kubeconfig (.+) cannot be read$/, (path = '') => `kubeconfig ${path} を読み取れません`],
  [/^(.+) is too large for a kubeconfig$/, (path = '') => `${path} は kubeconfig としては大きすぎます`],
  [
    /^the kubeconfig (.+) is no valid YAML \((.+)\)$/,
    (path = '', code = '') => `kubeconfig ${path} は正しい YAML ではありません (${code})`,
  ],
  [/^the kubeconfig (.+) repeats itself too often$/, (path = '') => `kubeconfig ${path} の参照の繰り返しが多すぎます`],
  [/^(.+) is no kubeconfig$/, (path = '') => `${path} は kubeconfig ではありません`],
  [/^the file (.+), which the kubeconfig names, cannot be read$/, (path = '') => `kubeconfig が指定するファイル ${path} を読み取れません`],
  [
    /^the kubeconfig has no current context: choose one of (.*)$/,
    (known = '') => `kubeconfig に現在のコンテキストがありません。次のいずれかを指定してください: ${known}`,
  ],
  [
    /^the kubeconfig has no context (.+); it has (.+)$/,
    (name = '', known = '') => `kubeconfig にコンテキスト ${name} がありません (あるもの: ${known === 'none' ? 'なし' : known})`,
  ],
  [
    /^the context (.+) names a (cluster|user) that the kubeconfig does not have: (.*)$/,
    (context = '', what = '', name = '') =>
      `コンテキスト ${context} が指定する${what === 'user' ? 'ユーザー' : 'クラスター'} ${name} が kubeconfig にありません`,
  ],
  [
    /^the cluster (.+) is behind a proxy-url, which is not supported: use a tunnel$/,
    (name = '') => `クラスター ${name} の proxy-url には対応していません。トンネルを使用してください`,
  ],
  [
    /^the server of the cluster is no address that begins with https:\/\/$/,
    () => 'クラスターの server が https:// で始まるアドレスではありません',
  ],
  [/^(.+) is not encrypted: a token is not sent there$/, (origin = '') => `${origin} は暗号化されていないため、トークンを送信しません`],
  [
    /^the user (.+) signs in with a password: Kubernetes 1\.19 removed that, use a token or a certificate$/,
    (name = '') => `ユーザー ${name} はパスワードで認証します。Kubernetes 1.19 で廃止されたため、トークンか証明書を使用してください`,
  ],
  [
    /^the user (.+) has an auth-provider: Kubernetes 1\.26 removed those, use its exec plugin$/,
    (name = '') => `ユーザー ${name} は auth-provider を使用します。Kubernetes 1.26 で廃止されたため、exec プラグインを使用してください`,
  ],
  [
    /^the kubeconfig impersonates groups \(as-groups\), which is not supported$/,
    () => 'kubeconfig のグループの偽装 (as-groups) には対応していません',
  ],
  [
    /^the API server (.+) cannot be reached: (\S+) \((.*)\)$/,
    (server = '', code = '', why = '') => `API サーバー ${server} に接続できません: ${code} (${why})`,
  ],
  [
    /^the API server(?: (\S+))? does not know who asks \((.*)\)$/,
    (server = '', why = '') => `API サーバー${server === '' ? '' : ` ${server} `}が認証情報を受け付けません (${why})`,
  ],
  [/^(.+) holds no token$/, (path = '') => `${path} にトークンがありません`],
];

const plugins: readonly Phrase[] = [
  [
    /^the kubeconfig runs a program for user (.+), which was not allowed: (.+)$/,
    (user = '', command = '') => `kubeconfig がユーザー ${user} のために実行するプログラムは許可されていません: ${command}`,
  ],
  [/^the exec plugin of user (.+) names no command$/, (user = '') => `ユーザー ${user} の exec プラグインに command がありません`],
  [
    /^the exec plugin of user (.+) speaks (.+); (\S+) and (\S+) are understood$/,
    (user = '', version = '', one = '', other = '') =>
      `ユーザー ${user} の exec プラグインのバージョン ${version === 'no version' ? '(なし)' : version} には対応していません (対応: ${one}, ${other})`,
  ],
  [
    /^the exec plugin of user (.+) wants to ask for something on the terminal \(interactiveMode: Always\); nobody is asked here$/,
    (user = '') => `ユーザー ${user} の exec プラグインは端末での入力を必要とします (interactiveMode: Always)。ここでは入力できません`,
  ],
  [
    /^(\S.*), which the kubeconfig runs for user (\S+), (.+?)(: .*)?$/,
    (program = '', user = '', how = '', said = '') =>
      `kubeconfig がユーザー ${user} のために実行する ${program} が認証情報を返しません: ${howJa(how)}${said}`,
  ],
];

function howJa(how: string): string {
  const known: Readonly<Record<string, string>> = {
    'took too long': '時間がかかりすぎました',
    'is not installed': 'インストールされていません',
    'could not be started': '起動できません',
    'printed too much': '出力が多すぎます',
    'printed no ExecCredential': 'ExecCredential を出力しませんでした',
    'gave neither a token nor a certificate with its key': 'トークンも、鍵のある証明書も出力しませんでした',
  };
  const [, code] = /^ended with (.+)$/.exec(how) ?? [];
  const [, version] = /^answered in another version than (\S+)$/.exec(how) ?? [];
  if (code !== undefined) return `終了コード ${code}`;
  return version === undefined ? (known[how] ?? how) : `${version} 以外のバージョンで応答しました`;
}

export const clusterPhrases: readonly Phrase[] = [...reasons, ...plugins, ...connections];
