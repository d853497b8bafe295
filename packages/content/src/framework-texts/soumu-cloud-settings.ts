/** 総務省「クラウドサービス利用・提供における適切な設定のためのガイドライン」(2022): its subjects in our own words and numbers, for those who use clouds. */
import { textsOfTable } from './table.ts';
import { ministryLicense, ministryPublisher } from './terms.ts';

const name = {
  en: 'MIC guideline on proper settings of cloud services (Japan)',
  ja: '総務省 クラウドサービス利用・提供における適切な設定のためのガイドライン',
};
const groups = `
1|Organization and people|組織体制と人材
2|Rules and procedures of settings|作業規則と手順
3|Identities and access|ID とアクセス管理
4|Logs and monitoring|ログと監視
5|Storage and data|ストレージとデータ
6|Infrastructure and networks|インフラとネットワーク
`;
const titles = `
1.1|Decide the policy for using cloud services and who is responsible|クラウド利用の方針と責任者を定める
1.2|Agree on shared responsibility with the provider|責任分担を事業者と確認し、社内に周知する
1.3|Keep a register of cloud services in use|利用するクラウドサービスの台帳を保つ
1.4|Follow announcements and changes of services|サービスの仕様変更・新機能の情報を継続的に集める
1.5|Train those who configure and review|設定・確認を担う人材を育てる
1.6|Manage settings made by contractors|委託先による設定を管理する
2.1|Write down procedures and parameters of settings|設定の手順とパラメーターを文書にする
2.2|Have settings reviewed by a second person|設定変更を別の人が確認する
2.3|Keep settings as code and notice differences|設定をコードで管理し、差異を検知する
2.4|Check settings at regular intervals|設定を定期的に点検する
2.5|Know resources and their owners by names and tags|命名規則とタグでリソースと責任者を明らかにする
3.1|Multi-factor authentication for administrators and users|管理者・利用者に多要素認証を適用する
3.2|Restrict the most privileged accounts|最上位の特権アカウントの利用を制限する
3.3|Give least privilege|権限を必要最小限にする
3.4|Strong credentials, renewed in time|認証情報の強度と更新を管理する
3.5|Remove unused accounts and keys|不要なアカウント・鍵を無効にする
3.6|Keep secrets out of code and settings|秘密情報をコードや設定に書かない
4.1|Record operations and access|操作とアクセスのログを取得する
4.2|Record network traffic|通信のログを取得する
4.3|Keep logs long enough and protect them|ログを必要な期間、改ざんから守って保管する
4.4|Notify of important changes|重要な変更・操作を通知する
4.5|Use threat detection services|脅威検知サービスを有効にする
4.6|Watch volume of logs and cost|ログ量と費用の異常を監視する
5.1|Keep storage and data from the public|ストレージ・データを意図せず公開しない
5.2|Encrypt stored data|保存データを暗号化する
5.3|Encrypt traffic|通信を暗号化する
5.4|Back up data and protect it from deletion|データをバックアップし、削除から保護する
5.5|Know where important data is|重要データの所在を把握する
6.1|Close unneeded ports and addresses|不要なポート・接続元を閉じる
6.2|Protect public services from attacks|公開サービスを攻撃から守る
6.3|Harden servers and containers|サーバー・コンテナーの設定を堅牢にする
6.4|Keep software current, know vulnerabilities|更新を適用し、脆弱性を把握する
6.5|Avoid single points of failure|単一障害点を避ける
6.6|Leave no dangling names and resources|参照先のない名前・リソースを残さない
`;

export const texts = {
  '2022': textsOfTable({
    name,
    about: { publisher: ministryPublisher, url: 'https://www.soumu.go.jp/', published: '2022-10', license: ministryLicense },
    groups,
    titles,
  }),
};
