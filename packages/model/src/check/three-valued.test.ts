/** Properties of views and of the three-valued helpers over random trees: what is answered holds in every world the tree allows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Leaf, ListNode } from '../node.ts';
import { explicit, list, nowhere, object, outside, unresolved } from '../node.ts';
import { all, allOf, any, anyOf, find, matching, none } from './logic.ts';
import type { Tracker } from './view.ts';
import { Unanswered, viewOf, withTracker } from './view.ts';

interface Shape {
  readonly flags: Readonly<Record<'a' | 'b' | 'c', boolean>>;
  readonly rules: readonly boolean[];
  readonly grants: readonly boolean[];
}

/** `?` unresolved, `o` outside. */
type Mark = boolean | '?' | 'o';
interface Items {
  readonly items: readonly { readonly mark: Mark; readonly uncertain: boolean }[];
  readonly rest: '?' | 'o' | null;
}
interface Tree {
  readonly a: Mark;
  readonly b: Mark;
  readonly c: Mark;
  readonly rules: Items;
  readonly grants: Items;
}

type Question =
  | { readonly ask: 'flag'; readonly name: 'a' | 'b' | 'c' }
  | { readonly ask: 'any' | 'all' | 'none'; readonly list: 'rules' | 'grants'; readonly wanted: boolean }
  | { readonly ask: 'found' | 'matched'; readonly list: 'rules' | 'grants'; readonly wanted: boolean }
  | { readonly ask: 'not'; readonly of: Question }
  | { readonly ask: 'allOf' | 'anyOf' | 'and' | 'or'; readonly left: Question; readonly right: Question };

const why = { code: 'unset-variable', detail: 'var.x has no value' } as const;

function leafOf(mark: Mark): Leaf<boolean> {
  return mark === '?' ? unresolved(why, nowhere) : mark === 'o' ? outside('elsewhere', nowhere) : explicit(mark, nowhere);
}

function listOf({ items, rest }: Items): ListNode<boolean> {
  return {
    ...list<boolean>([], nowhere, rest === null ? null : rest === '?' ? unresolved(why, nowhere) : outside('elsewhere', nowhere)),
    items: items.map(({ mark, uncertain }) => ({ node: leafOf(mark), uncertain })),
  };
}

function viewOfTree(tree: Tree, tracker: Tracker): Shape {
  const { a, b, c, rules, grants } = tree;
  const flags = object<Shape['flags']>({ a: leafOf(a), b: leafOf(b), c: leafOf(c) }, nowhere);
  const node = object<Shape>({ flags, rules: listOf(rules), grants: listOf(grants) }, nowhere);
  return viewOf(node, '', tracker) as Shape; // the view of an object node is a proxy over the very fields of its shape
}

function answer(shape: Shape, question: Question): boolean {
  switch (question.ask) {
    case 'flag':
      return shape.flags[question.name];
    case 'any':
      return any(shape[question.list], (each) => each === question.wanted);
    case 'all':
      return all(shape[question.list], (each) => each === question.wanted);
    case 'none':
      return none(shape[question.list], (each) => each === question.wanted);
    case 'found':
      return find(shape[question.list], (each) => each === question.wanted) === question.wanted;
    case 'matched':
      return matching(shape[question.list], (each) => each === question.wanted).length > 0;
    case 'not':
      return !answer(shape, question.of);
    case 'allOf':
      return allOf(
        () => answer(shape, question.left),
        () => answer(shape, question.right),
      );
    case 'anyOf':
      return anyOf(
        () => answer(shape, question.left),
        () => answer(shape, question.right),
      );
    case 'and':
      return answer(shape, question.left) && answer(shape, question.right);
    case 'or':
      return answer(shape, question.left) || answer(shape, question.right);
  }
}

type Outcome = boolean | 'unresolved' | 'outside';

function evaluate(tree: Tree, question: Question, hidden: readonly string[] = []): { outcome: Outcome; reads: readonly string[] } {
  const tracker: Tracker = { reads: [], hidden: new Set(hidden), lookup: () => undefined };
  const paths = (): readonly string[] => tracker.reads.map(({ path }) => path);
  try {
    const outcome = withTracker(tracker, () => answer(viewOfTree(tree, tracker), question));
    return { outcome, reads: paths() };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { outcome: error.kind, reads: paths() };
  }
}

/** The tree with everything unknown decided by the bits in turn: values, whether uncertain elements exist, what else the lists hold. */
function worldOf(tree: Tree, bits: readonly boolean[]): Shape {
  let at = 0;
  const bit = (): boolean => bits[at++ % bits.length] ?? false;
  const known = (mark: Mark): boolean => (typeof mark === 'boolean' ? mark : bit());
  const elements = ({ items, rest }: Items): readonly boolean[] => [
    ...items.flatMap(({ mark, uncertain }) => (uncertain && bit() ? [] : [known(mark)])),
    ...(rest !== null && bit() ? [bit()] : []),
  ];
  const flags = { a: known(tree.a), b: known(tree.b), c: known(tree.c) };
  return { flags, rules: elements(tree.rules), grants: elements(tree.grants) };
}

