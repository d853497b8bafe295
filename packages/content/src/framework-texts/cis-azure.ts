/** CIS Microsoft Azure Foundations Benchmark: chapters; controls are named by our checks. The benchmark’s own text is CC BY-NC-SA and not here. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const name = { en: 'CIS Microsoft Azure Foundations Benchmark', ja: 'CIS Microsoft Azure Foundations Benchmark（CIS ベンチマーク）' };
const about = { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/azure', license: cisLicense };
const groups1 = `
2|Identity|ID
3|Security services|セキュリティサービス
4|Storage accounts|ストレージアカウント
5|Databases|データベース
6|Logging and monitoring|ログと監視
7|Networking|ネットワーク
8|Virtual machines|仮想マシン
9|App Service|App Service
10|Other|その他
`;
const groups2 = `
2|Analytics|分析サービス
3|Compute|コンピューティング
4|Databases|データベース
6|Identity|ID
7|Management and governance|管理とガバナンス
8|Networking|ネットワーク
9|Security services|セキュリティサービス
10|Storage|ストレージ
`;
const groups3 = `
2|Analytics|分析サービス
3|Compute|コンピューティング
5|Identity|ID
6|Management and governance|管理とガバナンス
7|Networking|ネットワーク
8|Security services|セキュリティサービス
9|Storage|ストレージ
`;

export const texts = {
  '3.0': textsOfTable({ name, about: { ...about, published: '2024' }, groups: groups1 }),
  '4.0': textsOfTable({ name, about: { ...about, published: '2025' }, groups: groups2 }),
  '5.0': textsOfTable({ name, about: { ...about, published: '2025' }, groups: groups3 }),
  '6.0': textsOfTable({ name, about: { ...about, published: '2026' }, groups: groups3 }),
};
