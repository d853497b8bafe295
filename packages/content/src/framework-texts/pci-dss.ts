/** PCI DSS 4.0: the twelve requirements and their sections, in our own words. */
import { textsOfTable } from './table.ts';

const groups = `
1|Network security|ネットワークのセキュリティ
2|Secure configurations|安全な設定
3|Stored account data|保存されたアカウントデータ
4|Transmission over open networks|公衆網での送信
5|Malicious software|悪意あるソフトウェア
6|Secure systems and software|安全なシステムとソフトウェア
7|Access by need to know|必要な範囲のアクセス
8|Users and authentication|利用者と認証
9|Physical access|物理アクセス
10|Logging and monitoring|ログと監視
11|Testing of security|セキュリティの試験
12|Policies and programs|方針と計画
A1|Providers with several customers|複数の顧客を持つ委託先
A3|Additional validation|追加の検証
`;
const about = {
  publisher: { en: 'PCI Security Standards Council', ja: 'PCI SSC' },
  url: 'https://www.pcisecuritystandards.org/document_library/',
  published: '2022-03',
  license: {
    en: 'The standard’s text is copyrighted: numbers only, titles are ours',
    ja: '規格の本文は著作物のため番号だけを使い、題名は独自です',
  },
};

/**
 * Sections, and requirements where one section holds several matters. Compared by subject on 2026-11-22: 2.2, 2.2.x, 3.2, 3.3 and 4.2 to A3.5 with
 * `controls/pcidss_4.yml` of ComplianceAsCode/content, 1.2 to 3.7 with a public listing of the sections of 4.0 (secframe.arnav.au). Neither
 * heads 11.5; of it only 11.5.1.1 and 11.5.2 were seen. The standard itself was not read.
 */
const titles = `
1.2|Rules between networks are configured and reviewed|ネットワーク間のルールを設定し、見直している
1.3|Traffic to and from card data is limited|カード会員データとの通信を制限している
1.4|Trusted and untrusted networks are separated|信頼できるネットワークとできないネットワークを分けている
1.5|Devices that join both kinds of networks are controlled|両方のネットワークにつながる機器を管理している
2.2|Systems are configured securely|システムを安全に設定している
2.2.5|Insecure services and protocols are justified and made safer|安全でないサービスやプロトコルは理由を記録し、危険を減らしている
2.2.7|Administration over networks is encrypted|ネットワーク越しの管理操作を暗号化している
3.2|No more account data is kept than needed|必要以上のアカウントデータを残していない
3.3|Authentication data of cards is not kept|カードの認証データを残していない
3.5|Card numbers are unreadable where they are stored|保存したカード番号を読めない形にしている
3.6|Keys that protect account data are protected|アカウントデータを守る鍵を保護している
3.7|Keys are managed through their whole life|鍵を生成から廃棄まで管理している
4.2|Card numbers are encrypted on open networks|公衆網を通るカード番号を暗号化している
5.3|Protection against malware is active and logged|マルウェア対策が動作し、記録されている
6.3|Vulnerabilities are found and patched|脆弱性を見つけて修正している
6.4|Public web applications are protected|公開 Web アプリケーションを保護している
6.5|Changes and environments are kept apart|変更と環境の分離を管理している
7.2|Access is given by need and reviewed|必要に応じてアクセスを与え、見直している
7.3|An access control system denies by default|アクセス制御の仕組みが既定で拒否する
8.2|Users and accounts are identified and managed|利用者とアカウントを識別し、管理している
8.2.6|Unused accounts are disabled|使われていないアカウントを無効にしている
8.2.8|Idle sessions end|操作のないセッションを終了している
8.3|Authentication is strong|認証が強固である
8.3.2|Credentials are encrypted in transit and at rest|認証情報を通信時も保存時も暗号化している
8.3.4|Repeated wrong log-ins lock the account|ログインの失敗が続くとロックしている
8.3.6|Passwords are long and complex enough|パスワードが十分に長く複雑である
8.3.7|Old passwords cannot be used again|以前のパスワードを再利用できない
8.3.9|Passwords without a second factor are changed in time|パスワードだけで認証する場合は定期的に変更している
8.4|Access to card data needs several factors|カード会員データへのアクセスに多要素認証が必要である
8.6|Accounts of programs are managed|プログラム用のアカウントを管理している
10.2|Audit logs are written|監査ログを記録している
10.2.1.1|Access of people to card data is logged|カード会員データへの人のアクセスを記録している
10.2.1.2|Actions of administrators are logged|管理者の操作を記録している
10.2.1.3|Access to audit logs is logged|監査ログへのアクセスを記録している
10.2.1.4|Refused access is logged|拒否されたアクセスを記録している
10.2.1.5|Changes of accounts and credentials are logged|アカウントと認証情報の変更を記録している
10.2.1.6|Starts and stops of logging are logged|ログの開始と停止を記録している
10.2.1.7|Created and deleted system objects are logged|システムレベルのオブジェクトの作成と削除を記録している
10.2.2|Logs hold who, what, when and where|ログに誰が・何を・いつ・どこでが残っている
10.3|Audit logs are protected|監査ログを保護している
10.4|Audit logs are reviewed|監査ログを確認している
10.5|Audit logs are kept long enough|監査ログを必要な期間残している
10.6|Clocks agree|時刻を同期している
10.7|Failures of security controls are noticed|セキュリティ対策の停止に気づける
11.3|Vulnerabilities are scanned for|脆弱性スキャンを行っている
11.5|Intrusions and unexpected changes are noticed|侵入と予期しない変更に気づける
11.6|Changes of payment pages are noticed|決済ページの変更に気づける
12.4|Compliance is watched over|準拠の状況を管理している
12.8|Service providers are managed|委託先を管理している
12.9|Service providers support their customers|委託先として顧客を支援している
12.10|Incidents are answered|インシデントに対応している
A1.1|Customers of a provider are kept apart|委託先が顧客ごとに環境を分けている
A1.2|A provider supports logs and incidents of its customers|委託先が顧客のログとインシデント対応を支援している
A3.2|The scope of card data is known|カード会員データの範囲を把握している
A3.3|The program is part of daily work|準拠の取り組みが日常業務に組み込まれている
A3.4|Access to card data is controlled|カード会員データへのアクセスを制御している
A3.5|Suspicious events are noticed|疑わしい事象に気づける
`;

export const texts = { '4.0': textsOfTable({ name: { en: 'PCI DSS', ja: 'PCI DSS' }, about, groups, titles }) };
