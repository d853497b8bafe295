/**
 * What parsers, model and engine say in English (diagnostics, reasons of unknown values), in Japanese. They are pure and know no language;
 * a sentence that is missing here is shown in English.
 */
import { japanesePhrases } from './phrases/index.ts';

/** What to say for a sentence that is not listed: the kind of trouble in Japanese, the detail as it is. */
const kinds: Readonly<Record<string, string>> = {
  'hcl-syntax': '構文エラー',
  'json-syntax': 'JSON の構文エラー',
  'yaml-syntax': 'YAML の構文エラー',
  cloudformation: 'テンプレートの誤り',
  cycle: '循環参照',
  limit: '上限に達しました',
  internal: '内部エラー (報告してください)',
  'variable-type': '変数の型',
  'module-not-found': 'モジュールが見つかりません',
};

/** The first pattern that fits answers. */
const phrases = japanesePhrases(inJapanese);

/** The sentence in Japanese, or itself. O(phrases). */
export function inJapanese(sentence: string): string {
  for (const [pattern, japanese] of phrases) {
    const match = pattern.exec(sentence);
    if (match) return japanese(...match.slice(1).map((part) => part ?? ''));
  }
  return sentence;
}

export function diagnosticInJapanese(code: string, message: string): string {
  const known = inJapanese(message);
  const kind = kinds[code];
  return known !== message || kind === undefined ? known : `${kind}: ${message}`;
}
