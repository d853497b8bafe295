/** Documents of many files → what can run, and what cannot and why. Filters are put into their rules, correlations find theirs. */
import type { LogSource, SigmaCorrelation, SigmaDocument, SigmaFilter, SigmaLevel, SigmaLogSource, SigmaRule } from '@kumomori/model';
import { SIGMA_LEVELS } from '@kumomori/model';
import { compileDetections, group } from './compile-rule.ts';
import type { Predicate } from './ir.ts';
import { logSourcesOf } from './log-sources.ts';
import type { Placeholders } from './placeholders.ts';

export interface PlacedDocument {
  readonly file: string;
  readonly document: SigmaDocument;
}

interface Compiled {
  /** Place among all documents; what matches and points are told apart by. */
  readonly order: number;
  readonly file: string;
  /** Written, or for correlations the highest of what they are made of; `medium` where nothing is said. */
  readonly level: SigmaLevel;
  /** False for what only counts for a correlation (`generate: false`). */
  readonly alerts: boolean;
}

export interface CompiledRule extends Compiled {
  readonly kind: 'rule';
  readonly document: SigmaRule;
  readonly predicate: Predicate;
  /** Empty: for logs that are not known to us; such rules run on records whose source is not known either. */
  readonly sources: readonly LogSource[];
}

export interface CompiledCorrelation extends Compiled {
  readonly kind: 'correlation';
  readonly document: SigmaCorrelation;
  /** In the order of `rules`: the orders of what each name stands for. */
  readonly members: readonly (readonly number[])[];
}

export interface RejectedDocument {
  readonly file: string;
  readonly document: SigmaDocument;
  readonly reason: string;
  readonly line: number;
}

export interface RuleSet {
  readonly rules: readonly CompiledRule[];
  /** What a correlation is made of comes before it. */
  readonly correlations: readonly CompiledCorrelation[];
  readonly rejected: readonly RejectedDocument[];
  readonly warnings: readonly RejectedDocument[];
}

export interface RuleSetOptions {
  readonly placeholders?: Placeholders;
}

/** Never throws. O(size of the documents). */
export function compileRuleSet(documents: readonly PlacedDocument[], { placeholders = new Map() }: RuleSetOptions = {}): RuleSet {
  const rejected: RejectedDocument[] = [];
  const warnings: RejectedDocument[] = [];
  const filters = compileFilters(documents, { placeholders, rejected, warnings });
  const drafts: RuleDraft[] = [];
  for (const [order, { file, document }] of documents.entries()) {
    if (document.kind !== 'rule') continue;
    const compiled = compileDetections(document, placeholders);
    if (compiled.kind === 'rejected') {
      rejected.push({ file, document, reason: compiled.reason, line: compiled.line });
      continue;
    }
    const own = filters.filter((filter) => isMeant(filter.document, document)).map(({ predicate }) => predicate);
    drafts.push({ order, file, document, predicate: own.length > 0 ? group('and', [compiled, ...own]) : compiled });
  }
  const linked = linkCorrelations(documents, drafts, rejected);
  const silenced = new Set(linked.filter(({ document }) => !document.generate).flatMap(({ members }) => members.flat()));
  const loud = new Set(linked.filter(({ document }) => document.generate).flatMap(({ members }) => members.flat()));
  const alerts = (order: number): boolean => loud.has(order) || !silenced.has(order);
  const rules = drafts.map((draft): CompiledRule => {
    const level = draft.document.level ?? 'medium';
    return { kind: 'rule', ...draft, level, alerts: alerts(draft.order), sources: logSourcesOf(draft.document.logsource) };
  });
  const levels = new Map<number, SigmaLevel>(rules.map(({ order, level }) => [order, level]));
  const correlations = linked.map((each): CompiledCorrelation => {
    const level = each.document.level ?? highest(each.members.flat().map((order) => levels.get(order) ?? 'medium'));
    levels.set(each.order, level);
    return { kind: 'correlation', ...each, level, alerts: alerts(each.order) };
  });
  return { rules, correlations, rejected, warnings };
}

interface RuleDraft {
  readonly order: number;
  readonly file: string;
  readonly document: SigmaRule;
  readonly predicate: Predicate;
}

