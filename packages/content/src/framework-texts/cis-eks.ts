/** CIS Amazon EKS Benchmark: chapters; controls that have checks are named by them, the others in our own words. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const name = { en: 'CIS Amazon EKS Benchmark', ja: 'CIS Amazon EKS Benchmark（CIS ベンチマーク）' };
const groups = `
2|Control plane logging|コントロールプレーンのログ
3.1|Files of worker nodes|ワーカーノードのファイル
3.2|Kubelet|kubelet
4.1|RBAC and service accounts|RBAC とサービスアカウント
4.2|Pod security|Pod のセキュリティ
4.3|Network policies|ネットワークポリシー
4.4|Secrets|Secret の管理
4.5|General policies|一般の方針
5.1|Registry and images|レジストリとイメージ
5.2|Identity and access|ID とアクセス
5.3|Key management|鍵管理
5.4|Cluster networking|クラスターのネットワーク
5.5|Authentication and authorization|認証と認可
`;
const titles = `
3.1.1|Permissions of the kubelet kubeconfig|kubelet の kubeconfigの権限
3.1.2|Owner of the kubelet kubeconfig|kubelet の kubeconfigの所有者
3.1.3|Permissions of the kubelet configuration file|kubelet の設定ファイルの権限
3.1.4|Owner of the kubelet configuration file|kubelet の設定ファイルの所有者
4.3.1|The network plugin supports network policies|ネットワークプラグインがネットワークポリシーに対応する
4.4.2|Secrets are kept in an external store where it fits|必要に応じて外部の保管庫に秘密情報を置く
4.5.1|Namespaces are boundaries of administration|Namespace で管理の境界を作る
5.1.3|Clusters only read from the registry|クラスターからレジストリへは読み取りだけにする
5.2.1|Programs have roles of their own|プログラムごとに専用のロールを使う
5.4.3|Nodes have private addresses only|ノードはプライベートアドレスだけを持つ
5.5.1|Users are managed through IAM|利用者を IAM で管理する
4.1.2|Secrets are read by few|Secret を読める主体が限られている
4.1.3|Roles use no wildcards|ロールにワイルドカードがない
4.1.4|Few may create pods|Pod を作れる主体が限られている
4.1.5|Default service accounts are not used|default サービスアカウントが使われていない
4.1.8|Nobody may escalate, bind or impersonate|権限の昇格・割り当て・なりすましができない
4.5.3|The default namespace is not used|default 名前空間が使われていない
5.4.2|The API server is private|API サーバーが非公開である
5.4.4|Network policies are in force|ネットワークポリシーが有効である
`;

export const texts = {
  '1.5': textsOfTable({
    name,
    about: {
      publisher: cisPublisher,
      url: 'https://www.cisecurity.org/benchmark/amazon_web_services',
      published: '2024',
      license: cisLicense,
    },
    groups,
    titles,
  }),
};
