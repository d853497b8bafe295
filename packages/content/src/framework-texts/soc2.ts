/** AICPA Trust Services Criteria 2017: series and criteria in our own short words. */
import { textsOfTable } from './table.ts';

const groups = `
CC1|Control environment|統制環境
CC2|Communication and information|情報と伝達
CC3|Risk assessment|リスク評価
CC4|Monitoring|モニタリング
CC5|Control activities|統制活動
CC6|Logical and physical access|論理・物理アクセス
CC7|System operations|システム運用
CC8|Change management|変更管理
CC9|Risk mitigation|リスク軽減
A1|Availability|可用性
C1|Confidentiality|機密性
PI1|Processing integrity|処理の完全性
`;
const titles = `
CC1.3|Structures, reporting lines and authorities|組織構造・報告経路・権限
CC2.1|Relevant information for control|統制に必要な情報
CC3.1|Objectives clear enough to see risks|リスクを見るための目的
CC3.2|Risks identified and analyzed|リスクの識別と分析
CC3.3|Fraud considered|不正の考慮
CC3.4|Changes that matter assessed|変化の評価
CC4.2|Deficiencies communicated|不備の伝達
CC5.2|General controls over technology|技術の全般統制
CC6.1|Logical access security|論理アクセスのセキュリティ
CC6.2|Users registered and removed|利用者の登録と削除
CC6.3|Access by role and least privilege|役割と最小権限によるアクセス
CC6.6|Threats from outside the boundary|境界外からの脅威
CC6.7|Movement of information restricted|情報の移動の制限
CC6.8|Unauthorized software prevented|不正なソフトウェアの防止
CC7.1|Changes and vulnerabilities detected|変更と脆弱性の検知
CC7.2|Anomalies monitored|異常の監視
CC7.3|Events evaluated|事象の評価
CC7.4|Incidents responded to|インシデントへの対応
CC7.5|Recovery from incidents|インシデントからの復旧
CC8.1|Changes authorized and tested|変更の承認と試験
CC9.2|Vendors and partners managed|委託先・提携先の管理
A1.2|Environment, backup and recovery|環境・バックアップ・復旧
C1.1|Confidential information identified and kept|機密情報の特定と保護
C1.2|Confidential information disposed of|機密情報の廃棄
PI1.2|Inputs complete and accurate|入力の完全性と正確性
PI1.3|Processing complete and accurate|処理の完全性と正確性
PI1.4|Outputs complete and accurate|出力の完全性と正確性
PI1.5|Items stored complete and accurate|保存の完全性と正確性
`;
const about = {
  publisher: { en: 'AICPA', ja: '米国公認会計士協会（AICPA）' },
  url: 'https://www.aicpa-cima.com/topic/audit-assurance/audit-and-assurance-greater-than-soc-2',
  published: '2017',
  license: {
    en: 'The criteria’s text is copyrighted: numbers only, titles are ours',
    ja: '規準の本文は著作物のため番号だけを使い、題名は独自です',
  },
};

export const texts = {
  '2017': textsOfTable({
    name: { en: 'AICPA Trust Services Criteria (SOC 2)', ja: 'AICPA Trust サービス規準（SOC 2）' },
    about,
    groups,
    titles,
  }),
};
