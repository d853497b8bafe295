/** PCI DSS 4.0: the twelve requirements and their sections, in our own words. */
import { textsOfTable } from './table.ts';

const groups = `
1|Network security|ネットワークのセキュリティ
2|Secure configurations|安全な設定
3|Stored account data|保存されたアカウントデータ
4|Transmission over open networks|公衆網での送信
5|Malicious software|悪意あるソフトウェア
6|Secure systems and software|安全なシステムとソフトウェア
7|Access by need to know|必要な範囲のアクセス
8|Users and authentication|利用者と認証
9|Physical access|物理アクセス
10|Logging and monitoring|ログと監視
11|Testing of security|セキュリティの試験
12|Policies and programs|方針と計画
`;
const about = {
  publisher: { en: 'PCI Security Standards Council', ja: 'PCI SSC' },
  url: 'https://www.pcisecuritystandards.org/document_library/',
  published: '2022-03',
  license: {
    en: 'The standard’s text is copyrighted: numbers only, titles are ours',
    ja: '規格の本文は著作物のため番号だけを使い、題名は独自です',
  },
};

export const texts = { '4.0': textsOfTable({ name: { en: 'PCI DSS', ja: 'PCI DSS' }, about, groups }) };
