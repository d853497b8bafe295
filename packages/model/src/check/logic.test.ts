import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explicit, list, nowhere, object, outside, unresolved } from '../node.ts';
import { any, aside, none, unlessOutside } from './logic.ts';
import type { Tracker } from './view.ts';
import { Unanswered, viewOf, withTracker } from './view.ts';

interface Rule {
  readonly cidr: string;
  readonly tags: readonly string[];
  readonly owner: string;
}

const rule = object<Rule>(
  {
    cidr: explicit('192.0.2.0/24', nowhere),
    tags: list<string>(
      [explicit('web', nowhere), unresolved({ code: 'unset-variable', detail: 'var.tag has no value' }, nowhere)],
      nowhere,
    ),
    owner: outside('it is managed elsewhere', nowhere),
  },
  nowhere,
);

function evaluate(question: (view: Rule) => unknown): { readonly answer: unknown; readonly reads: readonly string[] } {
  const tracker: Tracker = { reads: [], hidden: new Set(), lookup: () => undefined };
  // The view of an object node is a proxy over the very fields of Rule.
  const answer = withTracker(tracker, () => question(viewOf(rule, '', tracker) as Rule));
  return { answer, reads: tracker.reads.map(({ path }) => path) };
}

test('a question asked aside leaves no evidence, those before and after do', () => {
  const { answer, reads } = evaluate((view) => [view.cidr, aside(() => any(view.tags, (tag) => tag === 'web')), view.cidr]);
  assert.deepEqual(answer, ['192.0.2.0/24', true, '192.0.2.0/24']);
  assert.deepEqual(reads, ['cidr', 'cidr']);
});

test('a question asked aside stays unknown when it cannot be answered', () => {
  assert.throws(
    () => evaluate((view) => aside(() => none(view.tags, (tag) => tag === 'db'))),
    (error) => error instanceof Unanswered && error.reason.detail === 'var.tag has no value',
  );
});

test('what is managed elsewhere is no guard to count on, what is unknown here may be one', () => {
  const { answer, reads } = evaluate((view) => [view.cidr, unlessOutside(() => view.owner === 'us', false)]);
  assert.deepEqual(answer, ['192.0.2.0/24', false]);
  assert.deepEqual(reads, ['cidr']);
  assert.throws(() => evaluate((view) => unlessOutside(() => any(view.tags, (tag) => tag === 'db'), false)), Unanswered);
});
