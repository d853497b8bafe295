/** What drift does to security: checks that say something else of the live resource than of its code. */
import type { CatalogueEntry, Resource, Severity, Status, Text } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { Evaluation, ParameterOverrides } from '../checks/index.ts';
import { evaluateIn } from '../checks/index.ts';
import type { Side } from './thing.ts';

export interface Flip {
  readonly checkId: string;
  readonly title: Text;
  readonly severity: Severity;
  readonly direction: 'worse' | 'better';
  /** Null: the code has no such resource, or the live account has none. */
  readonly code: Status | null;
  readonly live: Status | null;
  /** Of the side that fails. */
  readonly message: Text | null;
  /** The changed attributes that the check read. */
  readonly because: readonly string[];
}

export interface Judging {
  readonly checksOf: (type: string) => readonly CatalogueEntry[];
  readonly severityOf: (entry: CatalogueEntry) => Severity;
  readonly parametersOf: (checkId: string) => ParameterOverrides | undefined;
  /** A check that throws costs its own verdict, never the comparison. */
  readonly failed: (entry: CatalogueEntry, resource: Resource, error: unknown) => void;
}

export interface JudgedView {
  readonly resource: Resource;
  readonly side: Side;
}

/** Flips of one pair that a changed attribute explains: the check read it on one of the sides. `changed`: paths of attributes. */
export function flipsBetween(code: JudgedView, live: JudgedView, changed: readonly string[], judging: Judging): readonly Flip[] {
  if (changed.length === 0) return [];
  return judging.checksOf(code.resource.type).flatMap((entry): readonly Flip[] => {
    const [before, after] = [judge(entry, code, judging), judge(entry, live, judging)];
    if (!before || !after) return [];
    const direction = directionOf(before.status, after.status);
    if (direction === null) return [];
    const reads = [...before.readPaths, ...after.readPaths].map(bare);
    const because = [...new Set(changed)].filter((path) => reads.some((read) => isWithin(read, bare(path)) || isWithin(bare(path), read)));
    if (because.length === 0) return [];
    const failing = direction === 'worse' ? after : before;
    return [flipOf(entry, { direction, code: before.status, live: after.status, message: failing.message, because }, judging)];
  });
}

/** The checks that fail on a resource that only one side has. */
export function failuresOf(view: JudgedView, side: 'code' | 'live', judging: Judging): readonly Flip[] {
  return judging.checksOf(view.resource.type).flatMap((entry): readonly Flip[] => {
    const found = judge(entry, view, judging);
    if (found?.status !== 'fail') return [];
    const [code, live] = side === 'code' ? (['fail', null] as const) : ([null, 'fail'] as const);
    return [flipOf(entry, { direction: 'worse', code, live, message: found.message, because: [] }, judging)];
  });
}

/** The worst first, then what got better. */
export function ranked(flips: readonly Flip[]): readonly Flip[] {
  const weight = ({ direction, severity }: Flip): number => (direction === 'worse' ? 0 : severities.length) + severities.indexOf(severity);
  return flips.toSorted((one, other) => weight(one) - weight(other) || (one.checkId < other.checkId ? -1 : 1));
}

/** The highest severity of what got worse; null when nothing did. */
export function worstOf(flips: readonly Flip[]): Severity | null {
  const found = new Set(flips.filter(({ direction }) => direction === 'worse').map(({ severity }) => severity));
  return severities.find((severity) => found.has(severity)) ?? null;
}

function flipOf(entry: CatalogueEntry, rest: Omit<Flip, 'checkId' | 'title' | 'severity'>, { severityOf }: Judging): Flip {
  return { checkId: entry.id, title: entry.check.title, severity: severityOf(entry), ...rest };
}

function judge(entry: CatalogueEntry, { resource, side }: JudgedView, { parametersOf, failed }: Judging): Evaluation | null {
  const params = parametersOf(entry.id);
  try {
    return evaluateIn(side.set, entry.check, resource, params ? { params } : {});
  } catch (error) {
    failed(entry, resource, error);
    return null;
  }
}

function directionOf(code: Status, live: Status): Flip['direction'] | null {
  if (live === 'fail' && (code === 'pass' || code === 'not-applicable')) return 'worse';
  return code === 'fail' && (live === 'pass' || live === 'not-applicable') ? 'better' : null;
}

/** Without indexes and keys: `ingress[2].cidrs[0]` → `ingress.cidrs`. */
function bare(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, '');
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
