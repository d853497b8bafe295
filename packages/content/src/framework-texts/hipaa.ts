/** HIPAA Security Rule (45 CFR Part 164 Subpart C): standards and specifications in our own short words. */
import { textsOfTable } from './table.ts';

const groups = `
164.308|Administrative safeguards|管理的保護措置
164.310|Physical safeguards|物理的保護措置
164.312|Technical safeguards|技術的保護措置
`;
const titles = `
164.308(a)(1)(ii)(A)|Risk analysis|リスク分析
164.308(a)(1)(ii)(B)|Risk management|リスク管理
164.308(a)(1)(ii)(D)|Review of system activity|システム活動のレビュー
164.308(a)(3)(i)|Workforce security|従業者のセキュリティ
164.308(a)(3)(ii)(A)|Authorization and supervision|許可と監督
164.308(a)(3)(ii)(B)|Workforce clearance|従業者の確認
164.308(a)(3)(ii)(C)|End of access|アクセスの終了
164.308(a)(4)(i)|Management of access to information|情報アクセスの管理
164.308(a)(4)(ii)(A)|Clearinghouse functions apart|クリアリングハウス機能の分離
164.308(a)(4)(ii)(B)|Authorization of access|アクセスの許可
164.308(a)(4)(ii)(C)|Establishment and change of access|アクセスの設定と変更
164.308(a)(5)(ii)(B)|Protection from malicious software|悪意あるソフトウェアからの保護
164.308(a)(5)(ii)(C)|Monitoring of log-ins|ログインの監視
164.308(a)(5)(ii)(D)|Password management|パスワードの管理
164.308(a)(6)(i)|Security incident procedures|インシデントの手順
164.308(a)(6)(ii)|Response and reporting|対応と報告
164.308(a)(7)(i)|Contingency plan|緊急時対応計画
164.308(a)(7)(ii)(A)|Data backup|データのバックアップ
164.308(a)(7)(ii)(B)|Disaster recovery|災害復旧
164.308(a)(7)(ii)(C)|Emergency mode operation|緊急時の運用
164.308(a)(8)|Evaluation|評価
164.308(b)(1)|Business associates|業務提携者
164.308(b)(2)|Subcontractors|再委託先
164.310(a)(1)|Facility access|施設へのアクセス
164.310(d)(1)|Devices and media|機器と媒体
164.312(a)(1)|Access control|アクセス制御
164.312(a)(2)(i)|Unique user identification|利用者の一意な識別
164.312(a)(2)(ii)|Emergency access|緊急時のアクセス
164.312(a)(2)(iv)|Encryption at rest|保存時の暗号化
164.312(b)|Audit controls|監査
164.312(c)(1)|Integrity|完全性
164.312(c)(2)|Authentication of information|情報の真正性
164.312(d)|Authentication of persons|本人の認証
164.312(e)(1)|Transmission security|通信のセキュリティ
164.312(e)(2)(i)|Integrity in transmission|通信の完全性
164.312(e)(2)(ii)|Encryption in transmission|通信の暗号化
`;
const about = {
  publisher: { en: 'United States Department of Health and Human Services', ja: '米国保健福祉省' },
  url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C',
  published: '2013',
  license: { en: 'Public domain (law of the United States)', ja: 'パブリックドメイン（米国の法令）' },
};

export const texts = { '2013': textsOfTable({ name: { en: 'HIPAA Security Rule', ja: 'HIPAA セキュリティ規則' }, about, groups, titles }) };
