/** CIS Azure Kubernetes Service Benchmark: chapters; controls that have checks are named by them, the others in our own words. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const name = { en: 'CIS Azure Kubernetes Service Benchmark', ja: 'CIS Azure Kubernetes Service Benchmark（CIS ベンチマーク）' };
const groups = `
2|Control plane logging|コントロールプレーンのログ
3.1|Files of worker nodes|ワーカーノードのファイル
3.2|Kubelet|kubelet
4.1|RBAC and service accounts|RBAC とサービスアカウント
4.2|Pod security|Pod のセキュリティ
4.4|Network plugin|ネットワークプラグイン
4.5|Secrets|Secret の管理
4.6|General policies|一般の方針
5.1|Registry and images|レジストリとイメージ
5.2|Identity and access|ID とアクセス
5.3|Key management|鍵管理
5.4|Cluster networking|クラスターのネットワーク
5.5|Authentication and authorization|認証と認可
`;
const titles = `
3.1.1|Ownership and permissions of node files (1)|ノードのファイルの所有者と権限（1）
3.1.2|Ownership and permissions of node files (2)|ノードのファイルの所有者と権限（2）
3.1.3|Ownership and permissions of node files (3)|ノードのファイルの所有者と権限（3）
3.1.4|Ownership and permissions of node files (4)|ノードのファイルの所有者と権限（4）
4.4.1|The network plugin is current|ネットワークプラグインを最新に保つ
4.5.2|Secrets are kept in an external store where it fits|必要に応じて外部の保管庫に秘密情報を置く
4.6.1|Namespaces are boundaries of administration|Namespace で管理の境界を作る
5.1.2|Few people reach the registry|レジストリに触れる人を絞る
5.3.1|Kubernetes secrets are encrypted|Kubernetes の Secret を暗号化する
5.5.2|Azure RBAC decides within clusters|クラスター内の認可に Azure RBAC を使う
5.1.3|Clusters only read from the registry|クラスターからレジストリへは読み取りだけにする
4.1.2|Secrets are read by few|Secret を読める主体が限られている
4.1.3|Roles use no wildcards|ロールにワイルドカードがない
4.1.4|Few may create pods|Pod を作れる主体が限られている
4.1.5|Default service accounts are not used|default サービスアカウントが使われていない
4.6.3|The default namespace is not used|default 名前空間が使われていない
5.4.3|Nodes are private|ノードが非公開である
5.5.1|Users log in with Entra ID only|利用者が Entra ID だけでログインする
`;

export const texts = {
  '1.5': textsOfTable({
    name,
    about: { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/azure', published: '2024', license: cisLicense },
    groups,
    titles,
  }),
};
