/** Terraform: modules, blocks, syntax. */
import type { Phrase } from './phrase.ts';

export const terraformPhrases: readonly Phrase[] = [
  // Modules
  [/^module "(.+)" lies outside of the scanned folder \((.+)\)$/, outsideModule],
  [
    /^module "(.+)": there are no Terraform files in (.+)$/,
    (name = '', dir = '') => `モジュール "${name}": ${dir} に Terraform ファイルがありません`,
  ],
  [
    /^module "(.+)" comes from (.+), which is not on this disk$/,
    (name = '', source = '') =>
      `モジュール "${name}" (${source === 'a source that is not known' ? '取得元不明' : source}) はこのディスクにありません (terraform init で取得できます)`,
  ],
  [
    /^module "(.+)" calls itself through (.+)$/,
    (name = '', dir = '') => `モジュール "${name}" が ${dir} を通じて自分自身を呼び出しています`,
  ],
  [/^module "(.+)" has no files$/, (name = '') => `モジュール "${name}" にファイルがありません`],
  [/^modules are nested more than (\d+) deep$/, (depth = '') => `モジュールの入れ子が ${depth} 段を超えています`],
  // Blocks
  [/^(.+) is declared twice in this module$/, (what = '') => `${what} がこのモジュールで 2 回宣言されています`],
  [
    /^(\d+) instances of one block; only the first (\d+) are looked at$/,
    (all = '', first = '') => `1 つのブロックから ${all} 個のインスタンスができるため、最初の ${first} 個だけを評価します`,
  ],
  [
    /^dynamic block "(.+)" has more than (\d+) elements; the others were left out$/,
    (type = '', limit = '') => `dynamic ブロック "${type}" の要素が ${limit} 個を超えるため、残りは評価しません`,
  ],
  [/^(.+) is treated as unknown$/, (what = '') => `${what} (不明な値として扱います)`],
  [
    /^(.+) is not a value in Terraform; it was read as (.+)$/,
    (word = '', read = '') => `${word} は Terraform の値ではないため、${read} として読み取りました`,
  ],
  [
    /^(\w+) is written as an argument, which Terraform refuses: it is a block$/,
    (name = '') => `${name} は引数として書かれていますが、ブロックでなければ Terraform が受け付けません`,
  ],
  // Syntax
  [/^block "(.+)" is not closed: "}" is missing$/, (type = '') => `ブロック "${type}" が閉じていません ("}" がありません)`],
  [/^attribute "(.+)" is given twice$/, (name = '') => `属性 "${name}" が 2 回指定されています`],
  [/^attribute or block expected, found (.+)$/, (found = '') => `属性またはブロックが必要な位置に ${place(found)} があります`],
  [/^expression expected, found (.+)$/, (found = '') => `式が必要な位置に ${place(found)} があります`],
  [/^(.+) expected(?: [^,]+)?, found (.+)$/, (wanted = '', found = '') => `${wanted} が必要な位置に ${place(found)} があります`],
  [
    /^heredoc is not closed: no line holds only "(.+)"$/,
    (marker = '') => `ヒアドキュメントが閉じていません ("${marker}" だけの行がありません)`,
  ],
  [/^"}" without a block to close$/, () => '対応するブロックのない "}" です'],
];

function outsideModule(name = '', source = ''): string {
  return `モジュール "${name}" (${source}) はスキャン対象フォルダーの外にあります。両方を含むフォルダーを指定してください`;
}

function place(found = ''): string {
  return found.replace(/^(?:the )?end of (?:the )?file$/, 'ファイルの終わり').replace(/^(?:the )?end of (?:the )?line$/, '行末');
}
