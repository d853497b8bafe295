/** What to change, and how many of the shown paths that ends: counted by deriving anew without the setting. */
import type { Entry } from './ends.ts';
import type { FactBase } from './facts.ts';
import { answers, joinParts, leastFixSet, rankFixes, restrictTo } from './graph/index.ts';
import type { Part, Question } from './graph/index.ts';
import type { PathEvidence, PathSetting } from './inputs.ts';
import type { Found } from './tell.ts';

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
  const allGoals = (each: Found | undefined, question: Question | undefined): readonly Question[] => {
    if (!each || !question) return [];
    const within = wholes.indexOf(each.part);
    return [question, ...each.others.flatMap(({ fact }) => part.factOf(within, fact) ?? []).map((goal) => ({ ...question, goal }))];
  };
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
      list.push(fixOf(settingsOf(set.facts.toSorted((a, b) => order(a) - order(b))), open.filter((each) => !each).length));
    }
  });
  for (const group of waysOfOne(found)) {
    const asked = group.flatMap((index) => allGoals(found[index], questions[index]));
    const set =
      asked.length > 1 && asked.length <= WHOLE_GOALS ? leastFixSet(part.program, asked, { removable, rounds: 10, effort: 1000 }) : null;
    if (set === null || set.facts.length < 2 || set.stillOpen.length + set.cannotClose.length > 0) continue;
    const closed = answers(part.program, questions, set.facts).filter((isOpen) => !isOpen).length;
    const fix = fixOf(settingsOf(set.facts.toSorted((a, b) => order(a) - order(b))), closed);
    for (const index of group) if (!fixes[index]?.some(({ summary }) => summary === fix.summary)) fixes[index]?.push(fix);
  }
  found.forEach(({ entry }, index) => {
    const retired = retirement(entry);
    const ended = found.filter((each) => each.entry.id === entry.id).length;
    if (retired) fixes[index]?.unshift(fixOf([retired], ended));
  });
  const all = leastFixSet(part.program, questions, { removable, rounds: 30, effort: 5000 });
  const remaining = [...all.cannotClose, ...all.stillOpen].sort((a, b) => a - b);
  return { fixes, plan: { settings: settingsOf(all.facts), isMinimal: all.isMinimal, remaining } };
}

/** So many ends of strangers get a set of changes that ends all of their ways. */
const WHOLE_FIXES = 20;
/** Of more goals nobody wants to end all at once. */
const WHOLE_GOALS = 12;

/** Positions of the paths that begin at one stranger and end at goals of one kind: what is told of him, and what is told along with it. */
function waysOfOne(found: readonly Found[]): readonly (readonly number[])[] {
  const groups = Map.groupBy(found.keys(), (index) => {
    const { entry, goal } = found[index] ?? {};
    // Everything begins at the internet: only what is told as one path belongs together.
    return entry?.kind === 'internet' ? `${index}` : `${entry?.kind} ${entry?.id} ${goal?.kind}`;
  });
  const several = [...groups.values()].filter(([first = 0, ...more]) => more.length > 0 || (found[first]?.others.length ?? 0) > 0);
  return several
    .filter(([first = 0]) => found[first]?.entry.isPrincipal === false || found[first]?.entry.kind === 'leaver')
    .slice(0, WHOLE_FIXES);
}

/** Who left or sleeps needs nothing any more: without his credentials every way of his ends. */
function retirement({ kind, id, node, evidence = [] }: Entry): PathSetting | null {
  if (kind !== 'leaver' && kind !== 'dormant') return null;
  const summary =
    kind === 'leaver' ? `Delete the user ${node}, its keys and its password` : `Switch off the keys and the password of ${node}`;
  return { id: `retire ${id}`, kind: 'credential', summary, evidence };
}

/** What leads to the goals that are shown. */
function partFor(whole: Part, found: readonly Found[]): Part {
  const own = found.filter(({ part }) => part === whole);
  const goals = new Set(
    own.flatMap(({ goal, others }) =>
      [goal, ...(others.length < WHOLE_GOALS ? others : [])].flatMap(({ fact }) => whole.factOf(fact) ?? []),
    ),
  );
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
