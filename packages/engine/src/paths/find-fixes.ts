/** What to change, and how many of the shown paths that ends: counted by deriving anew without the setting. */
import type { FactBase } from './facts.ts';
import { answers, joinParts, leastFixSet, rankFixes, restrictTo } from './graph/index.ts';
import type { Part, Question } from './graph/index.ts';
import type { PathEvidence, PathSetting } from './inputs.ts';
import type { Found } from './search.ts';

export interface PathFix {
  readonly summary: string;
  /** Shown paths that end with it, this one included. */
  readonly breaksPaths: number;
  /** A unified diff where one can be made; made elsewhere. */
  readonly patch: string | null;
  readonly settings: readonly PathSetting[];
  readonly evidence: readonly PathEvidence[];
}

export interface FixPlan {
  readonly settings: readonly PathSetting[];
  /** No smaller set of settings ends as many. */
  readonly isMinimal: boolean;
  /** Positions of shown paths that no known setting ends. */
  readonly remaining: readonly number[];
}

/** Of settings that end as many paths, what is least likely to be missed comes first. */
const KINDS: readonly PathSetting['kind'][] = ['exposure', 'credential', 'data-access', 'trust', 'grant', 'configuration', 'attachment'];
const FIXES_A_PATH = 5;
const CANDIDATES = 300;

/** Fixes for each path, in their order, and the plan for all. */
export function fixesFor(
  facts: FactBase,
  found: readonly Found[],
): { readonly fixes: readonly (readonly PathFix[])[]; readonly plan: FixPlan } {
  if (found.length === 0) return { fixes: [], plan: { settings: [], isMinimal: true, remaining: [] } };
  const wholes = [...new Set(found.map(({ part }) => part))];
  const parts = wholes.map((whole) => partFor(whole, found));
  const part = joinParts(parts);
  const questions: Question[] = found.map(({ entry, goal, part: own }) => {
    const within = wholes.indexOf(own);
    const source = part.factOf(within, entry.fact);
    return { source: source === undefined ? [] : [source], goal: part.factOf(within, goal.fact) ?? 0 };
  });
  const settingOf = (fact: number) => facts.settings.get(part.facts[fact] ?? 0);
  const removable = (fact: number) => settingOf(fact) !== undefined;
  const settingsOf = (list: readonly number[]) => list.map((fact) => settingOf(fact)).filter((each) => each !== undefined);
  const fixes: PathFix[][] = found.map(() => []);
  const order = (fact: number) => KINDS.indexOf(settingOf(fact)?.kind ?? 'attachment');
  const ranked = rankFixes(part.program, questions, { removable, candidates: CANDIDATES });
  for (const { fact, closes } of ranked.toSorted((a, b) => b.closes.length - a.closes.length || order(a.fact) - order(b.fact))) {
    const fix = fixOf(settingsOf([fact]), closes.length);
    for (const index of closes) if ((fixes[index]?.length ?? 0) < FIXES_A_PATH) fixes[index]?.push(fix);
  }
  fixes.forEach((list, index) => {
    const question = questions[index];
    if (list.length > 0 || !question) return;
    const set = leastFixSet(part.program, [question], { removable, rounds: 20, effort: 2000 });
    if (set.facts.length > 0 && set.stillOpen.length + set.cannotClose.length === 0) {
      const open = answers(part.program, questions, set.facts);
      list.push(fixOf(settingsOf(set.facts), open.filter((each) => !each).length));
    }
  });
  const all = leastFixSet(part.program, questions, { removable, rounds: 30, effort: 5000 });
  const remaining = [...all.cannotClose, ...all.stillOpen].sort((a, b) => a - b);
  return { fixes, plan: { settings: settingsOf(all.facts), isMinimal: all.isMinimal, remaining } };
}

/** What leads to the goals that are shown. */
function partFor(whole: Part, found: readonly Found[]): Part {
  const goals = new Set(found.filter(({ part }) => part === whole).flatMap(({ goal }) => whole.factOf(goal.fact) ?? []));
  const small = restrictTo(whole.program, goals, null);
  return {
    ...small,
    facts: small.facts.map((fact) => whole.facts[fact] ?? 0),
    factOf: (old) => {
      const fact = whole.factOf(old);
      return fact === undefined ? undefined : small.factOf(fact);
    },
  };
}

function fixOf(settings: readonly PathSetting[], breaksPaths: number): PathFix {
  return {
    summary: settings.map(({ summary }) => summary).join('; '),
    ...{ breaksPaths, patch: null, settings },
    evidence: settings.flatMap(({ evidence }) => evidence),
  };
}
