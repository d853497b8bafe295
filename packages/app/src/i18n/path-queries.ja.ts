/** 攻撃経路の問いと手順の種類の説明。英語は path-queries.en.ts。 */
import type { EdgeText, QueryText } from './path-queries.en.ts';

const exposed = 'インターネットから到達できる';

export const pathQueriesJa: Readonly<Record<string, QueryText>> = {
  'log-or-backup-deletable': {
    means: '本来できないはずの者がログやバックアップを削除できます。痕跡が消え、身代金要求の際に復旧手段がなくなります。',
    found: '経路の終点がログまたはバックアップに分類されたデータで、そこから削除できる場合です。所有者の日常的な削除は数えません。',
    close: 'ライフサイクルルール以外から削除権限を外し、オブジェクトや保管庫をロックしてください。',
  },
  'leaver-to-sensitive-data': {
    means: '退職者のユーザーが残っており、今も機微なデータに到達できます。',
    found:
      '人事リストで退職日を過ぎた名前・メールアドレスのユーザー、またはタグで退職済みとわかるユーザーから、機微なデータへの経路がある場合です。',
    close: 'ユーザー、アクセスキー、パスワードを削除し、そのうえで権限を絞ってください。',
  },
  'leaver-to-admin': {
    means: '退職者が今も管理者になれます。',
    found: '同じ退職者のリストから、何段階の昇格を経てでも管理者権限に到達する場合です。',
    close: 'ユーザー、アクセスキー、パスワードを削除し、そのうえで権限を絞ってください。',
  },
  'internet-ssh-to-sensitive-data': {
    means: 'インターネット上の誰もが SSH のパスワードを試せ、そのマシンのロールは機微なデータを読めます。',
    found: `SSH が開いていて(${exposed})パスワード認証を受け付け、マシンのロールの権限が機微に分類されたデータに届く場合です。`,
    close: 'ポート 22 を閉じるか許可元を絞り、Session Manager を使い、マシンのロールの権限を減らしてください。',
  },
  'internet-ssh-to-admin': {
    means: 'インターネット上の誰もが SSH のパスワードを試せ、そのマシンから管理者権限を得られます。',
    found: `SSH が開いていて(${exposed})パスワード認証を受け付け、マシンのロールが管理者であるか、管理者になれる場合です。`,
    close: 'ポート 22 を閉じ、マシンから管理者権限を外してください。',
  },
  'internet-remote-login': {
    means: 'SSH 以外のリモートログイン(RDP、WinRM など)がインターネットに開いていて、その先に進めます。',
    found: `リモートログインのポートに${exposed}うえ、マシンの権限が目標に届く場合です。`,
    close: 'ポートを閉じ、Session Manager か VPN で接続してください。',
  },
  'role-open-to-everybody': {
    means: 'どの AWS アカウントからでも引き受けられるロールがあり、その先に進めます。',
    found: '信頼ポリシーが誰でも許可していて、攻撃者が満たせない条件がない場合です。',
    close: '信頼ポリシーにアカウントを明記し、委託先には外部 ID を求めてください。',
  },
  'kubernetes-to-cloud': {
    means: 'Pod でコードを動かせる者が、クラウドアカウントの権限を得ます。',
    found: 'サービスアカウントのロール(IRSA、Pod Identity)か、コンテナから抜け出した先のノードのロールが目標に届く場合です。',
    close: 'サービスアカウントごとに最小限のロールを割り当て、特権 Pod を禁止し、Pod からメタデータサービスに届かないようにしてください。',
  },
  'internet-exploit': {
    means: 'インターネットに応答するものの既知の脆弱性から、その先に進めます。',
    found: `${exposed}ものに、入力に記載された脆弱性がある場合です。`,
    close: '修正プログラムを適用するか、適用までインターネットから外してください。',
  },
  'metadata-credential-theft': {
    means: 'マシンにメタデータサービス宛ての要求を送らせるだけで、認証情報を得られます。',
    found: 'マシンが IMDSv1 に応答し、到達可能で、ロールが目標に届く場合です。',
    close: 'IMDSv2 を必須にし、ホップ数の上限を 1 にしてください。',
  },
  'public-snapshot': {
    means: 'データのコピーが全員に共有されています。',
    found: 'スナップショットまたはイメージの共有先が全員になっている場合です。',
    close: '共有を取り消し、中身は読まれたものとして扱ってください。',
  },
  'public-database': {
    means: 'データベースがインターネットに応答し、守りはパスワードだけです。',
    found: `データベースのポートに${exposed}場合です。`,
    close: 'プライベートサブネットに移し、アプリケーションのグループだけを許可してください。',
  },
  'public-store-with-sensitive-data': {
    means: '機微なデータを誰でも 1 手で読めます。',
    found: 'ポリシー、ACL、パブリックアクセス設定のいずれかが全員を許可し、データが機微に分類されている場合です。',
    close: 'パブリックアクセスをブロックし、署名付き URL か配信サービスで共有してください。',
  },
  'public-writable-store': {
    means: '後で実行または信頼されるものに、誰でも書き込めます。',
    found: '誰でも書き込める場所から、ワークロードがコードや仕事を受け取る場合です。',
    close: 'ビルドだけが書き込めるようにしてください。',
  },
  'topic-open-to-privileged-function': {
    means: '誰かのメッセージ 1 通で、権限のある関数が動きます。',
    found: '誰でも書き込めるキューやトピックがワークロードを起動し、そのロールが目標に届く場合です。',
    close: 'ポリシーに送信元を明記し、メッセージの内容を検証し、関数の権限を減らしてください。',
  },
  'public-function-to-privileged-role': {
    means: '誰でも呼び出せる関数のロールが目標に届きます。関数に 1 つ不具合があれば十分です。',
    found: '認証のない関数 URL や実行許可と、関数の権限を合わせて判定します。',
    close: '署名付きの呼び出しを必須にし、関数の権限を減らしてください。',
  },
  'leaked-credential': {
    means: '他人が読める場所に認証情報があり、それが目標に届きます。',
    found: 'ユーザーデータ、環境変数、ステート、出力、コードにある鍵やパスワードを、その持ち主と結び付けて判定します。',
    close: '無効化してからシークレット管理に移してください。行を消すだけでは何も変わりません。',
  },
  'ci-identity': {
    means: 'リポジトリのビルドが目標に届きます。ビルドを起動できる全員が同じことをできます。',
    found: 'OIDC の信頼の subject 条件を書かれた広さのまま解釈し、ロールの権限と合わせて判定します。',
    close: '条件にリポジトリとブランチを明記し、デプロイ用ロールにはデプロイするものの権限だけを与えてください。',
  },
  'cross-account-trust': {
    means: '自組織のものではないアカウントの誰かが目標に届きます。',
    found: 'TARGET にも --known-account にもないアカウントをロールが信頼している場合です。',
    close: '信頼を外すか、外部 ID 付きで 1 つのロールに絞ってください。',
  },
  'dormant-privileged-identity': {
    means: '長く使われていないアイデンティティが遠くまで届きます。他人が使っても誰も気付きません。',
    found: 'スナップショットの最終使用日が古く、そこから目標に届く場合です。',
    close: '無効化し、しばらく様子を見てから削除してください。',
  },
  'tag-condition-bypass': {
    means: '権限の条件になっているタグを、本人が書き換えられます。',
    found: 'タグを付ければ条件が成り立ち、タグ付けが許可されている場合です。',
    close: '管理者以外によるタグの変更を拒否してください。',
  },
  'boundary-removable': {
    means: '自分の権限の境界(Permissions Boundary)を自分で外せます。',
    found: '境界の削除が許可されていて、境界がなければ権限が目標に届く場合です。',
    close: '境界の中で iam:DeleteUserPermissionsBoundary と iam:DeleteRolePermissionsBoundary を拒否してください。',
  },
  'function-code-writable': {
    means: '関数のコードを差し替え、そのロールで操作できます。',
    found: 'コードの更新が許可され、関数が何かに呼び出されている場合です。',
    close: 'コードの更新をパイプラインだけに許可し、署名を必須にしてください。',
  },
  'code-store-to-privileged-workload': {
    means: 'ワークロードが読み込むコードを差し替え、そのロールで操作できます。',
    found: 'ワークロードの起動元となるバケットやイメージリポジトリへの書き込みが許可されている場合です。',
    close: '書き込みをビルドだけに許可し、タグを変更不可にし、ダイジェストで固定してください。',
  },
  'workload-with-admin': {
    means: 'ワークロードでコードを動かせる者は、そのまま管理者です。',
    found: 'ワークロードのロールが、アカウントまたはクラスター内のすべてを操作できる場合です。',
    close: '実際に使う権限だけを与えてください。',
  },
  'pass-role': {
    means: '自分より強いロールで何かを起動できます。',
    found: 'サービスを信頼するロールへの iam:PassRole と、そのサービスを起動する権限がある場合です。',
    close: '引き渡せるロールとサービス(iam:PassedToService)を明記してください。',
  },
  'development-to-production': {
    means: '開発環境の権限が本番環境に届きます。',
    found: '起点と終点の環境(タグ、名前、フォルダー)がわかり、異なる場合です。',
    close: 'アカウントで分離し、相互の信頼を外してください。',
  },
  'role-chain-to-admin': {
    means: 'ロールを次々に引き受けると管理者権限に至ります。',
    found: '各ロールの信頼が手前のロールを許可し、それぞれ sts:AssumeRole を実行できる場合です。',
    close: '必要とする者が最も少ないロールで連鎖を断ってください。',
  },
  'privilege-escalation': {
    means: '管理者でない者が、自分に管理者権限を与えられます。',
    found: '既知の 104 通りの権限昇格のいずれか(複数段も可)を、実際の前提条件とともに判定します。',
    close: '手順に挙がった権限を特定のリソースに限定するか、境界で囲ってください。',
  },
  'escalation-to-data': {
    means: '与えられた権限の範囲を超えて、データに到達できます。',
    found: '少なくとも 1 つの権限昇格を含む経路がデータに届く場合です。',
    close: '経路の対処に挙がったものを変更してください。',
  },
};

