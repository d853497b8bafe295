/** What the reader of check files says, in both languages. */
import type { Text } from '@kumomori/model';

function didYouMean(suggestion: string | null): Text {
  return suggestion === null ? { en: '', ja: '' } : { en: `; did you mean ${suggestion}?`, ja: `。${suggestion} ではありませんか` };
}

export const words = {
  noMap: (what: string): Text => ({ en: `${what} must be a mapping`, ja: `${what} はマッピングで書きます` }),
  noList: (what: string): Text => ({ en: `${what} must be a list`, ja: `${what} はリストで書きます` }),
  noText: (what: string): Text => ({ en: `${what} must be a text`, ja: `${what} は文字列で書きます` }),
  texts: (what: string): Text => ({ en: `${what} must be a text, or en and ja`, ja: `${what} は文字列か、en と ja で書きます` }),
  missing: (what: string): Text => ({ en: `${what} is missing`, ja: `${what} がありません` }),
  empty: (what: string): Text => ({ en: `${what} is empty`, ja: `${what} が空です` }),
  unknownKey: (key: string, suggestion: string | null): Text => ({
    en: `"${key}" is not known here${didYouMean(suggestion).en}`,
    ja: `"${key}" というキーはありません${didYouMean(suggestion).ja}`,
  }),
  oneOf: (what: string, known: readonly string[], suggestion: string | null): Text => ({
    en: `${what} must be one of ${known.join(', ')}${didYouMean(suggestion).en}`,
    ja: `${what} は ${known.join(', ')} のどれかです${didYouMean(suggestion).ja}`,
  }),
  id: (id: string): Text => ({
    en: `the id "${id}" must be words of small letters and digits joined by "-", such as acme-bucket-owner`,
    ja: `id "${id}" は acme-bucket-owner のように、小文字と数字の単語を "-" でつなぎます`,
  }),
  title: (): Text => ({ en: 'the title has at most 80 characters', ja: 'title は 80 文字までです' }),
  parameter: (name: string): Text => ({
    en: `the parameter ${name} needs a default that is a number or a list of texts`,
    ja: `パラメーター ${name} の既定値は数値か文字列のリストです`,
  }),
  openTemplate: (): Text => ({ en: '{{ is not closed by }}', ja: '{{ が }} で閉じられていません' }),
  nothing: (): Text => ({ en: 'the file holds no check', ja: 'ファイルにチェックがありません' }),
  tooMany: (count: number): Text => ({
    en: `more than ${count} checks in one file`,
    ja: `1 つのファイルに書けるチェックは ${count} 個までです`,
  }),
  exampleSource: (known: readonly string[]): Text => ({
    en: `an example needs code: one of ${known.join(', ')}`,
    ja: `例にはコードが必要です: ${known.join(', ')} のどれか`,
  }),
};
