/** ISMAP, controls by the numbers of ISO/IEC 27002:2013 and 27017:2015, with short titles of our own. */
import { textsOfTable } from './table.ts';
import { ismapPublisher, isoLicense } from './terms.ts';

const name = { en: 'ISMAP control criteria (numbers of ISO/IEC 27017)', ja: 'ISMAP 管理策基準（ISO/IEC 27017 の番号）' };
const groups = `
5|Policies|方針
6|Organization|組織
CLD.6|Organization (cloud)|組織（クラウド固有）
7|People|人的資源
8|Assets|資産
CLD.8|Assets (cloud)|資産（クラウド固有）
9|Access control|アクセス制御
CLD.9|Access control (cloud)|アクセス制御（クラウド固有）
10|Cryptography|暗号
12|Operations|運用
CLD.12|Operations (cloud)|運用（クラウド固有）
13|Communications|通信
CLD.13|Communications (cloud)|通信（クラウド固有）
14|Acquisition, development, maintenance|取得・開発・保守
15|Suppliers|供給者
16|Incidents|インシデント
17|Continuity|事業継続
18|Compliance|順守
`;
const titles = `
5.1.1|Policies for information security|情報セキュリティのための方針群
5.1.2|Review of the policies|方針群の見直し
6.1.1|Roles and responsibilities|役割と責任
6.1.2|Segregation of duties|職務の分離
6.1.3|Contact with authorities|関係当局との連絡
6.1.5|Security in projects|プロジェクトでのセキュリティ
CLD.6.3.1|Shared roles and responsibilities in the cloud|クラウドでの役割と責任の共有
7.2.2|Awareness, education and training|意識向上・教育・訓練
8.1.1|Inventory of assets|資産目録
8.1.2|Ownership of assets|資産の管理責任
CLD.8.1.5|Removal of customer assets|利用者の資産の除去
8.2.1|Classification of information|情報の分類
8.2.2|Labelling of information|情報のラベル付け
9.1.1|Access control policy|アクセス制御方針
9.1.2|Access to networks and network services|ネットワークとそのサービスへのアクセス
9.2.1|User registration and removal|利用者の登録と削除
9.2.2|Provision of access|アクセス権の提供
9.2.3|Management of privileged rights|特権の管理
9.2.4|Management of secret authentication information|秘密認証情報の管理
9.2.5|Review of access rights|アクセス権の見直し
9.2.6|Removal of access rights|アクセス権の削除
9.4.1|Restriction of access to information|情報へのアクセス制限
9.4.2|Secure log-on|セキュリティに配慮したログオン
9.4.3|Password management|パスワード管理
9.4.4|Use of privileged utility programs|特権ユーティリティの使用
9.4.5|Access to program source code|ソースコードへのアクセス
CLD.9.5.1|Separation in virtual environments|仮想環境における分離
CLD.9.5.2|Hardening of virtual machines|仮想マシンの要塞化
10.1.1|Use of cryptographic controls|暗号による管理策の利用
10.1.2|Key management|鍵管理
12.1.1|Documented operating procedures|操作手順書
12.1.2|Change management|変更管理
12.1.3|Capacity management|容量・能力の管理
CLD.12.1.5|Administrator’s operational security|管理者の運用のセキュリティ
12.2.1|Protection from malware|マルウェアに対する管理策
12.3.1|Backup of information|情報のバックアップ
12.4.1|Event logging|イベントログ取得
12.4.2|Protection of logs|ログ情報の保護
12.4.3|Administrator and operator logs|実務管理者・運用担当者の作業ログ
12.4.4|Clock synchronization|クロックの同期
CLD.12.4.5|Monitoring of cloud services|クラウドサービスの監視
12.6.1|Management of technical vulnerabilities|技術的ぜい弱性の管理
12.6.2|Restrictions on software installation|ソフトウェア導入の制限
13.1.1|Network controls|ネットワーク管理策
13.1.2|Security of network services|ネットワークサービスのセキュリティ
13.1.3|Segregation in networks|ネットワークの分離
CLD.13.1.4|Alignment of virtual and physical networks|仮想・物理ネットワークの整合
13.2.1|Policies for information transfer|情報転送の方針と手順
14.1.2|Application services on public networks|公衆ネットワーク上のアプリケーション
14.2.1|Secure development policy|セキュリティに配慮した開発方針
15.1.1|Supplier relationship policy|供給者関係の方針
16.1.2|Reporting of events|事象の報告
16.1.7|Collection of evidence|証拠の収集
17.1.2|Continuity of information security|情報セキュリティ継続の実施
17.2.1|Availability of facilities|設備の可用性
18.1.1|Applicable law and contracts|適用法令と契約上の要求
18.1.3|Protection of records|記録の保護
18.1.4|Privacy and personal information|個人情報の保護
18.1.5|Regulation of cryptography|暗号化機能に対する規制
18.2.3|Review of technical compliance|技術的順守の見直し
`;

export const texts = {
  'iso-27017': textsOfTable({
    name,
    about: { publisher: ismapPublisher, url: 'https://www.ismap.go.jp/', published: '2020-06', license: isoLicense },
    groups,
    titles,
  }),
};