const mark = fc.constantFrom<Mark>(true, false, '?', 'o');
const items = fc.record({
  items: fc.array(fc.record({ mark, uncertain: fc.constantFrom(false, false, true) }), { maxLength: 4 }),
  rest: fc.constantFrom(null, null, '?' as const, 'o' as const),
});
const tree = fc.record({ a: mark, b: mark, c: mark, rules: items, grants: items });
const bits = fc.array(fc.boolean(), { minLength: 1, maxLength: 24 });
const name = fc.constantFrom('a' as const, 'b' as const, 'c' as const);
const listName = fc.constantFrom('rules' as const, 'grants' as const);
const { question } = fc.letrec<{ question: Question }>((tie) => ({
  question: fc.oneof(
    { maxDepth: 4 },
    fc.record({ ask: fc.constant('flag' as const), name }),
    fc.record({ ask: fc.constantFrom('any' as const, 'all' as const, 'none' as const), list: listName, wanted: fc.boolean() }),
    fc.record({ ask: fc.constantFrom('found' as const, 'matched' as const), list: listName, wanted: fc.boolean() }),
    fc.record({ ask: fc.constant('not' as const), of: tie('question') }),
    fc.record({
      ask: fc.constantFrom('allOf' as const, 'anyOf' as const, 'and' as const, 'or' as const),
      left: tie('question'),
      right: tie('question'),
    }),
  ),
}));

test('an answer that is given holds in every world the unknown parts allow', () => {
  fc.assert(
    fc.property(tree, question, fc.array(bits, { minLength: 4, maxLength: 4 }), (each, asked, worlds) => {
      const { outcome } = evaluate(each, asked);
      if (typeof outcome !== 'boolean') return;
      for (const world of worlds) assert.equal(answer(worldOf(each, world), asked), outcome);
    }),
    { numRuns: 600 },
  );
});

test('over a tree of which everything is known there is always an answer, that of the plain values', () => {
  fc.assert(
    fc.property(bits, tree, question, (world, each, asked) => {
      const { flags, rules, grants } = worldOf(each, world);
      const certain = (values: readonly boolean[]): Items => ({
        items: values.map((value) => ({ mark: value, uncertain: false })),
        rest: null,
      });
      const known: Tree = { ...flags, rules: certain(rules), grants: certain(grants) };
      assert.equal(evaluate(known, asked).outcome, answer({ flags, rules, grants }, asked));
    }),
    { numRuns: 300 },
  );
});

test('hiding anything that was read keeps the answer or makes it unknown', () => {
  fc.assert(
    fc.property(tree, question, (each, asked) => {
      const open = evaluate(each, asked);
      for (const path of new Set(open.reads)) {
        const { outcome } = evaluate(each, asked, [path]);
        assert.ok(outcome === open.outcome || outcome === 'unresolved', `${path}: ${open.outcome} becomes ${outcome}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('any is unknown only when worlds differ, and so are all and none', () => {
  const ask = fc.constantFrom('any' as const, 'all' as const, 'none' as const);
  fc.assert(
    fc.property(items, ask, fc.boolean(), (rules, quantifier, wanted) => {
      const asked: Question = { ask: quantifier, list: 'rules', wanted };
      const each: Tree = { a: true, b: true, c: true, rules, grants: { items: [], rest: null } };
      const answers = new Set(Array.from({ length: 1 << 10 }, (_, number) => answer(worldOf(each, bitsOf(number)), asked)));
      const { outcome } = evaluate(each, asked);
      assert.equal(typeof outcome === 'boolean', answers.size === 1);
    }),
    { numRuns: 60 },
  );
});

function bitsOf(number: number): readonly boolean[] {
  return Array.from({ length: 10 }, (_, place) => ((number >> place) & 1) === 1);
}

test('De Morgan: not all of two is any of their opposites', () => {
  fc.assert(
    fc.property(tree, question, question, (each, left, right) => {
      const notBoth = evaluate(each, { ask: 'not', of: { ask: 'allOf', left, right } });
      const eitherNot = evaluate(each, { ask: 'anyOf', left: { ask: 'not', of: left }, right: { ask: 'not', of: right } });
      assert.deepEqual(notBoth, eitherNot);
    }),
    { numRuns: 200 },
  );
});

test('the order of operands does not matter for the answer', () => {
  fc.assert(
    fc.property(tree, question, question, fc.constantFrom('allOf' as const, 'anyOf' as const), (each, left, right, ask) => {
      assert.equal(evaluate(each, { ask, left, right }).outcome, evaluate(each, { ask, left: right, right: left }).outcome);
    }),
    { numRuns: 200 },
  );
});
