/** NSA/CISA Kubernetes Hardening Guide 1.2: its recommendations in our own words; the guide has no numbers, these are ours. */
import { textsOfTable } from './table.ts';
import { nistLicense, nsaPublisher } from './terms.ts';

const name = { en: 'NSA/CISA Kubernetes Hardening Guide', ja: 'NSA/CISA Kubernetes 堅牢化ガイド' };
const groups = `
pod|Pod security|Pod のセキュリティ
net|Network separation and hardening|ネットワークの分離と堅牢化
auth|Authentication and authorization|認証と認可
log|Audit logging and threat detection|監査ログと脅威検知
up|Upgrading and application security|更新とアプリケーション
`;
const titles = `
pod-1|Containers run as non-root users|コンテナーを root 以外で動かす
pod-2|Immutable container file systems|コンテナーのファイルシステムを変更不可にする
pod-3|Images are scanned and come from trusted places|イメージを検査し、信頼できる所から得る
pod-4|Pod security is enforced|Pod のセキュリティを強制する
pod-5|Service account tokens are protected|サービスアカウントのトークンを守る
pod-6|Container environments are hardened|コンテナー環境を堅牢にする
net-1|Network policies separate resources|ネットワークポリシーで分離する
net-2|Namespaces separate resources|Namespace で分離する
net-3|Resource policies limit consumption|資源の消費を制限する
net-4|The control plane is hardened|コントロールプレーンを堅牢にする
net-5|etcd is protected|etcd を守る
net-6|Traffic is encrypted with TLS|通信を TLS で暗号化する
net-7|Secrets are encrypted and kept apart|Secret を暗号化し、分けて置く
net-8|Cloud infrastructure and its metadata are protected|クラウド基盤とメタデータを守る
auth-1|Anonymous login is off|匿名ログインを無効にする
auth-2|Strong user authentication|強い利用者認証を使う
auth-3|RBAC with unique roles and least privilege|固有の役割と最小権限の RBAC
log-1|Audit logs are on|監査ログを有効にする
log-2|Logs outlive nodes, pods and containers|ログをノードや Pod の寿命より長く保つ
log-3|Logs are gathered from all layers|全階層のログを集める
log-4|Monitoring and alerting are set up|監視と通知を整える
up-1|Security updates are applied promptly|更新を速やかに適用する
up-2|Vulnerability scans and penetration tests are regular|脆弱性検査と侵入試験を定期的に行う
up-3|Unused components are removed|不要な構成要素を取り除く
`;

export const texts = {
  '1.2': textsOfTable({
    name,
    about: {
      publisher: nsaPublisher,
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
      published: '2022-08',
      license: nistLicense,
    },
    groups,
    titles,
  }),
};
