/**
 * Which pairs of ends have a way, and which of them are told. Ways of the house are told where they begin for good: who comes to another
 * principal first and goes its way is named there. Everything is derived for many ends at once; only what is told is written down step by step.
 */
import type { Entry, Goal } from './ends.ts';
import { bodyOf, Deriver, isReached, propagate, restrictTo, sourceIn } from './graph/index.ts';
import type { Part, Reach } from './graph/index.ts';
import { likelierComers, waysBesideRights } from './likeliest.ts';
import type { Pass } from './likeliest.ts';
import { DAILY } from './select.ts';
import type { Compiled, Found } from './tell.ts';
import { isStep, told } from './tell.ts';

const SOURCES_A_PASS = 1024;

export interface Aim {
  readonly entries: readonly Entry[];
  readonly goals: readonly Goal[];
  /** 1 for each fact of the program that ways must do without. */
  readonly retracted: Uint8Array | null;
}

/** Ways of strangers: each of them is told for himself. */
export function waysOfOthers(compiled: Compiled, aim: Aim): readonly Found[] {
  const { entries, goals } = aim;
  const reach = propagate(
    compiled.program,
    entries.map(({ fact }) => [fact]),
    { retracted: aim.retracted ?? undefined },
  );
  const wanted = goals.filter(({ fact }) => entries.some((_, index) => isReached(reach, fact, index)));
  if (wanted.length === 0) return [];
  const part = restrictTo(
    compiled.program,
    wanted.map(({ fact }) => fact),
    reach,
  );
  const deriver = new Deriver(part.program);
  return entries.flatMap((entry, index) => {
    const reached = wanted.filter(({ fact }) => isReached(reach, fact, index));
    if (reached.length === 0) return [];
    return told(compiled, { part, deriver, entry, goals: reached, without: [], alsoFrom: () => [] });
  });
}

/** Ways of principals of the house to administrators' rights: only facts about control matter. */
export function waysToAdmin(compiled: Compiled, aim: Aim): readonly Found[] {
  const part = restrictTo(
    compiled.program,
    aim.goals.map(({ fact }) => fact),
    null,
  );
  return inPasses(aim.entries, (entries) => {
    const asked: Asked = { part, entries, goals: aim.goals, retracted: inPart(part, aim.retracted), isDaily: null };
    return ownWays(compiled, asked, (entry, goal) => !(entry.isAdmin && entry.account === goal.account));
  });
}

/** Ways of principals of the house to data that they may not have by right. */
export function waysToData(compiled: Compiled, aim: Aim): readonly Found[] {
  return waysFrom(compiled, { ...aim, entries: aim.entries.filter(entryFilter(compiled, aim)) }, false);
}

/** The same, also by right: for entries that should not have such rights. */
export function waysAcross(compiled: Compiled, aim: Aim): readonly Found[] {
  return waysFrom(compiled, aim, true);
}

function waysFrom(compiled: Compiled, aim: Aim, alsoByRight: boolean): readonly Found[] {
  return inPasses(aim.entries, (entries) => {
    const reach = propagate(
      compiled.program,
      entries.map(({ fact }) => [fact]),
      { retracted: aim.retracted ?? undefined },
    );
    const goals = aim.goals.filter(({ fact }) => isAny(reach, fact));
    if (goals.length === 0) return [];
    const part = restrictTo(
      compiled.program,
      goals.map(({ fact }) => fact),
      reach,
    );
    const isDaily = alsoByRight ? null : new Uint8Array(part.program.ruleCount);
    if (isDaily) for (let rule = 0; rule < isDaily.length; rule++) isDaily[rule] = isStep(compiled, part, rule) ? 0 : 1;
    return ownWays(compiled, { part, entries, goals, retracted: inPart(part, aim.retracted), isDaily }, () => true);
  });
}

function inPasses(entries: readonly Entry[], ways: (some: readonly Entry[]) => readonly Found[]): readonly Found[] {
  const found: Found[] = [];
  for (let first = 0; first < entries.length; first += SOURCES_A_PASS) found.push(...ways(entries.slice(first, first + SOURCES_A_PASS)));
  return found;
}

