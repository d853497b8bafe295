/** What the YAML library and Node say when something cannot be read or written, in Japanese: one table for all messages that quote them. */
import type { Phrase } from './phrase.ts';

/** By code of the error: Node puts it before its sentence. What the codes mean is general knowledge of POSIX; the sentences are ours. */
const system: Readonly<Record<string, string>> = {
  ENOENT: 'ファイルまたはフォルダーがありません',
  EACCES: 'アクセス権がありません',
  EPERM: '操作が許可されていません',
  EISDIR: 'ファイルではなくフォルダーです',
  ENOTDIR: 'フォルダーではありません',
  EEXIST: 'すでにあります',
  ENOTEMPTY: 'フォルダーが空ではありません',
  ENOSPC: 'ディスクに空きがありません',
  EDQUOT: 'ディスクの割り当てを使い切りました',
  EROFS: '読み取り専用のファイルシステムです',
  EMFILE: '開いているファイルが多すぎます',
  ENFILE: '開いているファイルが多すぎます',
  ENAMETOOLONG: '名前が長すぎます',
  ELOOP: 'シンボリックリンクが循環しています',
  EBUSY: '使用中です',
  EXDEV: '別のファイルシステムにまたがる操作はできません',
  EIO: '入出力エラーです',
  ECONNREFUSED: '接続を拒否されました',
  ECONNRESET: '接続が切れました',
  ENOTFOUND: 'ホスト名を解決できません',
  EAI_AGAIN: 'ホスト名を今は解決できません',
  ETIMEDOUT: '時間内に応答がありません',
  EHOSTUNREACH: 'ホストに到達できません',
  ENETUNREACH: 'ネットワークに到達できません',
  EADDRINUSE: 'アドレスとポートはすでに使われています',
  EPIPE: '相手が読み取りをやめました',
  ERR_STRING_TOO_LONG: '大きすぎて読み取れません',
  CERT_HAS_EXPIRED: '証明書の期限が切れています',
  DEPTH_ZERO_SELF_SIGNED_CERT: '自己署名の証明書です',
  SELF_SIGNED_CERT_IN_CHAIN: '証明書チェーンに自己署名の証明書があります',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '証明書を検証できません',
};

const codes = Object.keys(system).join('|');
const where = (place: string): string => (place === '' ? '' : `（${place}）`);

/** Parts of a sentence of the YAML library. */
const kinds: Readonly<Record<string, string>> = {
  'flow collection': 'フローコレクション',
  'flow map': '{ } のマップ',
  'flow sequence': '[ ] のシーケンス',
  'flow mapping': '{ } のマップ',
  'block collection': 'ブロックコレクション',
  collection: 'コレクション',
  scalar: '値',
};
const kind = (name: string): string => kinds[name] ?? name;

