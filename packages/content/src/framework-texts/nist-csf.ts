/** NIST Cybersecurity Framework 2.0 (CSWP 29, 2024-02): all 106 subcategories, in our own short words. */
import { textsOfTable } from './table.ts';
import { nistLicense, nistPublisher } from './terms.ts';

const name = { en: 'NIST Cybersecurity Framework', ja: 'NIST サイバーセキュリティフレームワーク' };
const groups = `
GV|Govern|統治
ID|Identify|識別
PR|Protect|防御
DE|Detect|検知
RS|Respond|対応
RC|Recover|復旧
`;
const titles = `
GV.OC-01|Mission understood|組織の使命の理解
GV.OC-02|Expectations of stakeholders known|利害関係者の期待の把握
GV.OC-03|Legal and contractual duties known|法令・契約上の義務の把握
GV.OC-04|Services others depend on known|他者が依存するサービスの把握
GV.OC-05|What the organization depends on known|自組織が依存するものの把握
GV.RM-01|Objectives of risk management agreed|リスク管理の目標の合意
GV.RM-02|Risk appetite and tolerance stated|リスク許容度の明示
GV.RM-03|Cyber risk part of enterprise risk|全社リスク管理への統合
GV.RM-04|Direction for responses to risk given|リスク対応の方針の提示
GV.RM-05|Lines of communication for risk|リスクの連絡経路
GV.RM-06|One method to calculate and record risk|リスクの算定・記録方法の統一
GV.RM-07|Opportunities considered with risk|好機となるリスクの検討
GV.RR-01|Leadership answers for cyber risk|経営層の責任
GV.RR-02|Roles and authorities assigned|役割と権限の割り当て
GV.RR-03|Resources allotted|資源の配分
GV.RR-04|Security in human resources|人事でのセキュリティ
GV.PO-01|Policy set and enforced|方針の策定と実施
GV.PO-02|Policy reviewed and updated|方針の見直し
GV.OV-01|Strategy reviewed by its outcomes|成果による戦略の見直し
GV.OV-02|Strategy covers requirements and risks|要求とリスクの網羅の確認
GV.OV-03|Performance evaluated|実績の評価
GV.SC-01|Supply chain risk program|サプライチェーンリスクの計画
GV.SC-02|Roles with suppliers and customers|供給者・顧客との役割分担
GV.SC-03|Supply chain risk part of risk management|リスク管理への統合
GV.SC-04|Suppliers known and ranked|供給者の把握と優先付け
GV.SC-05|Security requirements in contracts|契約でのセキュリティ要求
GV.SC-06|Due diligence before contracts|契約前の調査
GV.SC-07|Supplier risk monitored|供給者リスクの監視
GV.SC-08|Suppliers part of incident plans|インシデント計画への参加
GV.SC-09|Supply chain security over the life cycle|ライフサイクルを通した確保
GV.SC-10|End of a relationship planned|取引終了後の計画
ID.AM-01|Hardware inventory|ハードウェアの台帳
ID.AM-02|Inventory of software, services and systems|ソフトウェア・サービス・システムの台帳
ID.AM-03|Authorized communication and data flows known|通信とデータの流れの把握
ID.AM-04|Inventory of suppliers’ services|供給者のサービスの台帳
ID.AM-05|Assets ranked by importance|資産の優先順位
ID.AM-07|Inventory of data and metadata|データの台帳
ID.AM-08|Assets managed over their life cycle|資産のライフサイクル管理
ID.RA-01|Vulnerabilities found and recorded|脆弱性の特定と記録
ID.RA-02|Threat intelligence received|脅威情報の入手
ID.RA-03|Threats identified|脅威の特定
ID.RA-04|Impact and likelihood known|影響と起こりやすさの把握
ID.RA-05|Risk understood from all of it|リスクの理解
ID.RA-06|Responses chosen and tracked|対応の選択と追跡
ID.RA-07|Changes and exceptions managed|変更と例外の管理
ID.RA-08|Vulnerability disclosures handled|脆弱性の届出の受付
ID.RA-09|Authenticity of software checked before use|利用前の真正性の確認
ID.RA-10|Critical suppliers assessed|重要な供給者の評価
ID.IM-01|Improvements from evaluations|評価からの改善
ID.IM-02|Improvements from tests and exercises|試験・演習からの改善
ID.IM-03|Improvements from operations|運用からの改善
ID.IM-04|Plans for incidents kept current|インシデント計画の維持
PR.AA-01|Identities and credentials managed|ID と認証情報の管理
PR.AA-02|Identities proofed and bound|本人確認と結び付け
PR.AA-03|Users, services and hardware authenticated|利用者・サービス・機器の認証
PR.AA-04|Identity assertions protected|認証結果の保護
PR.AA-05|Least privilege and separation of duties|最小権限と職務の分離
PR.AA-06|Physical access managed|物理的アクセスの管理
PR.AT-01|Awareness of everybody|全員の意識向上
PR.AT-02|Training for special roles|専門職の訓練
PR.DS-01|Data at rest protected|保存データの保護
PR.DS-02|Data in transit protected|通信データの保護
PR.DS-10|Data in use protected|利用中のデータの保護
PR.DS-11|Backups made, protected and tested|バックアップの取得・保護・試験
PR.PS-01|Configurations managed|構成の管理
PR.PS-02|Software maintained and replaced|ソフトウェアの保守と更新
PR.PS-03|Hardware maintained and replaced|ハードウェアの保守と更新
PR.PS-04|Logs written and available|ログの生成と利用
PR.PS-05|Unauthorized software kept from running|許可されないソフトウェアの防止
PR.PS-06|Secure development|安全な開発
PR.IR-01|Networks protected from unauthorized access|ネットワークの不正アクセスからの保護
PR.IR-02|Protection from environmental threats|環境の脅威からの保護
PR.IR-03|Resilience in adverse situations|障害時の回復力
PR.IR-04|Enough capacity for availability|可用性のための容量
DE.CM-01|Networks monitored|ネットワークの監視
DE.CM-02|Physical environment monitored|物理環境の監視
DE.CM-03|Activity of people and use of technology monitored|人の活動と利用状況の監視
DE.CM-06|Activity of external providers monitored|外部事業者の活動の監視
DE.CM-09|Systems and their data monitored|システムとデータの監視
DE.AE-02|Events analyzed|事象の分析
DE.AE-03|Events correlated from several sources|複数の情報源の相関
DE.AE-04|Impact and extent estimated|影響と範囲の推定
DE.AE-06|Events brought to those who act|担当者への通知
DE.AE-07|Threat intelligence used in analysis|分析への脅威情報の活用
DE.AE-08|Incidents declared by criteria|基準によるインシデント宣言
RS.MA-01|Response plan carried out|対応計画の実行
RS.MA-02|Reports triaged|報告の選別
RS.MA-03|Incidents ranked|インシデントの分類と優先付け
RS.MA-04|Incidents escalated|上申
RS.MA-05|Criteria for recovery applied|復旧開始の基準
RS.AN-03|Cause and course analyzed|原因と経過の分析
RS.AN-06|Actions recorded, records intact|対応の記録と保全
RS.AN-07|Incident data collected, its integrity kept|データの収集と完全性の維持
RS.AN-08|Magnitude estimated|規模の推定
RS.CO-02|Stakeholders notified|利害関係者への通知
RS.CO-03|Information shared|情報の共有
RS.MI-01|Incidents contained|封じ込め
RS.MI-02|Incidents eradicated|根絶
RC.RP-01|Recovery carried out|復旧の実行
RC.RP-02|Recovery actions chosen and ranked|復旧作業の選択と優先付け
RC.RP-03|Integrity of backups checked before use|利用前のバックアップの確認
RC.RP-04|Critical functions considered|重要機能の考慮
RC.RP-05|Integrity of restored systems checked|復旧後の確認
RC.RP-06|End of recovery declared|復旧の完了宣言
RC.CO-03|Progress communicated|進捗の連絡
RC.CO-04|Public updates shared|公表
`;

export const texts = {
  '2.0': textsOfTable({
    name,
    about: { publisher: nistPublisher, url: 'https://doi.org/10.6028/NIST.CSWP.29', published: '2024-02', license: nistLicense },
    groups,
    titles,
  }),
};
