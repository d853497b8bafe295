/** Laws of derivation on random programs, and small cases with known answers. The slow, obviously right versions are in this file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answers, bodyOf, cheapestDerivations, cheapestProofs, chokePoints, HornBuilder, isReached, leastFixSet } from './index.ts';
import { proofOf, propagate, rankFixes, reachThrough, restrictTo, sourceIn } from './index.ts';
import type { HornProgram, Question } from './index.ts';

interface RuleText {
  readonly head: number;
  readonly body: readonly number[];
  readonly weight: number;
}
interface ProgramText {
  readonly facts: number;
  readonly axioms: readonly number[];
  readonly rules: readonly RuleText[];
  readonly sources: readonly (readonly number[])[];
}

const FACTS = 9;
const fact = fc.nat(FACTS - 1);
const rule = fc.record({ head: fact, body: fc.array(fact, { maxLength: 3 }), weight: fc.integer({ min: 0, max: 15 }) });
const texts: fc.Arbitrary<ProgramText> = fc.record({
  facts: fc.constant(FACTS),
  axioms: fc.uniqueArray(fact, { maxLength: 3 }),
  rules: fc.array(rule, { maxLength: 16 }),
  sources: fc.array(fc.array(fact, { maxLength: 2 }), { minLength: 1, maxLength: 70 }),
});

function compile({ facts, axioms, rules }: ProgramText): HornProgram {
  const builder = new HornBuilder();
  for (let id = 0; id < facts; id++) builder.fact(`fact ${id}`);
  for (const id of axioms) builder.axiom(`fact ${id}`);
  for (const { head, body, weight } of rules) builder.rule(head, body, { weight });
  return builder.build();
}

/** Costs by trying all rules again and again until nothing changes. */
function slowCosts({ facts, axioms, rules }: ProgramText, source: readonly number[], without: readonly number[] = []): number[] {
  const costs: number[] = Array.from({ length: facts }, () => Infinity);
  for (const id of [...axioms, ...source]) if (!without.includes(id)) costs[id] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const { head, body, weight } of rules) {
      const cost = [...new Set(body)].reduce((sum, id) => sum + (costs[id] ?? 0), weight);
      if (without.includes(head) || cost >= (costs[head] ?? 0)) continue;
      costs[head] = cost;
      changed = true;
    }
  }
  return costs;
}

function allSubsets(items: readonly number[]): number[][] {
  const sets: number[][] = [[]];
  for (const item of items) sets.push(...sets.map((set) => [...set, item]));
  return sets;
}

test('the cheapest derivation costs what trying everything says, and its rules prove the goal', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const program = compile(text);
      const [source = []] = text.sources;
      const expected = slowCosts(text, source);
      const derivations = cheapestDerivations(program, source);
      assert.deepEqual([...derivations.cost], expected);
      for (let goal = 0; goal < FACTS; goal++) {
        const proof = proofOf(program, derivations, goal);
        assert.equal(proof === null, expected[goal] === Infinity);
        const known = new Set([...source, ...text.axioms]);
        for (const id of proof?.rules ?? []) {
          assert.ok([...bodyOf(program, id)].every((needed) => known.has(needed)));
          known.add(program.head[id] ?? -1);
        }
        assert.ok(proof === null || known.has(goal));
      }
    }),
  );
});

test('many sources in one pass give what each gives alone', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const program = compile(text);
      const reach = propagate(program, text.sources);
      text.sources.forEach((source, index) => {
        const costs = slowCosts(text, source);
        assert.deepEqual(
          costs.map((_, id) => isReached(reach, id, index)),
          costs.map((cost) => cost < Infinity),
        );
      });
    }),
  );
});

test('one more rule never takes a fact away, one less never adds one', () => {
  fc.assert(
    fc.property(texts, rule, (text, extra) => {
      const before = propagate(compile(text), text.sources);
      const after = propagate(compile({ ...text, rules: [...text.rules, extra] }), text.sources);
      before.bits.forEach((word, at) => assert.equal(word & ~(after.bits[at] ?? 0), 0));
    }),
  );
});

test('the part that matters for a goal derives it at the same cost', () => {
  fc.assert(
    fc.property(texts, fact, (text, goal) => {
      const program = compile(text);
      const part = restrictTo(program, [goal], propagate(program, text.sources));
      for (const source of text.sources) {
        const { cost } = cheapestDerivations(part.program, sourceIn(part, source));
        assert.equal(cost[part.factOf(goal) ?? -1], slowCosts(text, source)[goal]);
      }
    }),
  );
});

test('alternatives are different derivations in order of cost, the cheapest first', () => {
  fc.assert(
    fc.property(texts, fact, (text, goal) => {
      const [source = []] = text.sources;
      const proofs = cheapestProofs(compile(text), source, goal);
      const best = slowCosts(text, source)[goal] ?? Infinity;
      assert.equal(proofs[0]?.cost ?? Infinity, best);
      assert.equal(new Set(proofs.map(({ rules }) => rules.toSorted((a, b) => a - b).join())).size, proofs.length);
      proofs.slice(1).forEach(({ cost }, index) => assert.ok(cost >= (proofs[index]?.cost ?? Infinity)));
    }),
  );
});