/** Every goal that every entry gets to, by whatever rights. O(rules · entries / 32 + entries · goals). */
export function reachedPairs({ program }: Compiled, entries: readonly Entry[], goals: readonly Goal[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let first = 0; first < entries.length; first += SOURCES_A_PASS) {
    const some = entries.slice(first, first + SOURCES_A_PASS);
    const reach = propagate(
      program,
      some.map(({ fact }) => [fact]),
      {},
    );
    for (const goal of goals)
      for (const [index, entry] of some.entries())
        if (isReached(reach, goal.fact, index)) pairs.add(`${entry.id} -> ${goal.kind} ${goal.id}`);
  }
  return pairs;
}

function inPart(part: Part, retracted: Uint8Array | null): Uint8Array | undefined {
  return retracted === null ? undefined : Uint8Array.from(part.facts, (old) => retracted[old] ?? 0);
}

function isAny({ words, bits }: Reach, fact: number): boolean {
  for (let word = 0, at = fact * words; word < words; word++, at++) if ((bits[at] ?? 0) !== 0) return true;
  return false;
}

/**
 * Who can make any step beyond his rights at all: judged on the facts about control alone. What most principals may read leads nowhere else.
 */
function entryFilter(compiled: Compiled, aim: Aim): (entry: Entry) => boolean {
  const { facts, program } = compiled;
  const { entries, retracted } = aim;
  const heads: number[] = [];
  for (let fact = 0; fact < program.factCount; fact++) if (CONTROL.has(facts.parse(fact).predicate)) heads.push(fact);
  heads.push(...aim.goals.map(({ fact }) => fact).filter((fact) => hasStepTo(compiled, fact)));
  const part = restrictTo(program, heads, null);
  const stepping: number[] = [];
  for (let rule = 0; rule < part.program.ruleCount; rule++) if (isStep(compiled, part, rule)) stepping.push(rule);
  const can = new Set<Entry>();
  inPasses(entries, (some) => {
    const reach = propagate(
      part.program,
      some.map(({ fact }) => sourceIn(part, [fact])),
      { retracted: inPart(part, retracted) },
    );
    for (let word = 0; word < reach.words; word++) {
      let found = 0;
      for (const rule of stepping) {
        let all = -1;
        for (const fact of bodyOf(part.program, rule)) all &= reach.bits[fact * reach.words + word] ?? 0;
        found |= all;
      }
      for (let bit = 0; bit < 32; bit++) {
        const entry = some[word * 32 + bit];
        if (entry && (found & (1 << bit)) !== 0) can.add(entry);
      }
    }
    return [];
  });
  return (entry) => can.has(entry);
}

/** Some rule gives the data by more than a permission on it: keys are listed, a role is assigned. */
function hasStepTo({ facts, program }: Compiled, fact: number): boolean {
  for (let at = program.makesStart[fact] ?? 0; at < (program.makesStart[fact + 1] ?? 0); at++) {
    const meaning = facts.meanings[program.meta[program.makes[at] ?? 0] ?? 0];
    if (meaning !== undefined && !DAILY.has(meaning.edge)) return true;
  }
  return false;
}

const CONTROL: ReadonlySet<string> = new Set(['has', 'run', 'reach', 'net']);

interface Asked {
  readonly part: Part;
  readonly entries: readonly Entry[];
  readonly goals: readonly Goal[];
  readonly retracted: Uint8Array | undefined;
  /** Rules by which nothing is gained beyond rights; null: every way is told. */
  readonly isDaily: Uint8Array | null;
}

/** Ways of principals of the house, each told where it begins for good; and what that would hide. */
function ownWays(compiled: Compiled, asked: Asked, isTold: (entry: Entry, goal: Goal) => boolean): readonly Found[] {
  const { part, entries, goals, retracted, isDaily } = asked;
  const sources = entries.map(({ fact }) => sourceIn(part, [fact]));
  const reach = propagate(part.program, sources, { retracted });
  const byRight = isDaily && propagate(part.program, sources, { retracted, disabled: steps(isDaily) });
  const gains = (index: number, goal: Goal): boolean => {
    const [entry, fact] = [entries[index], part.factOf(goal.fact)];
    if (entry === undefined || fact === undefined || !isReached(reach, fact, index)) return false;
    return !(byRight && isReached(byRight, fact, index)) && isTold(entry, goal);
  };
  const gained = entries.map((_, index) => goals.filter((goal) => gains(index, goal)));
  const closed = [...(retracted?.keys() ?? [])].filter((fact) => retracted?.[fact] === 1);
  const pass: Pass = { part, entries, sources, reach, retracted, closed, deriver: new Deriver(part.program) };
  const found = wallWays(compiled, pass, gained);
  return isDaily && byRight ? [...found, ...waysBesideRights(compiled, { ...pass, goals, isDaily, byRight }, found)] : found;
}

