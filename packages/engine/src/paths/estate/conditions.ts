/** Conditions of permissions → conditions of steps: what tags would make true, what the attacker says himself, what nobody knows. */
import type { AccessCondition, KeyClass } from '../../iam/index.ts';
import { printCondition } from '../../iam/index.ts';
import type { PathCondition, TagWanted } from '../inputs.ts';

const RESOURCE_TAG = /^(?:[a-z0-9-]+):resourcetag\/(.+)$/i;
const MAX_LENGTH = 300;

/** Tests on tags of the object that its known tags meet fall away. False: its known tags do not meet them and nobody can set them so. */
export function pathCondition(condition: AccessCondition, object: string, tags: Readonly<Record<string, string>>): PathCondition | null {
  const tests = condition.kind === 'and' ? condition.of : [condition];
  const open: AccessCondition[] = [];
  const wanted: TagWanted[] = [];
  for (const test of tests) {
    const tag = wantedTag(test, object);
    if (tag === null) open.push(test);
    else if (tags[tag.key] !== tag.value) wanted.push(tag);
  }
  if (open.length === 0 && wanted.length === 0) return null;
  const text = [...open.map((each) => printCondition(each)), ...wanted.map(({ key, value }) => `tag ${key} is ${value}`)].join(' and ');
  return { text: text.slice(0, MAX_LENGTH), likelihood: likelihoodOf(open), tags: wanted };
}

function wantedTag(test: AccessCondition, object: string): TagWanted | null {
  if (test.kind !== 'test' || !/^string(?:equals|like)/i.test(test.operator)) return null;
  const key = RESOURCE_TAG.exec(test.key)?.[1];
  const [value] = test.values;
  return key === undefined || value === undefined ? null : { object, key, value: value.replaceAll('*', '') };
}

const ORDER: readonly PathCondition['likelihood'][] = ['settable', 'attainable', 'unknown'];
const BY_CLASS: Readonly<Record<KeyClass, PathCondition['likelihood']>> = {
  ...{ 'attacker-settable': 'settable', attainable: 'attainable', environment: 'unknown', unknown: 'unknown' },
};

/** That of the hardest part; of alternatives, too, for want of knowing which one holds. */
export function likelihoodOf(open: readonly AccessCondition[]): PathCondition['likelihood'] {
  return hardest(open.flatMap((each) => classesIn(each)));
}

/** That of the hardest; of none, `settable`. */
export function hardest(all: readonly PathCondition['likelihood'][]): PathCondition['likelihood'] {
  return ORDER[Math.max(0, ...all.map((each) => ORDER.indexOf(each)))] ?? 'unknown';
}

function classesIn(condition: AccessCondition): readonly PathCondition['likelihood'][] {
  switch (condition.kind) {
    case 'test':
      return [BY_CLASS[condition.keyClass]];
    case 'unknown-value':
      return ['unknown'];
    case 'not':
      return classesIn(condition.of);
    default:
      return condition.of.flatMap((each) => classesIn(each));
  }
}
