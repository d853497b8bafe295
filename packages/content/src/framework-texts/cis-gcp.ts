/** CIS Google Cloud Platform Foundation Benchmark: chapters; controls are named by our checks. The benchmark’s own text is CC BY-NC-SA and not here. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const name = {
  en: 'CIS Google Cloud Platform Foundation Benchmark',
  ja: 'CIS Google Cloud Platform Foundation Benchmark（CIS ベンチマーク）',
};
const about = { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/google_cloud_computing_platform', license: cisLicense };
const groups1 = `
1|Identity and access|ID とアクセス
2|Logging and monitoring|ログと監視
3|Networking|ネットワーク
4|Virtual machines|仮想マシン
5|Storage|ストレージ
6|Cloud SQL|Cloud SQL
7|BigQuery|BigQuery
8|Dataproc|Dataproc
`;

export const texts = {
  '3.0': textsOfTable({ name, about: { ...about, published: '2024' }, groups: groups1 }),
  '4.0': textsOfTable({ name, about: { ...about, published: '2025' }, groups: groups1 }),
  '5.0': textsOfTable({ name, about: { ...about, published: '2026' }, groups: groups1 }),
};
