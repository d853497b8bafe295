/** CIS AWS Foundations Benchmark. Titles of controls are those of our checks; the benchmark's own text is CC BY-NC-SA and not here. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const about = { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/amazon_web_services', license: cisLicense };
const name = { en: 'CIS AWS Foundations Benchmark', ja: 'CIS AWS Foundations Benchmark（CIS ベンチマーク）' };

const groups = `
1|Identities and access|ID とアクセス
2|Storage and databases|ストレージとデータベース
3|Logging|ログ
4|Monitoring|監視
5|Networking|ネットワーク
`;
const questions = `
1.1|Are the contact details of the account current, and do they reach more than one person?|アカウントの連絡先は最新で、複数人に届きますか。
1.2|Is a security contact registered for the account?|アカウントにセキュリティの連絡先が登録されていますか。
1.6|Is the root user kept out of daily work? Who may use it, and where is that recorded?|日常の作業にルートユーザーを使っていませんか。使える人と使った記録はどこにありますか。
1.21|Are users managed in one place, by federation or an organization, in all accounts?|すべてのアカウントの利用者は、フェデレーションや組織で一元管理されていますか。
2.1.3|Is it known which buckets hold personal or secret data, and how they are protected?|個人情報や機密データを置くバケットが把握され、相応に守られていますか。
`;

export const texts = {
  '3.0': textsOfTable({ name, about: { ...about, published: '2024' }, groups, questions }),
  '5.0': textsOfTable({ name, about: { ...about, published: '2025' }, groups, questions }),
  '6.0': textsOfTable({ name, about: { ...about, published: '2025' }, groups, questions }),
  '7.0': textsOfTable({ name, about: { ...about, published: '2026' }, groups, questions }),
};