test('choke points are exactly the facts without which the goal does not follow', () => {
  fc.assert(
    fc.property(texts, fact, (text, goal) => {
      const [source = []] = text.sources;
      const isDerivable = (without: readonly number[]) => (slowCosts(text, source, without)[goal] ?? Infinity) < Infinity;
      const others = Array.from({ length: FACTS }, (_, id) => id).filter((id) => id !== goal && !source.includes(id));
      const expected = isDerivable([]) ? others.filter((id) => !isDerivable([id])) : [];
      assert.deepEqual(
        chokePoints(compile(text), { source, goal }).toSorted((a, b) => a - b),
        expected,
      );
    }),
  );
});

test('each fix closes what it claims, and the least set is the least', () => {
  fc.assert(
    fc.property(texts, fc.array(fact, { minLength: 1, maxLength: 3 }), (text, goals) => {
      const program = compile(text);
      const [source = []] = text.sources;
      const questions: Question[] = goals.map((goal) => ({ source, goal }));
      const isOpen = (without: readonly number[]) => goals.map((goal) => (slowCosts(text, source, without)[goal] ?? Infinity) < Infinity);
      const before = isOpen([]);
      assert.deepEqual(answers(program, questions), before);
      for (const { fact: id, closes } of rankFixes(program, questions)) {
        const after = isOpen([id]);
        assert.deepEqual(
          closes,
          goals.map((_, index) => index).filter((index) => before[index] === true && after[index] === false),
        );
      }
      const isClosable = isOpen(text.axioms);
      const { facts, isMinimal, cannotClose } = leastFixSet(program, questions);
      assert.ok(isMinimal);
      assert.deepEqual(
        cannotClose,
        goals.map((_, index) => index).filter((index) => isClosable[index] === true),
      );
      const closesAll = (without: readonly number[]) => isOpen(without).every((open, index) => !open || cannotClose.includes(index));
      assert.ok(closesAll(facts));
      const least = Math.min(...allSubsets(text.axioms).flatMap((set) => (closesAll(set) ? [set.length] : [])));
      assert.equal(facts.length, least);
    }),
  );
});

test('what every derivation with a marked rule gives is found, nothing that needs none of them', () => {
  const marks = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(texts, marks, (text, isMarked) => {
      const program = compile(text);
      const { sources } = text;
      const marked = Uint8Array.from({ length: program.ruleCount }, (_, rule) => (isMarked[rule] === true ? 1 : 0));
      const reach = propagate(program, sources);
      const through = reachThrough(program, { sources, reach, marked });
      const unmarked = propagate(program, sources, { disabled: marked });
      const disabled = [...marked.keys()].filter((rule) => marked[rule] === 1);
      for (let id = 0; id < FACTS; id++)
        for (const [index, source] of sources.entries()) {
          const isThrough = isReached(through, id, index);
          if (isThrough) assert.ok(isReached(reach, id, index) && disabled.length > 0);
          if (source.includes(id)) assert.ok(!isThrough);
          else if (isReached(reach, id, index) && !isReached(unmarked, id, index) && program.isAxiom[id] === 0) assert.ok(isThrough);
        }
    }),
  );
});

test('a step that needs two things follows only when both do', () => {
  const builder = new HornBuilder();
  const [alice, pass, create, role] = ['controls alice', 'alice may pass', 'alice may create', 'controls role'].map((key) =>
    builder.fact(key),
  );
  builder.rule(role ?? 0, [alice ?? 0, pass ?? 0, create ?? 0]);
  builder.axiom('alice may pass');
  const source = [alice ?? 0];
  assert.deepEqual(answers(builder.build(), [{ source, goal: role ?? 0 }]), [false]);
  builder.axiom('alice may create');
  assert.deepEqual(answers(builder.build(), [{ source, goal: role ?? 0 }]), [true]);
  assert.deepEqual(chokePoints(builder.build(), { source, goal: role ?? 0 }), [pass, create]);
});

test('two ways to one goal: no single change closes it, the least set has one of each', () => {
  const builder = new HornBuilder();
  const source = [builder.fact('internet')];
  const goal = builder.fact('data');
  for (const way of ['open port', 'public bucket']) builder.rule(goal, [source[0] ?? 0, builder.axiom(way)]);
  const program = builder.build();
  assert.deepEqual(rankFixes(program, [{ source, goal }]), []);
  assert.deepEqual(leastFixSet(program, [{ source, goal }]), {
    ...{ facts: [builder.find('open port'), builder.find('public bucket')], isMinimal: true, cannotClose: [], stillOpen: [] },
  });
});
