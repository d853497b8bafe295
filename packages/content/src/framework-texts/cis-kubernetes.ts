/** CIS Kubernetes Benchmark: chapters; controls that have checks are named by them, the others in our own words. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const name = { en: 'CIS Kubernetes Benchmark', ja: 'CIS Kubernetes Benchmark（CIS ベンチマーク）' };
const groups = `
1.1|Control plane files|コントロールプレーンのファイル
1.2|API server|API サーバー
1.3|Controller manager|コントローラーマネージャー
1.4|Scheduler|スケジューラー
2|etcd|etcd
3|Control plane configuration|コントロールプレーンの設定
4.1|Files of worker nodes|ワーカーノードのファイル
4.2|Kubelet|kubelet
4.3|kube-proxy|kube-proxy
5.1|RBAC and service accounts|RBAC とサービスアカウント
5.2|Pod security|Pod のセキュリティ
5.3|Network policies|ネットワークポリシー
5.4|Secrets|Secret の管理
5.5|Admission of images|イメージの受け入れ
5.6|General policies|一般の方針
`;
const titles = `
1.1.1|Permissions of the API server manifest|API サーバーのマニフェストの権限
1.1.2|Owner of the API server manifest|API サーバーのマニフェストの所有者
1.1.3|Permissions of the controller manager manifest|コントローラーマネージャーのマニフェストの権限
1.1.4|Owner of the controller manager manifest|コントローラーマネージャーのマニフェストの所有者
1.1.5|Permissions of the scheduler manifest|スケジューラーのマニフェストの権限
1.1.6|Owner of the scheduler manifest|スケジューラーのマニフェストの所有者
1.1.7|Permissions of the etcd manifest|etcd のマニフェストの権限
1.1.8|Owner of the etcd manifest|etcd のマニフェストの所有者
1.1.9|Permissions of the network plugin files|ネットワークプラグインのファイルの権限
1.1.10|Owner of the network plugin files|ネットワークプラグインのファイルの所有者
1.1.11|Permissions of the etcd data folder|etcd のデータフォルダーの権限
1.1.12|Owner of the etcd data folder|etcd のデータフォルダーの所有者
1.1.13|Permissions of the administrator kubeconfig|管理者の kubeconfigの権限
1.1.14|Owner of the administrator kubeconfig|管理者の kubeconfigの所有者
1.1.15|Permissions of the scheduler kubeconfig|スケジューラーの kubeconfigの権限
1.1.16|Owner of the scheduler kubeconfig|スケジューラーの kubeconfigの所有者
1.1.17|Permissions of the controller manager kubeconfig|コントローラーマネージャーの kubeconfigの権限
1.1.18|Owner of the controller manager kubeconfig|コントローラーマネージャーの kubeconfigの所有者
1.1.19|Owner of the PKI folder and its files|PKI フォルダーとファイルの所有者
1.1.20|Permissions of PKI certificates|PKI の証明書の権限
1.1.21|Permissions of PKI keys|PKI の鍵の権限
3.1.1|Client certificates are not for people|クライアント証明書を利用者の認証に使わない
3.1.2|Service account tokens are not for people|サービスアカウントのトークンを利用者の認証に使わない
3.1.3|Bootstrap tokens are not for people|ブートストラップトークンを利用者の認証に使わない
4.1.1|Permissions of the kubelet service file|kubelet のサービスファイルの権限
4.1.2|Owner of the kubelet service file|kubelet のサービスファイルの所有者
4.1.3|Permissions of the kube-proxy kubeconfig|kube-proxy の kubeconfigの権限
4.1.4|Owner of the kube-proxy kubeconfig|kube-proxy の kubeconfigの所有者
4.1.5|Permissions of the kubelet kubeconfig|kubelet の kubeconfigの権限
4.1.6|Owner of the kubelet kubeconfig|kubelet の kubeconfigの所有者
4.1.7|Permissions of the client CA file|クライアント CA ファイルの権限
4.1.8|Owner of the client CA file|クライアント CA ファイルの所有者
4.1.9|Permissions of the kubelet configuration file|kubelet の設定ファイルの権限
4.1.10|Owner of the kubelet configuration file|kubelet の設定ファイルの所有者
4.2.13|The kubelet limits the processes of pods|kubelet が Pod のプロセス数を制限する
4.2.14|The kubelet uses seccomp by default|kubelet が既定で seccomp を使う
4.2.15|The kubelet refuses addresses that are not allowed|許可していないアドレスを kubelet が拒む
4.3.1|Metrics of kube-proxy stay on the node|kube-proxy のメトリクスを外に公開しない
5.3.1|The network plugin supports network policies|ネットワークプラグインがネットワークポリシーに対応する
5.4.2|Secrets are kept in an external store where it fits|必要に応じて外部の保管庫に秘密情報を置く
5.6.1|Namespaces are boundaries of administration|Namespace で管理の境界を作る
1.2.9|Floods of events are limited|イベントの急増が制限されている
2.7|etcd has a certificate authority of its own|etcd が専用の認証局を使っている
3.2.2|The audit policy covers what matters|監査ポリシーが重要な操作を対象にしている
5.1.2|Secrets are read by few|Secret を読める主体が限られている
5.1.3|Roles use no wildcards|ロールにワイルドカードがない
5.1.4|Few may create pods|Pod を作れる主体が限られている
5.1.5|Default service accounts are not used|default サービスアカウントが使われていない
5.1.8|Nobody may escalate, bind or impersonate|権限の昇格・割り当て・なりすましができない
5.6.4|The default namespace is not used|default 名前空間が使われていない
`;

export const texts = {
  '1.11': textsOfTable({
    name,
    about: { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/kubernetes', published: '2025', license: cisLicense },
    groups,
    titles,
  }),
};
