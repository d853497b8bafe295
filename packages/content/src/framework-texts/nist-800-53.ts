/** NIST SP 800-53 revision 5: families and the titles of all base controls that are not withdrawn. */
import { textsOfTable } from './table.ts';
import { nistLicense, nistPublisher } from './terms.ts';

const name = { en: 'NIST SP 800-53 revision 5', ja: 'NIST SP 800-53 リビジョン 5' };
const groups = `
AC|Access control|アクセス制御
AT|Awareness and training|意識向上と訓練
AU|Audit and accountability|監査と説明責任
CA|Assessment, authorization and monitoring|評価・認可・監視
CM|Configuration management|構成管理
CP|Contingency planning|緊急時対応計画
IA|Identification and authentication|識別と認証
IR|Incident response|インシデント対応
MA|Maintenance|保守
MP|Media protection|媒体保護
PE|Physical and environmental protection|物理・環境の保護
PL|Planning|計画
PM|Program management|プログラム管理
PS|Personnel security|人的セキュリティ
PT|Processing of personal information and transparency|個人情報の処理と透明性
RA|Risk assessment|リスクアセスメント
SA|System and services acquisition|システムとサービスの調達
SC|System and communications protection|システムと通信の保護
SI|System and information integrity|システムと情報の完全性
SR|Supply chain risk management|サプライチェーンリスク管理
`;
const titles = `
AC-1|Policy and procedures|方針と手順
AC-2|Account management|アカウント管理
AC-3|Access enforcement|アクセス制御の実施
AC-4|Information flow enforcement|情報フローの制御
AC-5|Separation of duties|職務の分離
AC-6|Least privilege|最小権限
AC-7|Unsuccessful logon attempts|ログオン失敗
AC-8|System use notification|システム利用の通知
AC-9|Previous logon notification|前回ログオンの通知
AC-10|Concurrent session control|同時セッションの制御
AC-11|Device lock|端末のロック
AC-12|Session termination|セッションの終了
AC-14|Permitted actions without identification or authentication|識別・認証なしで許す操作
AC-16|Security and privacy attributes|セキュリティとプライバシーの属性
AC-17|Remote access|リモートアクセス
AC-18|Wireless access|無線アクセス
AC-19|Access control for mobile devices|モバイル機器のアクセス制御
AC-20|Use of external systems|外部システムの利用
AC-21|Information sharing|情報の共有
AC-22|Publicly accessible content|公開コンテンツ
AC-23|Data mining protection|データマイニングからの保護
AC-24|Access control decisions|アクセス制御の判断
AC-25|Reference monitor|リファレンスモニター
AT-1|Policy and procedures|方針と手順
AT-2|Literacy training and awareness|基礎教育と意識向上
AT-3|Role-based training|役割別の訓練
AT-4|Training records|訓練の記録
AT-6|Training feedback|訓練結果の報告
AU-1|Policy and procedures|方針と手順
AU-2|Event logging|事象の記録
AU-3|Content of audit records|監査記録の内容
AU-4|Audit log storage capacity|監査ログの容量
AU-5|Response to audit logging process failures|監査記録の失敗への対応
AU-6|Audit record review, analysis, and reporting|監査記録のレビュー・分析・報告
AU-7|Audit record reduction and report generation|監査記録の集約と報告の生成
AU-8|Time stamps|タイムスタンプ
AU-9|Protection of audit information|監査情報の保護
AU-10|Non-repudiation|否認防止
AU-11|Audit record retention|監査記録の保持
AU-12|Audit record generation|監査記録の生成
AU-13|Monitoring for information disclosure|情報漏えいの監視
AU-14|Session audit|セッションの監査
AU-16|Cross-organizational audit logging|組織間の監査ログ
CA-1|Policy and procedures|方針と手順
CA-2|Control assessments|管理策の評価
CA-3|Information exchange|情報交換
CA-5|Plan of action and milestones|是正計画
CA-6|Authorization|運用の認可
CA-7|Continuous monitoring|継続的な監視
CA-8|Penetration testing|侵入試験
CA-9|Internal system connections|内部システムの接続
CM-1|Policy and procedures|方針と手順
CM-2|Baseline configuration|基準構成
CM-3|Configuration change control|構成変更の管理
CM-4|Impact analyses|影響分析
CM-5|Access restrictions for change|変更のアクセス制限
CM-6|Configuration settings|構成設定
CM-7|Least functionality|最小機能
CM-8|System component inventory|構成要素の台帳
CM-9|Configuration management plan|構成管理計画
CM-10|Software usage restrictions|ソフトウェア利用の制限
CM-11|User-installed software|利用者が導入するソフトウェア
CM-12|Information location|情報の所在
CM-13|Data action mapping|データ処理の対応付け
CM-14|Signed components|署名された構成要素
CP-1|Policy and procedures|方針と手順
CP-2|Contingency plan|緊急時対応計画
CP-3|Contingency training|緊急時対応の訓練
CP-4|Contingency plan testing|緊急時対応計画の試験
CP-6|Alternate storage site|代替保管場所
CP-7|Alternate processing site|代替処理場所
CP-8|Telecommunications services|通信サービス
CP-9|System backup|システムのバックアップ
CP-10|System recovery and reconstitution|システムの復旧と再構築
CP-11|Alternate communications protocols|代替通信手段
CP-12|Safe mode|セーフモード
CP-13|Alternative security mechanisms|代替のセキュリティ機構
IA-1|Policy and procedures|方針と手順
IA-2|Identification and authentication (organizational users)|識別と認証（組織の利用者）
IA-3|Device identification and authentication|機器の識別と認証
IA-4|Identifier management|識別子の管理
IA-5|Authenticator management|認証子の管理
IA-6|Authentication feedback|認証のフィードバック
IA-7|Cryptographic module authentication|暗号モジュールの認証
IA-8|Identification and authentication (non-organizational users)|識別と認証（組織外の利用者）
IA-9|Service identification and authentication|サービスの識別と認証
IA-10|Adaptive authentication|適応型認証
IA-11|Re-authentication|再認証
IA-12|Identity proofing|本人確認
IA-13|Identity providers and authorization servers|ID プロバイダーと認可サーバー
IR-1|Policy and procedures|方針と手順
IR-2|Incident response training|インシデント対応の訓練
IR-3|Incident response testing|インシデント対応の試験
IR-4|Incident handling|インシデントの処理
IR-5|Incident monitoring|インシデントの監視
IR-6|Incident reporting|インシデントの報告
IR-7|Incident response assistance|インシデント対応の支援
IR-8|Incident response plan|インシデント対応計画
IR-9|Information spillage response|情報流出への対応
MA-1|Policy and procedures|方針と手順
MA-2|Controlled maintenance|管理された保守
MA-3|Maintenance tools|保守用の道具
MA-4|Nonlocal maintenance|遠隔保守
MA-5|Maintenance personnel|保守要員
MA-6|Timely maintenance|適時の保守
MA-7|Field maintenance|現地での保守
MP-1|Policy and procedures|方針と手順
MP-2|Media access|媒体へのアクセス
MP-3|Media marking|媒体の表示
MP-4|Media storage|媒体の保管
MP-5|Media transport|媒体の輸送
MP-6|Media sanitization|媒体の消去
MP-7|Media use|媒体の利用
MP-8|Media downgrading|媒体の格下げ
PE-1|Policy and procedures|方針と手順
PE-2|Physical access authorizations|物理アクセスの許可
PE-3|Physical access control|物理アクセスの制御
PE-4|Access control for transmission|伝送路のアクセス制御
PE-5|Access control for output devices|出力装置のアクセス制御
PE-6|Monitoring physical access|物理アクセスの監視
PE-8|Visitor access records|訪問者の記録
PE-9|Power equipment and cabling|電源設備と配線
PE-10|Emergency shutoff|緊急遮断
PE-11|Emergency power|非常用電源
PE-12|Emergency lighting|非常灯
PE-13|Fire protection|防火
PE-14|Environmental controls|環境の管理
PE-15|Water damage protection|水害からの保護
PE-16|Delivery and removal|搬入と搬出
PE-17|Alternate work site|代替作業場所
PE-18|Location of system components|構成要素の設置場所
PE-19|Information leakage|情報の漏えい（電磁波）
PE-20|Asset monitoring and tracking|資産の監視と追跡
PE-21|Electromagnetic pulse protection|電磁パルスからの保護
PE-22|Component marking|構成要素の表示
PE-23|Facility location|施設の立地
PL-1|Policy and procedures|方針と手順
PL-2|System security and privacy plans|セキュリティとプライバシーの計画
PL-4|Rules of behavior|行動規則
PL-7|Concept of operations|運用構想
PL-8|Security and privacy architectures|セキュリティとプライバシーのアーキテクチャ
PL-9|Central management|集中管理
PL-10|Baseline selection|ベースラインの選択
PL-11|Baseline tailoring|ベースラインの調整
PM-1|Information security program plan|情報セキュリティプログラム計画
PM-2|Information security program leadership role|プログラムの責任者
PM-3|Information security and privacy resources|セキュリティとプライバシーの資源
PM-4|Plan of action and milestones process|是正計画の手続き
PM-5|System inventory|システムの台帳
PM-6|Measures of performance|実績の測定
PM-7|Enterprise architecture|エンタープライズアーキテクチャ
PM-8|Critical infrastructure plan|重要インフラ計画
PM-9|Risk management strategy|リスク管理戦略
PM-10|Authorization process|認可の手続き
PM-11|Mission and business process definition|使命と業務プロセスの定義
PM-12|Insider threat program|内部脅威プログラム
PM-13|Security and privacy workforce|セキュリティとプライバシーの人材
PM-14|Testing, training, and monitoring|試験・訓練・監視
PM-15|Security and privacy groups and associations|専門団体との連携
PM-16|Threat awareness program|脅威認識プログラム
PM-17|Protecting controlled unclassified information on external systems|外部システム上の CUI の保護
PM-18|Privacy program plan|プライバシープログラム計画
PM-19|Privacy program leadership role|プライバシーの責任者
PM-20|Dissemination of privacy program information|プライバシー情報の周知
PM-21|Accounting of disclosures|開示の記録
PM-22|Personally identifiable information quality management|個人情報の品質管理
PM-23|Data governance body|データガバナンス組織
PM-24|Data integrity board|データ完全性委員会
PM-25|Minimization of personally identifiable information used in testing, training, and research|試験・訓練・研究での個人情報の最小化
PM-26|Complaint management|苦情の管理
PM-27|Privacy reporting|プライバシーの報告
PM-28|Risk framing|リスクの枠組み
PM-29|Risk management program leadership roles|リスク管理の責任者
PM-30|Supply chain risk management strategy|サプライチェーンリスク戦略
PM-31|Continuous monitoring strategy|継続的監視の戦略
PM-32|Purposing|目的外利用の防止
PS-1|Policy and procedures|方針と手順
PS-2|Position risk designation|職位のリスク指定
PS-3|Personnel screening|人員の審査
PS-4|Personnel termination|退職
PS-5|Personnel transfer|異動
PS-6|Access agreements|アクセスの同意書
PS-7|External personnel security|外部要員のセキュリティ
PS-8|Personnel sanctions|処分
PS-9|Position descriptions|職務記述書
PT-1|Policy and procedures|方針と手順
PT-2|Authority to process personally identifiable information|個人情報を処理する権限
PT-3|Personally identifiable information processing purposes|個人情報を処理する目的
PT-4|Consent|同意
PT-5|Privacy notice|プライバシー通知
PT-6|System of records notice|記録システムの通知
PT-7|Specific categories of personally identifiable information|特別な種類の個人情報
PT-8|Computer matching requirements|照合の要件
RA-1|Policy and procedures|方針と手順
RA-2|Security categorization|セキュリティの分類
RA-3|Risk assessment|リスクアセスメント
RA-5|Vulnerability monitoring and scanning|脆弱性の監視と検査
RA-6|Technical surveillance countermeasures survey|盗聴対策の調査
RA-7|Risk response|リスクへの対応
RA-8|Privacy impact assessments|プライバシー影響評価
RA-9|Criticality analysis|重要度の分析
RA-10|Threat hunting|脅威ハンティング
SA-1|Policy and procedures|方針と手順
SA-2|Allocation of resources|資源の配分
SA-3|System development life cycle|システム開発ライフサイクル
SA-4|Acquisition process|調達の手続き
SA-5|System documentation|システムの文書
SA-8|Security and privacy engineering principles|セキュリティとプライバシーの設計原則
SA-9|External system services|外部システムサービス
SA-10|Developer configuration management|開発者の構成管理
SA-11|Developer testing and evaluation|開発者の試験と評価
SA-15|Development process, standards, and tools|開発のプロセス・標準・ツール
SA-16|Developer-provided training|開発者による訓練
SA-17|Developer security and privacy architecture and design|開発者のアーキテクチャと設計
SA-20|Customized development of critical components|重要要素の特注開発
SA-21|Developer screening|開発者の審査
SA-22|Unsupported system components|サポート切れの構成要素
SA-23|Specialization|特化
SC-1|Policy and procedures|方針と手順
SC-2|Separation of system and user functionality|システム機能と利用者機能の分離
SC-3|Security function isolation|セキュリティ機能の分離
SC-4|Information in shared system resources|共有資源内の情報
SC-5|Denial-of-service protection|サービス妨害からの保護
SC-6|Resource availability|資源の可用性
SC-7|Boundary protection|境界の保護
SC-8|Transmission confidentiality and integrity|通信の機密性と完全性
SC-10|Network disconnect|ネットワークの切断
SC-11|Trusted path|高信頼経路
SC-12|Cryptographic key establishment and management|暗号鍵の確立と管理
SC-13|Cryptographic protection|暗号による保護
SC-15|Collaborative computing devices and applications|共同作業機器とアプリケーション
SC-16|Transmission of security and privacy attributes|属性の伝送
SC-17|Public key infrastructure certificates|公開鍵基盤の証明書
SC-18|Mobile code|モバイルコード
SC-20|Secure name/address resolution service (authoritative source)|安全な名前解決（権威サーバー）
SC-21|Secure name/address resolution service (recursive or caching resolver)|安全な名前解決（キャッシュサーバー）
SC-22|Architecture and provisioning for name/address resolution service|名前解決の構成
SC-23|Session authenticity|セッションの真正性
SC-24|Fail in known state|既知の状態での停止
SC-25|Thin nodes|シンノード
SC-26|Decoys|おとり
SC-27|Platform-independent applications|プラットフォーム非依存アプリケーション
SC-28|Protection of information at rest|保存情報の保護
SC-29|Heterogeneity|異種性
SC-30|Concealment and misdirection|隠蔽と欺瞞
SC-31|Covert channel analysis|隠れチャネルの分析
SC-32|System partitioning|システムの分割
SC-34|Non-modifiable executable programs|変更できないプログラム
SC-35|External malicious code identification|外部の悪意あるコードの特定
SC-36|Distributed processing and storage|分散処理と分散保管
SC-37|Out-of-band channels|帯域外チャネル
SC-38|Operations security|運用のセキュリティ
SC-39|Process isolation|プロセスの分離
SC-40|Wireless link protection|無線リンクの保護
SC-41|Port and I/O device access|ポートと入出力装置へのアクセス
SC-42|Sensor capability and data|センサーの機能とデータ
SC-43|Usage restrictions|利用制限
SC-44|Detonation chambers|検証環境
SC-45|System time synchronization|時刻の同期
SC-46|Cross domain policy enforcement|ドメイン間の方針の実施
SC-47|Alternate communications paths|代替通信経路
SC-48|Sensor relocation|センサーの移設
SC-49|Hardware-enforced separation and policy enforcement|ハードウェアによる分離
SC-50|Software-enforced separation and policy enforcement|ソフトウェアによる分離
SC-51|Hardware-based protection|ハードウェアによる保護
SI-1|Policy and procedures|方針と手順
SI-2|Flaw remediation|欠陥の是正
SI-3|Malicious code protection|悪意あるコードからの保護
SI-4|System monitoring|システムの監視
SI-5|Security alerts, advisories, and directives|セキュリティの警告と勧告
SI-6|Security and privacy function verification|機能の検証
SI-7|Software, firmware, and information integrity|ソフトウェアと情報の完全性
SI-8|Spam protection|迷惑メール対策
SI-10|Information input validation|入力の検証
SI-11|Error handling|エラー処理
SI-12|Information management and retention|情報の管理と保持
SI-13|Predictable failure prevention|故障の予防
SI-14|Non-persistence|非永続性
SI-15|Information output filtering|出力のフィルタリング
SI-16|Memory protection|メモリの保護
SI-17|Fail-safe procedures|フェイルセーフ
SI-18|Personally identifiable information quality operations|個人情報の品質
SI-19|De-identification|匿名化
SI-20|Tainting|データの標識
SI-21|Information refresh|情報の更新
SI-22|Information diversity|情報の多様性
SI-23|Information fragmentation|情報の断片化
SR-1|Policy and procedures|方針と手順
SR-2|Supply chain risk management plan|サプライチェーンリスク計画
SR-3|Supply chain controls and processes|管理策とプロセス
SR-4|Provenance|来歴
SR-5|Acquisition strategies, tools, and methods|調達の戦略と手法
SR-6|Supplier assessments and reviews|供給者の評価
SR-7|Supply chain operations security|運用のセキュリティ
SR-8|Notification agreements|通知の合意
SR-9|Tamper resistance and detection|改ざんの防止と検知
SR-10|Inspection of systems or components|システムと構成要素の検査
SR-11|Component authenticity|構成要素の真正性
SR-12|Component disposal|構成要素の廃棄
`;

export const texts = {
  r5: textsOfTable({
    name,
    about: { publisher: nistPublisher, url: 'https://doi.org/10.6028/NIST.SP.800-53r5', published: '2020-12', license: nistLicense },
    groups,
    titles,
  }),
  'r5-objective': textsOfTable({
    name,
    about: { publisher: nistPublisher, url: 'https://doi.org/10.6028/NIST.SP.800-53r5', published: '2020-12', license: nistLicense },
    groups,
    titles,
  }),
};