export const pathEdgesJa: Readonly<Record<string, EdgeText>> = {
  NET_REACH: { means: '意味のあるポートで通信が届く。', close: 'ポートを閉じるか、送信元を絞る。' },
  EXPLOITS: { means: '脆弱性によってコードを実行できる。', close: '修正プログラムを適用する。' },
  RUNS_AS: { means: 'そこで動くコードはロールの認証情報を持つ。', close: '権限の少ないロールを割り当てる。' },
  CAN_EXEC: { means: 'API 経由でコマンドを実行できる(Session Manager、exec)。', close: '対象を限定する。' },
  CAN_LAUNCH: { means: 'そのロールで動くものを新しく起動できる。', close: '引き渡せるロールを明記する。' },
  CAN_UPDATE_CODE: { means: 'そこで動くコードを差し替えられる。', close: '書き込みをパイプラインだけに許可する。' },
  CONTAINER_ESCAPE: { means: 'コンテナからノードに抜け出せる。', close: '特権 Pod とホストのマウントを禁止する。' },
  TRIGGERS: { means: '一方への書き込みが他方を起動する。', close: '送信元を明記する。' },
  CAN_INVOKE: { means: '認証なしで呼び出せる。', close: '署名付きの呼び出しを必須にする。' },
  CAN_ASSUME: { means: 'ロールを引き受けられる。信頼ポリシーも呼び出す側の権限も許可している。', close: '信頼ポリシーを絞る。' },
  MEMBER_OF: { means: 'グループに属し、その権限を持つ。', close: 'グループから外す。' },
  FEDERATES: { means: '外部の者がロールとしてサインインする。', close: 'プロバイダー、subject、audience を絞る。' },
  CRED_THEFT_IMDS: { means: '転送された要求にメタデータサービスが認証情報を渡す。', close: 'IMDSv2 を必須にする。' },
  LEAKS_CREDENTIAL: { means: '相手の認証情報がここにある。', close: '無効化し、シークレット管理に移す。' },
  CAN_CREATE_KEY: { means: 'そのユーザーのアクセスキーを作れる。', close: 'iam:CreateAccessKey を本人のユーザーに限定する。' },
  CAN_SET_PASSWORD: { means: 'そのユーザーのパスワードを設定できる。', close: 'ユーザー管理者だけに限定する。' },
  CAN_REWRITE_TRUST: { means: 'ロールの信頼ポリシーを書き換えられる。', close: 'iam:UpdateAssumeRolePolicy を特定のロールに限定する。' },
  CAN_GRANT_SELF: { means: '自分に任意の権限を与えられる。', close: 'ポリシーを付与・記述する権限を限定する。' },
  CAN_SWITCH_POLICY_VERSION: { means: 'ポリシーの別の版を既定にできる。', close: 'iam:SetDefaultPolicyVersion を限定する。' },
  CAN_REMOVE_BOUNDARY: { means: '権限の境界を外せる。', close: '境界の中で拒否する。' },
  CAN_TAG: { means: '権限の条件になっているタグを書ける。', close: 'タグの変更を拒否する。' },
  CAN_READ: { means: '内容を読み取れる。', close: 'ステートメントを絞る。' },
  CAN_WRITE: { means: '内容を書き換えられる。', close: 'ステートメントを絞る。' },
  CAN_DELETE: { means: '内容を削除できる。', close: 'ステートメントを絞り、残すべきものをロックする。' },
  CAN_DECRYPT: { means: '鍵で暗号化されたものを復号できる。', close: 'キーポリシーを絞る。' },
  CAN_COPY_DATA: { means: 'データを別の場所にコピーできる(スナップショットなど)。', close: '共有と復元の権限を限定する。' },
  HAS_ADMIN: { means: 'アカウント内のすべてを操作できる。', close: '使う権限だけを与える。' },
  OWNS: { means: 'アカウントの管理者はその中のすべてを操作できる。', close: '管理者権限への経路を閉じる。' },
};