/** Of yaml 2: the code of the error is named before each. */
const yaml: readonly Phrase[] = [
  // BAD_INDENT
  [/^All (?:sequence|mapping|collection) items must start at the same column$/, () => 'インデントが揃っていません'],
  [/^Flow end indicator should be more indented than parent$/, () => '閉じ括弧は親より深くインデントしてください'],
  [/^Missing indentation.*$/, () => 'インデントがありません'],
  [
    /^Block scalars with more-indented leading empty lines must use an explicit indentation indicator$/,
    () => '先頭の空行のほうが深いブロックには、インデントの幅の指定が必要です',
  ],
  [
    /^Flow (map|sequence) in block collection must be sufficiently indented and end with a (.)$/,
    (name = '', sign = '') => `${kind(`flow ${name}`)}の終わりに「${sign}」がないか、インデントが足りません`,
  ],
  // TAB_AS_INDENT
  [/^Tabs are not allowed as indentation$/, () => 'インデントにタブは使えません'],
  // MULTILINE_IMPLICIT_KEY, BLOCK_AS_IMPLICIT_KEY, KEY_OVER_1024_CHARS
  [
    /^Implicit keys (?:of flow sequence pairs )?need to be on a single line$/,
    () => 'キーは 1 行に書いてください（前の行の「:」や引用符の抜けを確認してください）',
  ],
  [
    /^Nested mappings are not allowed in compact mappings$/,
    () => '1 行の中にマップを重ねて書けません（「: 」を含む値は引用符で囲んでください）',
  ],
  [/^A block sequence may not be used as an implicit map key$/, () => 'シーケンスはキーになりません'],
  [/^The : indicator must be at most 1024 chars.*$/, () => 'キーが長すぎます（「:」は 1024 文字以内に置いてください）'],
  // DUPLICATE_KEY
  [/^Map keys must be unique.*$/, () => '同じキーが 2 回書かれています'],
  // BLOCK_IN_FLOW
  [
    /^Block collections are not allowed within flow collections$/,
    () => '{ } や [ ] の中にブロックは書けません（「,」の抜けを確認してください）',
  ],
  // MISSING_CHAR
  [/^Missing closing (["'])quote$/, (quote = '') => `閉じる引用符 ${quote} がありません`],
  [/^Implicit map keys need to be followed by map values$/, () => 'キーのあとに「:」と値がありません'],
  [/^Sequence item without - indicator$/, () => 'シーケンスの項目に「-」がありません'],
  [/^Missing , (?:or : )?between (.+) items$/, (name = '') => `${kind(name)}の項目の間に「,」がありません`],
  [/^Missing space after : in (.+)$/, (name = '') => `${kind(name)}の「:」のあとに空白がありません`],
  [/^Comments must be separated from other tokens by white space characters$/, () => 'コメントの前に空白が必要です'],
  [/^Tags and anchors must be separated from the next token by white space$/, () => 'タグとアンカーのあとに空白が必要です'],
  [/^Missing directives-end.*$/, () => 'ディレクティブの終わりの「---」がありません'],
  [
    /^Flow (map|sequence) .*expected to end with (.)$/,
    (name = '', sign = '') => `${kind(`flow ${name}`)}の終わりに「${sign}」がありません`,
  ],
  // BAD_SCALAR_START, BAD_DQ_ESCAPE, BAD_ALIAS, ALIAS_PROPS, BAD_DIRECTIVE
  [
    /^Plain value cannot start with (.+)$/,
    (what = '') =>
      `引用符のない値は ${what.replace('reserved character', '予約された文字').replace('directive indicator character', 'ディレクティブの文字').replace('a tab character', 'タブ').replace('block scalar indicator', 'ブロックの記号').replace('flow indicator character', '括弧などの記号')} で始められません`,
  ],
  [/^Invalid escape sequence (.+)$/s, (what = '') => `エスケープ ${what} は使えません`],
  [/^(?:Alias|Anchor) cannot be an empty string$/, () => 'アンカーの名前が空です'],
  [/^Unresolved alias \(the anchor must be set before the alias\): (.+)$/, (name = '') => `アンカー ${name} がここより前にありません`],
  [/^An alias node must not specify any properties$/, () => 'エイリアスにタグやアンカーは付けられません'],
  // MULTIPLE_ANCHORS, MULTIPLE_TAGS, MULTIPLE_DOCS, TAG_RESOLVE_FAILED
  [/^A node can have at most one (anchor|tag)$/, (what = '') => `一つの値に${what === 'anchor' ? 'アンカー' : 'タグ'}は一つまでです`],
  [/^Source contains multiple documents.*$/, () => '「---」で区切られた文書が複数あります。一つにしてください'],
  [/^(?:Unresolved tag|Could not resolve tag): (.+)$/, (tag = '') => `タグ ${tag} を解釈できません`],
  // UNEXPECTED_TOKEN
  [/^Unexpected (\S+) in (.+)$/, (what = '', name = '') => `${kind(name)}の中に余分な ${what} があります`],
  [/^Unexpected empty item in (.+)$/, (name = '') => `${kind(name)}に空の項目があります`],
  [/^Unexpected (\S+) (?:token|at node end).*$/, (what = '') => `ここに ${what} は書けません`],
  [/^Unexpected (?:doc-end|flow-seq-end|flow-map-end).*$/, () => '対応する始まりのない終わりがあります'],
  [/^Block scalar header includes extra characters: (.+)$/, (what = '') => `ブロックの「|」「>」のあとに余分な文字 ${what} があります`],
  [/^keys are nested too deep$/, () => 'キーの入れ子が深すぎます'],
];

export const libraryErrorPhrases: readonly Phrase[] = [
  ...yaml,
  [
    new RegExp(`^(?:(?:connect|getaddrinfo|read|write|listen) )?(${codes})\\b(?:[:,]? ?[^']*?(?:'(.*)'(?: -> '.*')?)?)?$`, 's'),
    (code = '', place = '') => `${system[code] ?? code}（${code}）${where(place)}`,
  ],
];