/**
 * Each principal that gets to a goal is a wall for all others: only its own ways, not over other walls, are told of it. Whoever gets through
 * to a wall is named with its way; principals of one class with the same goals are told once. Two principals that need each other are told
 * without walls.
 */
function wallWays(compiled: Compiled, pass: Pass, gained: readonly (readonly Goal[])[]): readonly Found[] {
  const { part, entries, sources, reach, retracted, closed, deriver } = pass;
  const walls = entries.flatMap((_, index) => ((gained[index]?.length ?? 0) > 0 ? [index] : []));
  if (walls.length === 0) return [];
  const sealed = new Uint8Array(part.program.factCount);
  for (const index of walls) for (const fact of sources[index] ?? []) sealed[fact] = 1;
  const walled = propagate(
    part.program,
    walls.map((index) => sources[index] ?? []),
    { retracted, sealed },
  );
  const own = new Map<number, readonly Goal[]>();
  walls.forEach((index, nth) => {
    const mine = (gained[index] ?? []).filter(({ fact }) => isReached(walled, part.factOf(fact) ?? 0, nth));
    if (mine.length > 0) own.set(index, mine);
  });
  const come = comers({ walls, own, gained, reach, sources });
  const shut = walls.flatMap((index) => sources[index] ?? []);
  const found: Found[] = [];
  for (const { index, same } of alike(entries, own)) {
    const entry = entries[index];
    if (!entry) continue;
    const without = [...closed, ...shut.filter((fact) => !(sources[index] ?? []).includes(fact))];
    const names = [...same, ...[index, ...same].flatMap((each) => come.before.get(each) ?? [])].map((each) => entries[each]?.node ?? '');
    const alsoFrom = () => [...new Set(names)].filter((node) => node !== entry.node).sort();
    found.push(...told(compiled, { part, deriver, entry, goals: own.get(index) ?? [], without, alsoFrom }));
  }
  for (const [index, rest] of come.alone) {
    const entry = entries[index];
    if (entry) found.push(...told(compiled, { part, deriver, entry, goals: rest, without: closed, alsoFrom: () => [] }));
  }
  const through = new Map([...come.before.values()].flat().map((index) => [index, gained[index] ?? []]));
  return [...found, ...likelierComers(compiled, { ...pass, comers: through }, found)];
}

function steps(isDaily: Uint8Array): Uint8Array {
  return isDaily.map((each) => 1 - each);
}

interface Walls {
  readonly walls: readonly number[];
  readonly own: ReadonlyMap<number, readonly Goal[]>;
  readonly gained: readonly (readonly Goal[])[];
  readonly reach: Reach;
  readonly sources: readonly (readonly number[])[];
}

/** Who comes to whose wall; and goals that somebody gets to neither by himself nor through one wall. */
function comers({ walls, own, gained, reach, sources }: Walls) {
  const before = new Map<number, number[]>();
  const alone = new Map<number, readonly Goal[]>();
  for (const index of walls) {
    const open = new Set(gained[index]);
    for (const goal of own.get(index) ?? []) open.delete(goal);
    for (const [wall, goals] of own) {
      if (open.size === 0) break;
      const [fact] = sources[wall] ?? [];
      if (wall === index || fact === undefined || !isReached(reach, fact, index)) continue;
      let helps = false;
      for (const goal of goals) helps = open.delete(goal) || helps;
      if (helps) before.set(wall, [...(before.get(wall) ?? []), index]);
    }
    if (open.size > 0) alone.set(index, [...open]);
  }
  return { before, alone };
}

/** Principals of one class, of one kind, with the same goals. */
function alike(
  entries: readonly Entry[],
  own: ReadonlyMap<number, readonly Goal[]>,
): readonly { index: number; same: readonly number[] }[] {
  const groups = Map.groupBy(own.keys(), (index) => {
    const { accessClass = null, kind = '', id = '' } = entries[index] ?? {};
    return accessClass === null ? id : `${kind} ${accessClass} ${(own.get(index) ?? []).map((goal) => goal.id).join()}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [index, ...same] = group.toSorted((a, b) => ((entries[a]?.id ?? '') < (entries[b]?.id ?? '') ? -1 : 1));
    return index === undefined ? [] : [{ index, same }];
  });
}
