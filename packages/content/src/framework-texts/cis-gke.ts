/** CIS Google Kubernetes Engine Benchmark: chapters; controls that have checks are named by them, the others in our own words. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const name = { en: 'CIS Google Kubernetes Engine Benchmark', ja: 'CIS Google Kubernetes Engine Benchmark（CIS ベンチマーク）' };
const groups = `
2|Control plane configuration|コントロールプレーンの設定
3.1|Files of worker nodes|ワーカーノードのファイル
3.2|Kubelet|kubelet
4.1|RBAC and service accounts|RBAC とサービスアカウント
4.2|Pod security|Pod のセキュリティ
4.3|Network policies|ネットワークポリシー
4.4|Secrets|Secret の管理
4.5|Admission of images|イメージの受け入れ
4.6|General policies|一般の方針
5.1|Registry and images|レジストリとイメージ
5.2|Identity and access|ID とアクセス
5.3|Key management|鍵管理
5.4|Node metadata|ノードのメタデータ
5.5|Node configuration|ノードの設定
5.6|Cluster networking|クラスターのネットワーク
5.7|Logging|ログ
5.8|Authentication and authorization|認証と認可
5.9|Storage|ストレージ
5.10|Other settings|その他の設定
`;
const titles = `
2.1.1|Client certificates are not for people|クライアント証明書を利用者の認証に使わない
2.2.1|An audit policy exists|監査ポリシーがある
2.2.2|The audit policy covers what matters|監査ポリシーが重要な操作を含む
3.1.1|Permissions of the kube-proxy kubeconfig|kube-proxy の kubeconfigの権限
3.1.2|Owner of the kube-proxy kubeconfig|kube-proxy の kubeconfigの所有者
3.1.3|Permissions of the kubelet configuration file|kubelet の設定ファイルの権限
3.1.4|Owner of the kubelet configuration file|kubelet の設定ファイルの所有者
4.4.2|Secrets are kept in an external store where it fits|必要に応じて外部の保管庫に秘密情報を置く
4.5.1|Image provenance is checked on admission|受け入れ時にイメージの来歴を確認する
4.6.1|Namespaces are boundaries of administration|Namespace で管理の境界を作る
5.1.2|Few people reach the registry|レジストリに触れる人を絞る
5.1.3|Clusters only read from the registry|クラスターからレジストリへは読み取りだけにする
5.6.6|Firewall rules of nodes are narrow|ノードのファイアウォールを絞る
5.6.7|Certificates of load balancers are managed by Google|ロードバランサーの証明書を Google に管理させる
5.7.2|Nodes write Linux audit logs|ノードで Linux の監査ログを有効にする
5.9.1|Volumes are encrypted with keys of your own|ボリュームを独自の鍵で暗号化する
5.10.3|Untrusted programs run in a sandbox|信頼できないプログラムをサンドボックスで動かす
4.1.2|Secrets are read by few|Secret を読める主体が限られている
4.1.3|Roles use no wildcards|ロールにワイルドカードがない
4.1.4|Default service accounts are not used|default サービスアカウントが使われていない
4.1.7|Nobody may escalate, bind or impersonate|権限の昇格・割り当て・なりすましができない
4.2.1|Pod Security Standards are enforced|Pod Security Standards が適用されている
4.6.4|The default namespace is not used|default 名前空間が使われていない
5.1.1|Images are scanned|イメージがスキャンされている
5.6.4|The control plane is private|コントロールプレーンが非公開である
5.7.1|Logs and metrics are on|ログとメトリクスが有効である
`;

export const texts = {
  '1.6': textsOfTable({
    name,
    about: { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/kubernetes', published: '2024', license: cisLicense },
    groups,
    titles,
  }),
};
