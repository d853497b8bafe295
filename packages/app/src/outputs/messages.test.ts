import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en as pageEn } from './html/messages.en.ts';
import { ja as pageJa } from './html/messages.ja.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

type Leaf = readonly [string, string];

/** Every text of a catalogue by its key; functions are called with their argument numbers as values. */
function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'function') return [[path, String(Reflect.apply(value, null, ['7', '8', '9'].slice(0, value.length)))]];
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const catalogues = [
  { name: 'formats', english: en, japanese: ja },
  { name: 'page', english: pageEn, japanese: pageJa },
];

for (const { name, english, japanese } of catalogues) {
  test(`${name}: both languages have the same keys`, () => {
    const keys = (catalogue: object): readonly string[] =>
      leaves(catalogue)
        .map(([key]) => key)
        .toSorted();
    assert.deepEqual(keys(japanese), keys(english));
  });

  test(`${name}: every Japanese text is Japanese and says the same values`, () => {
    const englishTexts = new Map(leaves(english));
    const values = (text: string | undefined): readonly string[] =>
      [...(text ?? '').matchAll(/\{\w+\}|[789]/g)].map(([one]) => one).toSorted();
    for (const [key, text] of leaves(japanese)) {
      const isNumbersOnly = /^[✔×\d\s·.,+(){}a-z]*$/.test(text);
      assert.ok(isNumbersOnly || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text), `${key}: ${text}`);
      assert.deepEqual(values(text), values(englishTexts.get(key)), key);
    }
  });
}