function highest(levels: readonly SigmaLevel[]): SigmaLevel {
  return SIGMA_LEVELS[Math.max(...levels.map((level) => SIGMA_LEVELS.indexOf(level)))] ?? 'medium';
}

interface CompiledFilter {
  readonly document: SigmaFilter;
  readonly predicate: Predicate;
}

interface FilterContext {
  readonly placeholders: Placeholders;
  readonly rejected: RejectedDocument[];
  readonly warnings: RejectedDocument[];
}

function compileFilters(
  documents: readonly PlacedDocument[],
  { placeholders, rejected, warnings }: FilterContext,
): readonly CompiledFilter[] {
  const names = namesOf(documents);
  return documents.flatMap(({ file, document }): readonly CompiledFilter[] => {
    if (document.kind !== 'filter') return [];
    const named = (document.rules ?? []).map((name) => ({ name, found: names.get(name) ?? [] }));
    const correlation = named.find(({ found }) => found.some((order) => documents[order]?.document.kind === 'correlation'));
    const refuse = (reason: string, line = document.line): readonly CompiledFilter[] => {
      rejected.push({ file, document, reason, line });
      return [];
    };
    if (correlation) return refuse(`filters do not apply to correlations: "${correlation.name.slice(0, 60)}" is one`);
    for (const { name, found } of named)
      if (found.length === 0)
        warnings.push({
          file,
          document,
          reason: `the filter names the rule "${name.slice(0, 60)}", which is not here`,
          line: document.line,
        });
    const predicate = compileDetections(document, placeholders);
    return predicate.kind === 'rejected' ? refuse(predicate.reason, predicate.line) : [{ document, predicate }];
  });
}

/** A filter is for the rules it names whose log source is the filter's or a part of it. */
function isMeant(filter: SigmaFilter, rule: SigmaRule): boolean {
  const isNamed = filter.rules === null || filter.rules.some((name) => name === rule.id || name === rule.name);
  const keys = ['product', 'category', 'service'] as const satisfies readonly (keyof SigmaLogSource)[];
  return isNamed && keys.every((key) => filter.logsource[key] === null || filter.logsource[key] === rule.logsource[key]);
}

/** Ids and names → places. */
function namesOf(documents: readonly PlacedDocument[]): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>();
  for (const [order, { document }] of documents.entries()) {
    for (const name of new Set([document.id, document.name]))
      if (name !== null && document.kind !== 'filter') names.set(name, [...(names.get(name) ?? []), order]);
  }
  return names;
}

interface LinkedCorrelation {
  readonly order: number;
  readonly file: string;
  readonly document: SigmaCorrelation;
  readonly members: readonly (readonly number[])[];
}

/** Those whose rules are all there; again and again, because correlations may be made of correlations. O(correlations²) at worst. */
function linkCorrelations(
  documents: readonly PlacedDocument[],
  rules: readonly RuleDraft[],
  rejected: RejectedDocument[],
): readonly LinkedCorrelation[] {
  const names = namesOf(documents);
  const usable = new Set(rules.map(({ order }) => order));
  const linked: LinkedCorrelation[] = [];
  let open = documents.flatMap(({ file, document }, order) => (document.kind === 'correlation' ? [{ order, file, document }] : []));
  for (let before = -1; before !== open.length;) {
    before = open.length;
    open = open.filter(({ order, file, document }) => {
      const members = document.rules.map((name) => (names.get(name) ?? []).filter((each) => usable.has(each)));
      if (members.some((found) => found.length === 0)) return true;
      linked.push({ order, file, document, members });
      usable.add(order);
      return false;
    });
  }
  for (const { file, document } of open) rejected.push({ file, document, reason: whyOpen(document, names, usable), line: document.line });
  return linked;
}

function whyOpen(document: SigmaCorrelation, names: ReadonlyMap<string, readonly number[]>, usable: ReadonlySet<number>): string {
  const missing = document.rules.find((name) => !names.has(name));
  if (missing !== undefined) return `the correlation names the rule "${missing.slice(0, 60)}", which is not here`;
  const name = document.rules.find((each) => !(names.get(each) ?? []).some((order) => usable.has(order))) ?? '';
  return `the correlation needs "${name.slice(0, 60)}", which is rejected or needs this correlation itself`;
}
