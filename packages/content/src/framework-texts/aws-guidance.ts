/** What AWS itself publishes: chapters only; controls are named by our checks. */
import { textsOfTable } from './table.ts';

const license = {
  en: 'AWS’s own text is not here: numbers only, titles are ours',
  ja: 'AWS の本文は転載せず番号だけを使い、題名は独自です',
};
const publisher = { en: 'Amazon Web Services', ja: 'Amazon Web Services' };
const wellArchitected = 'https://docs.aws.amazon.com/wellarchitected/latest';

export const fsbp = {
  '2024': textsOfTable({
    name: { en: 'AWS Foundational Security Best Practices', ja: 'AWS 基礎セキュリティのベストプラクティス' },
    about: { publisher, url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html', published: '2024', license },
  }),
};

export const security = {
  '2024': textsOfTable({
    name: { en: 'AWS Well-Architected, security pillar', ja: 'AWS Well-Architected セキュリティの柱' },
    about: { publisher, url: `${wellArchitected}/security-pillar/welcome.html`, published: '2024', license },
    groups: `
SEC01|Secure operation|安全な運用
SEC02|Identities|ID の管理
SEC03|Permissions|権限の管理
SEC04|Detection|検知
SEC05|Networks|ネットワークの保護
SEC06|Compute|コンピューティングの保護
SEC07|Classification of data|データの分類
SEC08|Data at rest|保存データの保護
SEC09|Data in transit|通信データの保護
SEC10|Incident response|インシデント対応
SEC11|Application security|アプリケーションのセキュリティ
`,
  }),
};

export const reliability = {
  '2024': textsOfTable({
    name: { en: 'AWS Well-Architected, reliability pillar', ja: 'AWS Well-Architected 信頼性の柱' },
    about: { publisher, url: `${wellArchitected}/reliability-pillar/welcome.html`, published: '2024', license },
  }),
};
