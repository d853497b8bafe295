/** CIS AWS Foundations Benchmark. Titles of controls are those of our checks or our own; the benchmark's own text is CC BY-NC-SA and not here. */
import { textsOfTable } from './table.ts';
import { cisLicense, cisPublisher } from './terms.ts';

const about = { publisher: cisPublisher, url: 'https://www.cisecurity.org/benchmark/amazon_web_services', license: cisLicense };
const name = { en: 'CIS AWS Foundations Benchmark', ja: 'CIS AWS Foundations Benchmark（CIS ベンチマーク）' };

const CHAPTERS = [
  'Identities and access|ID とアクセス',
  'Storage and databases|ストレージとデータベース',
  'Logging|ログ',
  'Monitoring|監視',
  'Networking|ネットワーク',
];
/** Since 6.0 the benchmark's first chapter is an introduction: every number is one higher. */
const groupsFrom = (first: number): string => CHAPTERS.map((words, index) => `${first + index}|${words}`).join('\n');

const questions = `
1.1|Are the contact details of the account current, and do they reach more than one person?|アカウントの連絡先は最新で、複数人に届きますか。
1.2|Is a security contact registered for the account?|アカウントにセキュリティの連絡先が登録されていますか。
1.6|Is the root user kept out of daily work? Who may use it, and where is that recorded?|日常の作業にルートユーザーを使っていませんか。使える人と使った記録はどこにありますか。
1.21|Are users managed in one place, by federation or an organization, in all accounts?|すべてのアカウントの利用者は、フェデレーションや組織で一元管理されていますか。
2.1.3|Is it known which buckets hold personal or secret data, and how they are protected?|個人情報や機密データを置くバケットが把握され、相応に守られていますか。
`;

/** Controls that several checks answer together; those of one check have its title. */
const unused = 'Keys and passwords unused for 45 days are disabled|45 日間使われていないキーとパスワードが無効になっている';
const publicAccess = 'Public access to buckets is blocked|バケットの公開アクセスがブロックされている';
const zones = 'Databases run in several zones|データベースが複数のゾーンで動いている';
const volumes = 'EBS volumes are encrypted|EBS ボリュームが暗号化されている';
const ipv4 = 'Administration ports are closed to 0.0.0.0/0|管理用ポートが 0.0.0.0/0 に開いていない';
const ipv6 = 'Administration ports are closed to ::/0|管理用ポートが ::/0 に開いていない';
const titlesOf = (rows: Readonly<Record<string, string>>): string =>
  Object.entries(rows)
    .map(([number, words]) => `${number}|${words}`)
    .join('\n');

export const texts = {
  '3.0': textsOfTable({
    name,
    about: { ...about, published: '2024' },
    groups: groupsFrom(1),
    titles: titlesOf({ '1.12': unused, '2.1.4': publicAccess, '2.2.1': volumes, '5.2': ipv4, '5.3': ipv6 }),
    questions,
  }),
  '5.0': textsOfTable({
    name,
    about: { ...about, published: '2025' },
    groups: groupsFrom(1),
    titles: titlesOf({ '1.11': unused, '2.1.4': publicAccess, '2.2.4': zones, '5.1.1': volumes, '5.3': ipv4, '5.4': ipv6 }),
    questions,
  }),
  '6.0': textsOfTable({
    name,
    about: { ...about, published: '2025' },
    groups: groupsFrom(2),
    titles: titlesOf({ '2.11': unused, '3.1.4': publicAccess, '3.2.4': zones, '6.1.1': volumes, '6.3': ipv4, '6.4': ipv6 }),
    questions: oneHigher(questions),
  }),
  '7.0': textsOfTable({
    name,
    about: { ...about, published: '2026' },
    groups: groupsFrom(2),
    titles: titlesOf({
      '2.11': unused,
      '2.21': 'Policies of resources do not admit everyone|リソースのポリシーがすべての人を許可していない',
      '3.1.4': publicAccess,
      '3.2.4': zones,
      '4.10': 'Services that receive requests log them|リクエストを受けるサービスがログを記録している',
      '6.3': ipv4,
      '6.4': ipv6,
    }),
  }),
};

function oneHigher(table: string): string {
  return table.replaceAll(/^(\d+)(?=\.)/gmu, (chapter) => String(Number(chapter) + 1));
}
