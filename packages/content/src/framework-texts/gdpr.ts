/** GDPR: the three articles settings say something about. */
import { textsOfTable } from './table.ts';

const titles = `
Art.25|Data protection by design and by default|設計段階からの、既定でのデータ保護
Art.30|Records of processing|処理活動の記録
Art.32|Security of processing|処理のセキュリティ
`;
const about = {
  publisher: { en: 'European Union', ja: '欧州連合（EU）' },
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  published: '2016-04',
  license: { en: 'Law of the European Union, reusable with its source', ja: 'EU の法令。出典を示して再利用できます' },
};

export const texts = { '2016-679': textsOfTable({ name: { en: 'GDPR', ja: 'GDPR（EU 一般データ保護規則）' }, about, titles }) };
