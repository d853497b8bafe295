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
1.1.1|Ownership and permissions of control plane files (1)|コントロールプレーンのファイルの所有者と権限（1）
1.1.2|Ownership and permissions of control plane files (2)|コントロールプレーンのファイルの所有者と権限（2）
1.1.3|Ownership and permissions of control plane files (3)|コントロールプレーンのファイルの所有者と権限（3）
1.1.4|Ownership and permissions of control plane files (4)|コントロールプレーンのファイルの所有者と権限（4）
1.1.5|Ownership and permissions of control plane files (5)|コントロールプレーンのファイルの所有者と権限（5）
1.1.6|Ownership and permissions of control plane files (6)|コントロールプレーンのファイルの所有者と権限（6）
1.1.7|Ownership and permissions of control plane files (7)|コントロールプレーンのファイルの所有者と権限（7）
1.1.8|Ownership and permissions of control plane files (8)|コントロールプレーンのファイルの所有者と権限（8）
1.1.9|Ownership and permissions of control plane files (9)|コントロールプレーンのファイルの所有者と権限（9）
1.1.10|Ownership and permissions of control plane files (10)|コントロールプレーンのファイルの所有者と権限（10）
1.1.11|Ownership and permissions of control plane files (11)|コントロールプレーンのファイルの所有者と権限（11）
1.1.12|Ownership and permissions of control plane files (12)|コントロールプレーンのファイルの所有者と権限（12）
1.1.13|Ownership and permissions of control plane files (13)|コントロールプレーンのファイルの所有者と権限（13）
1.1.14|Ownership and permissions of control plane files (14)|コントロールプレーンのファイルの所有者と権限（14）
1.1.15|Ownership and permissions of control plane files (15)|コントロールプレーンのファイルの所有者と権限（15）
1.1.16|Ownership and permissions of control plane files (16)|コントロールプレーンのファイルの所有者と権限（16）
1.1.17|Ownership and permissions of control plane files (17)|コントロールプレーンのファイルの所有者と権限（17）
1.1.18|Ownership and permissions of control plane files (18)|コントロールプレーンのファイルの所有者と権限（18）
1.1.19|Ownership and permissions of control plane files (19)|コントロールプレーンのファイルの所有者と権限（19）
1.1.20|Ownership and permissions of control plane files (20)|コントロールプレーンのファイルの所有者と権限（20）
1.1.21|Ownership and permissions of control plane files (21)|コントロールプレーンのファイルの所有者と権限（21）
3.1.1|Client certificates are not for people|クライアント証明書を利用者の認証に使わない
3.1.2|Service account tokens are not for people|サービスアカウントのトークンを利用者の認証に使わない
3.1.3|Bootstrap tokens are not for people|ブートストラップトークンを利用者の認証に使わない
4.1.1|Ownership and permissions of node files (1)|ノードのファイルの所有者と権限（1）
4.1.2|Ownership and permissions of node files (2)|ノードのファイルの所有者と権限（2）
4.1.3|Ownership and permissions of node files (3)|ノードのファイルの所有者と権限（3）
4.1.4|Ownership and permissions of node files (4)|ノードのファイルの所有者と権限（4）
4.1.5|Ownership and permissions of node files (5)|ノードのファイルの所有者と権限（5）
4.1.6|Ownership and permissions of node files (6)|ノードのファイルの所有者と権限（6）
4.1.7|Ownership and permissions of node files (7)|ノードのファイルの所有者と権限（7）
4.1.8|Ownership and permissions of node files (8)|ノードのファイルの所有者と権限（8）
4.1.9|Ownership and permissions of node files (9)|ノードのファイルの所有者と権限（9）
4.1.10|Ownership and permissions of node files (10)|ノードのファイルの所有者と権限（10）
4.2.13|The kubelet limits the processes of pods|kubelet が Pod のプロセス数を制限する
4.2.14|The kubelet uses seccomp by default|kubelet が既定で seccomp を使う
4.3.1|Metrics of kube-proxy stay on the node|kube-proxy のメトリクスを外に公開しない
5.3.1|The network plugin supports network policies|ネットワークプラグインがネットワークポリシーに対応する
5.4.2|Secrets are kept in an external store where it fits|必要に応じて外部の保管庫に秘密情報を置く
5.6.1|Namespaces are boundaries of administration|Namespace で管理の境界を作る
`;

export const texts = {
  '1.11': textsOfTable({
    name,
    about: { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/kubernetes', published: '2025', license: cisLicense },
    groups,
    titles,
  }),
};
