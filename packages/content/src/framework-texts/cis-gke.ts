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
3.1.1|Ownership and permissions of node files (1)|ノードのファイルの所有者と権限（1）
3.1.2|Ownership and permissions of node files (2)|ノードのファイルの所有者と権限（2）
3.1.3|Ownership and permissions of node files (3)|ノードのファイルの所有者と権限（3）
3.1.4|Ownership and permissions of node files (4)|ノードのファイルの所有者と権限（4）
4.3.1|The network plugin supports network policies|ネットワークプラグインがネットワークポリシーに対応する
4.4.2|Secrets are kept in an external store where it fits|必要に応じて外部の保管庫に秘密情報を置く
4.5.1|Image provenance is checked on admission|受け入れ時にイメージの来歴を確認する
4.6.1|Namespaces are boundaries of administration|Namespace で管理の境界を作る
5.1.2|Few people reach the registry|レジストリに触れる人を絞る
5.1.3|Clusters only read from the registry|クラスターからレジストリへは読み取りだけにする
5.6.6|Firewall rules of nodes are narrow|ノードのファイアウォールを絞る
5.7.2|Nodes write Linux audit logs|ノードで Linux の監査ログを有効にする
`;

export const texts = {
  '1.5': textsOfTable({
    name,
    about: { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/kubernetes', published: '2024', license: cisLicense },
    groups,
    titles,
  }),
};
