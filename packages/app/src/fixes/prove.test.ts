import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Status } from '@kumomori/model';
import type { Texts } from '@kumomori/parsers';
import type { Candidate, Judgement } from './index.ts';
import { prove } from './index.ts';

/** A world of one file, each line of which is a word; words have verdicts. */
const FILE = 'main.tf';

function candidate(name: string, ...ways: readonly ((text: string) => string)[]): Candidate {
  return {
    name,
    goals: [name],
    ways: ways.length,
    editOn: (texts, way) => ({ kind: 'edited', changed: new Map([[FILE, ways[way]?.(texts.get(FILE) ?? START) ?? '']]) }),
  };
}

const START = '# keep\nlocals {}\n';
const add = (word: string) => (text: string) => `${text}${word} {}\n`;

function judge(rules: (text: string) => Readonly<Record<string, Status>>): (texts: Texts) => Promise<Judgement> {
  return async (texts) => {
    const text = texts.get(FILE) ?? START;
    return { verdicts: new Map(Object.entries(rules(text))), troubles: new Map(text.includes('broken') ? [['syntax', 1]] : []) };
  };
}

const has = (text: string, word: string): Status => (text.includes(word) ? 'pass' : 'fail');

async function outcome(candidates: readonly Candidate[], rules: (text: string) => Readonly<Record<string, Status>>, maxJudged = 100) {
  let judged = 0;
  const counting = judge(rules);
  const proof = await prove({
    candidates,
    read: () => START,
    before: await counting(new Map()),
    judge: (texts) => {
      judged += 1;
      return counting(texts);
    },
    maxJudged,
  });
  return {
    text: proof.texts.get(FILE) ?? START,
    proved: proof.proved.map((each) => each.candidate.name),
    refused: proof.refused.map((each) => `${each.candidate.name}: ${each.because.code} ${each.because.what}`.trim()),
    judged,
  };
}

test('fixes that hold together are proved by one scan', async () => {
  const result = await outcome([candidate('a', add('a')), candidate('b', add('b'))], (text) => ({
    a: has(text, 'a {}'),
    b: has(text, 'b {}'),
  }));
  assert.deepEqual(result, { text: `${START}a {}\nb {}\n`, proved: ['a', 'b'], refused: [], judged: 1 });
});

test('what makes something else fail, unknown or unreadable is dropped, and the rest is kept', async () => {
  const candidates = ['good', 'harm', 'broken', 'cloud', 'late'].map((name) => candidate(name, add(name)));
  const result = await outcome(candidates, (text) => ({
    ...Object.fromEntries(candidates.map(({ name }) => [name, has(text, name)])),
    other: text.includes('harm') ? 'fail' : 'pass',
    third: text.includes('cloud') ? 'unknown' : 'not-applicable',
  }));
  assert.deepEqual(result.proved, ['good', 'late']);
  assert.deepEqual(result.refused, ['harm: worse other', 'broken: broken syntax', 'cloud: worse third']);
  assert.equal(result.text, `${START}good {}\nlate {}\n`);
});

test('of two fixes that exclude each other the later one gives way', async () => {
  const result = await outcome([candidate('a', add('a')), candidate('b', add('b'))], (text) => ({
    a: has(text, 'a {}'),
    b: has(text, 'b {}'),
    both: text.includes('a {}') && text.includes('b {}') ? 'fail' : 'pass',
  }));
  assert.deepEqual([result.proved, result.refused], [['a'], ['b: worse both']]);
});

test('the next way is tried when the first does not do it', async () => {
  const result = await outcome([candidate('a', add('x'), add('a'))], (text) => ({ a: has(text, 'a {}') }));
  assert.deepEqual([result.text, result.refused], [`${START}a {}\n`, []]);
});

test('a finding whose resource is gone is not solved', async () => {
  const result = await outcome([candidate('a', add('a'))], (text): Readonly<Record<string, Status>> =>
    text.includes('a {}') ? {} : { a: 'fail' },
  );
  assert.deepEqual(result.refused, ['a: not-solved a']);
});

test('a comment that would be lost keeps the text as it is', async () => {
  const result = await outcome([candidate('a', () => 'a {}\n')], (text) => ({ a: has(text, 'a {}') }));
  assert.deepEqual([result.text, result.refused], [START, ['a: comment-lost keep']]);
});

test('what was not looked at within the limit is refused', async () => {
  const candidates = ['a', 'b', 'c', 'd'].map((name) => candidate(name, add(name)));
  const result = await outcome(
    candidates,
    (text) => ({
      a: has(text, 'a {}'),
      b: has(text, 'b {}'),
      c: has(text, 'c {}'),
      d: has(text, 'd {}'),
      e: text.includes('d {}') ? 'fail' : 'pass',
    }),
    2,
  );
  assert.deepEqual([result.judged, result.proved, result.refused], [2, ['a', 'b'], ['c: limit', 'd: limit']]);
});
