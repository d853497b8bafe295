/** Matches → one story for each course of events, instead of one alert for each match. */
import type { CredentialLink, SigmaLevel } from '@kumomori/model';
import { SIGMA_LEVELS } from '@kumomori/model';
import { Actors } from './actors.ts';
import type { Incident, Signal, SignalRule, StoryReason } from './types.ts';

const HOUR = 3_600_000;
/** An actor that is silent for longer begins a new story. */
const DEFAULT_GAP = 12 * HOUR;
/** Small signs that make a story together, and over how many tactics. */
const SMALL_SIGNS = 3;
const SMALL_TACTICS = 2;
/** Tactics beyond which a story is one level more severe than its worst sign. */
const SPREAD = 3;

export interface StoryOptions {
  /** Milliseconds. */
  readonly gap?: number;
}

/** State: all matches and links, until `finish`. */
export class Stories<I> {
  #signals: Signal<I>[] = [];
  readonly #actors = new Actors();
  readonly #gap: number;

  constructor({ gap = DEFAULT_GAP }: StoryOptions = {}) {
    this.#gap = gap;
  }

  link(link: CredentialLink): void {
    this.#actors.link(link);
  }

  /** Matches in any order; one without a time belongs to no story. */
  add(signal: Signal<I>): void {
    if (signal.facts.time === null) return;
    this.#actors.of(signal.facts);
    this.#signals.push(signal);
  }

  /** Drops what actors did whose last sign is older than a time: nothing that comes can belong to it any more. */
  forget(before: number): void {
    const lastOf = new Map<string, number>();
    const actorOf = (signal: Signal<I>): string => this.#actors.of(signal.facts);
    for (const signal of this.#signals) lastOf.set(actorOf(signal), Math.max(lastOf.get(actorOf(signal)) ?? 0, timeOf(signal)));
    if ([...lastOf.values()].some((last) => last < before))
      this.#signals = this.#signals.filter((signal) => (lastOf.get(actorOf(signal)) ?? 0) >= before);
  }

  /** Most severe first. */
  finish(): readonly Incident<I>[] {
    const rarity = rarityOf(this.#signals, (signal) => this.#actors.of(signal.facts));
    const byActor = Map.groupBy(this.#signals, ({ facts }) => this.#actors.of(facts));
    const incidents = [...byActor].flatMap(([actor, signals]) =>
      split(signals, this.#gap).flatMap((part) => incidentOf(actor, part, rarity) ?? []),
    );
    return incidents.toSorted(
      (a, b) => rank(b.severity) - rank(a.severity) || b.score - a.score || a.firstSeen - b.firstSeen || (a.id < b.id ? -1 : 1),
    );
  }
}

function split<I>(signals: readonly Signal<I>[], gap: number): readonly (readonly Signal<I>[])[] {
  const sorted = signals.toSorted((a, b) => timeOf(a) - timeOf(b));
  const parts: Signal<I>[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const signal of sorted) {
    const open = parts.at(-1);
    if (open && timeOf(signal) - last <= gap) open.push(signal);
    else parts.push([signal]);
    last = timeOf(signal);
  }
  return parts;
}

function timeOf({ facts }: Signal<unknown>): number {
  return facts.time ?? 0;
}

/** Null for signs too small to tell anybody. */
function incidentOf<I>(actor: string, signals: readonly Signal<I>[], rarity: ReadonlyMap<string, number>): Incident<I> | null {
  const rules = new Map(signals.map(({ rule }) => [rule.id, rule]));
  const tactics = [...new Set(signals.flatMap(({ rule }) => rule.tactics))];
  const judged = judge([...rules.values()], tactics);
  const [first] = signals;
  if (!judged || !first) return null;
  const principals = [...new Set(signals.flatMap(({ facts }) => facts.principal ?? []))];
  const rare = [...rules.keys()].filter((id) => rarity.get(id) === 1 && rules.size > 1).slice(0, 1);
  const score = [...rules.values()].reduce(
    (sum, rule) => sum + weight(rule.level) / Math.log2(1 + (rarity.get(rule.id) ?? 1)),
    tactics.length,
  );
  return {
    id: hash(`${actor}\n${timeOf(first)}\n${first.rule.id}\n${first.facts.eventId ?? ''}`),
    severity: judged.severity,
    principal: principals[0] ?? null,
    principals,
    firstSeen: timeOf(first),
    lastSeen: Math.max(...signals.map((signal) => timeOf(signal))),
    tactics,
    techniques: [...new Set(signals.flatMap(({ rule }) => rule.techniques))],
    ruleIds: [...rules.keys()],
    signals,
    score: Math.round(score * 10) / 10,
    reasons: [
      ...judged.reasons,
      ...rare.map((ruleId): StoryReason => ({ kind: 'rare', ruleId })),
      ...(principals.length > 1 ? [{ kind: 'chain', principals } as const] : []),
    ],
  };
}

function judge(
  rules: readonly SignalRule[],
  tactics: readonly string[],
): { readonly severity: SigmaLevel; readonly reasons: readonly StoryReason[] } | null {
  const worst = rules.reduce((a, b) => (rank(b.level) > rank(a.level) ? b : a), rules[0] ?? NOBODY);
  const spread: StoryReason = { kind: 'tactics', tactics };
  if (rank(worst.level) < rank('medium')) {
    const signs = rules.filter(({ level }) => level === 'low');
    if (signs.length < SMALL_SIGNS || tactics.length < SMALL_TACTICS) return null;
    return { severity: 'medium', reasons: [{ kind: 'small-signs', rules: signs.length }, spread] };
  }
  const reasons: StoryReason[] = [{ kind: 'level', level: worst.level, ruleId: worst.id }];
  const serious = rules.filter(({ level }) => rank(level) >= rank('medium'));
  const isWide = tactics.length >= SPREAD && serious.length >= 2;
  if (!isWide) return { severity: worst.level, reasons };
  return { severity: SIGMA_LEVELS[rank(worst.level) + 1] ?? worst.level, reasons: [...reasons, spread] };
}

const NOBODY: SignalRule = { id: '', level: 'informational', tactics: [], techniques: [] };

function rank(level: SigmaLevel): number {
  return SIGMA_LEVELS.indexOf(level);
}

function weight(level: SigmaLevel): number {
  return 3 ** rank(level);
}

/** By rule: how many actors did it. */
function rarityOf<I>(signals: readonly Signal<I>[], actorOf: (signal: Signal<I>) => string): ReadonlyMap<string, number> {
  const actors = new Map<string, Set<string>>();
  for (const signal of signals) {
    const known = actors.get(signal.rule.id);
    if (known) known.add(actorOf(signal));
    else actors.set(signal.rule.id, new Set([actorOf(signal)]));
  }
  return new Map([...actors].map(([id, set]) => [id, set.size]));
}

/** 64 bits of FNV-1a as hexadecimal digits: an id, no proof. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}
