/** ISO/IEC 27001:2022 Annex A: the 93 numbers with short titles of our own. */
import { textsOfTable } from './table.ts';
import { isoLicense, isoPublisher } from './terms.ts';

const name = { en: 'ISO/IEC 27001 Annex A', ja: 'ISO/IEC 27001 附属書 A' };
const groups = `
A.5|Organizational controls|組織的管理策
A.6|People controls|人的管理策
A.7|Physical controls|物理的管理策
A.8|Technological controls|技術的管理策
`;
const titles = `
A.5.1|Policies|方針群
A.5.2|Roles|役割と責任
A.5.3|Duties kept apart|職務の分離
A.5.4|Management’s part|経営陣の責任
A.5.5|Authorities as contacts|関係当局との連絡
A.5.6|Professional groups|専門組織との連絡
A.5.7|Threat intelligence|脅威情報
A.5.8|Security in projects|プロジェクトでのセキュリティ
A.5.9|Inventory|資産の目録
A.5.10|Rules of use|利用の規則
A.5.11|Return of assets|資産の返却
A.5.12|Classification|情報の分類
A.5.13|Labels|情報のラベル付け
A.5.14|Transfer of information|情報の転送
A.5.15|Access control|アクセス制御
A.5.16|Identities over their life|識別情報の管理
A.5.17|Authentication information|認証情報
A.5.18|Access rights|アクセス権
A.5.19|Suppliers|供給者関係
A.5.20|Supplier agreements|供給者との合意
A.5.21|ICT supply chain|ICT サプライチェーン
A.5.22|Monitoring of suppliers|供給者サービスの監視
A.5.23|Use of cloud services|クラウドサービスの利用
A.5.24|Planning for incidents|インシデント管理の計画
A.5.25|Assessment of events|事象の評価
A.5.26|Response to incidents|インシデントへの対応
A.5.27|Lessons from incidents|インシデントからの学習
A.5.28|Collection of evidence|証拠の収集
A.5.29|Security during disruption|中断時のセキュリティ
A.5.30|ICT readiness for continuity|事業継続の備え
A.5.31|Law and contracts|法令と契約
A.5.32|Intellectual property|知的財産権
A.5.33|Protection of records|記録の保護
A.5.34|Personal information|個人情報の保護
A.5.35|Independent review|独立したレビュー
A.5.36|Compliance with own rules|規則の順守
A.5.37|Operating procedures|操作手順書
A.6.1|Screening|選考
A.6.2|Terms of employment|雇用条件
A.6.3|Awareness and training|意識向上と訓練
A.6.4|Disciplinary process|懲戒手続
A.6.5|After employment|雇用終了後の責任
A.6.6|Confidentiality agreements|秘密保持契約
A.6.7|Remote work|リモートワーク
A.6.8|Reporting of events|事象の報告
A.7.1|Perimeters|物理的境界
A.7.2|Entry|入退
A.7.3|Offices and rooms|執務室と部屋
A.7.4|Physical monitoring|物理的監視
A.7.5|Physical and environmental threats|物理・環境の脅威
A.7.6|Work in secure areas|保護区域での作業
A.7.7|Clear desk and screen|クリアデスク・クリアスクリーン
A.7.8|Place of equipment|装置の設置
A.7.9|Assets outside|構外の資産
A.7.10|Storage media|記憶媒体
A.7.11|Supporting utilities|サポートユーティリティ
A.7.12|Cabling|配線
A.7.13|Maintenance of equipment|装置の保守
A.7.14|Disposal of equipment|装置の処分
A.8.1|User devices|利用者の端末
A.8.2|Privileged rights|特権的アクセス権
A.8.3|Restriction of access|アクセス制限
A.8.4|Access to source code|ソースコードへのアクセス
A.8.5|Secure authentication|安全な認証
A.8.6|Capacity|容量・能力
A.8.7|Malware|マルウェア対策
A.8.8|Technical vulnerabilities|技術的ぜい弱性
A.8.9|Configuration|構成管理
A.8.10|Deletion of information|情報の削除
A.8.11|Masking|データマスキング
A.8.12|Data leakage|データ漏えい防止
A.8.13|Backup|バックアップ
A.8.14|Redundancy|冗長性
A.8.15|Logging|ログ取得
A.8.16|Monitoring|監視
A.8.17|Clocks|クロックの同期
A.8.18|Privileged utilities|特権ユーティリティ
A.8.19|Software on operational systems|運用システムへの導入
A.8.20|Networks|ネットワーク
A.8.21|Network services|ネットワークサービス
A.8.22|Segregation of networks|ネットワークの分離
A.8.23|Web filtering|ウェブフィルタリング
A.8.24|Cryptography|暗号
A.8.25|Development life cycle|開発ライフサイクル
A.8.26|Application requirements|アプリケーションの要求事項
A.8.27|Secure architecture|安全なアーキテクチャ
A.8.28|Secure coding|セキュアコーディング
A.8.29|Security testing|セキュリティ試験
A.8.30|Outsourced development|外部委託開発
A.8.31|Separation of environments|環境の分離
A.8.32|Changes|変更管理
A.8.33|Test information|試験情報
A.8.34|Protection during audits|監査試験中の保護
`;

export const texts = {
  '2022': textsOfTable({
    name,
    about: { publisher: isoPublisher, url: 'https://www.iso.org/standard/27001', published: '2022-10', license: isoLicense },
    groups,
    titles,
  }),
  '2022-objective': textsOfTable({
    name,
    about: { publisher: isoPublisher, url: 'https://www.iso.org/standard/27001', published: '2022-10', license: isoLicense },
    groups,
    titles,
  }),
};
