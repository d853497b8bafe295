/**
 * Attack paths → the risk of findings. A finding opens a path when what is wrong is a step of it that somebody could change: it becomes as grave
 * as the path. It is part of one when its resource lies on it: its severity stays, and it is told before others of that severity. More paths never lower a risk, fewer never raise one.
 */
import { combinedRisk } from '@kumomori/engine';
import type { FindingRisk, Severity, Text } from '@kumomori/model';
import { severities } from '@kumomori/model';

/** A line of a file, as findings name it. */
export interface RiskLine {
  readonly file: string;
  readonly line: number;
}

/** What of an attack path is needed to tell which findings it leads over. */
export interface RiskyPath {
  readonly id: string;
  readonly severity: Severity;
  /** 0 to 1. */
  readonly risk: number;
  readonly title: Text;
  /** Addresses of what it leads over, other ways between the same ends included. */
  readonly nodes: ReadonlySet<string>;
  /** Addresses of what lets it pass: security groups and their rules, network ACLs, a VPC whose default list is asked. */
  readonly doors: ReadonlyMap<string, ReadonlySet<DoorKind>>;
  /** Those of the above that its likeliest way leads over. */
  readonly main: ReadonlySet<string>;
  /** Lines that show its steps and what closes them: heads of blocks and of statements. */
  readonly lines: readonly RiskLine[];
}

export type DoorKind = 'security group' | 'nacl';

/** A failed verdict, by where it stands. */
export interface RiskPlace {
  readonly address: string;
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  /** What it is of the rules for traffic; null: none. */
  readonly door: DoorKind | null;
  /** `isOwn`: read from its own policy, wherever that is written; else it may belong to something that it refers to. */
  readonly evidence: readonly (RiskLine & { readonly isOwn: boolean })[];
}

export interface Severities {
  /** What it is so far. */
  readonly current: Severity;
  /** Before exposure was looked at. */
  readonly original: Severity;
  /** The user set it: it stays. */
  readonly isFixed: boolean;
}

type Role = FindingRisk['role'];

/** Of a path that a finding is only part of. */
const PART = 0.5;
const MAX_PATHS = 10;

export class PathRisks {
  readonly #byAddress = new Map<string, Set<RiskyPath>>();
  readonly #byFile = new Map<string, Set<RiskyPath>>();
  readonly #order: ReadonlyMap<RiskyPath, number>;

  /** `paths`: the gravest first. */
  constructor(paths: readonly RiskyPath[]) {
    this.#order = new Map(paths.map((path, index) => [path, index]));
    for (const path of paths) {
      for (const address of [...path.nodes, ...path.doors.keys()]) added(this.#byAddress, address, path);
      for (const { file } of path.lines) added(this.#byFile, file, path);
    }
  }

  /** Null: no path leads over it. O(paths over its address and files · their lines). */
  riskOf(place: RiskPlace, { current, original, isFixed }: Severities): FindingRisk | null {
    const candidates = new Set(this.#byAddress.get(place.address));
    for (const file of new Set([place.file, ...place.evidence.map((each) => each.file)]))
      for (const path of this.#byFile.get(file) ?? []) candidates.add(path);
    const found = [...candidates]
      .flatMap((path) => {
        const role = roleIn(path, place);
        return role === null ? [] : [{ path, role }];
      })
      .sort((a, b) => (this.#order.get(a.path) ?? 0) - (this.#order.get(b.path) ?? 0));
    if (found.length === 0) return null;
    const opened = found.filter(({ role }) => role === 'opens');
    const told = opened.length > 0 ? opened : found;
    const severity = isFixed || isHygiene(original) ? current : worst([current, ...opened.map(({ path }) => path.severity)]);
    return {
      paths: found.slice(0, MAX_PATHS).map(({ path }) => path.id),
      role: opened.length > 0 ? 'opens' : 'part',
      score: Math.round(100 * combinedRisk(found.map(({ path, role }) => path.risk * (role === 'opens' ? 1 : PART)))),
      severity,
      originalSeverity: original,
      because: reasonOf(told.toSorted(mainFirst(place.address)), opened.length > 0 ? 'opens' : 'part'),
    };
  }
}

/** A path that can be walked another way as well is named by its likeliest way: that of another is told first. */
function mainFirst(address: string): (a: { readonly path: RiskyPath }, b: { readonly path: RiskyPath }) => number {
  const isOther = ({ path }: { readonly path: RiskyPath }): number =>
    path.main.has(address) || (!path.nodes.has(address) && !path.doors.has(address)) ? 0 : 1;
  return (a, b) => isOther(a) - isOther(b);
}

/** A missing tag stays a missing tag, whatever passes by. */
function isHygiene(severity: Severity): boolean {
  return severity === 'low' || severity === 'info';
}

function worst(list: readonly Severity[]): Severity {
  return severities.find((each) => list.includes(each)) ?? 'info';
}

function reasonOf(told: readonly { readonly path: RiskyPath }[], role: Role): Text {
  const [{ path } = { path: null }] = told;
  const count = told.length;
  const score = path ? Math.round(path.risk * 100) : 0;
  const [en, ja] = [path?.title.en ?? '', path?.title.ja ?? ''];
  if (role === 'opens') {
    return {
      en: `it opens ${count === 1 ? 'an attack path' : `${count} attack paths, the gravest`}: ${en} (risk ${score})`,
      ja: `攻撃経路を${count === 1 ? '' : ` ${count} 件`}開いています${count === 1 ? '' : '。最も深刻なもの'}: ${ja}(リスク ${score})`,
    };
  }
  return {
    en: `it lies on ${count === 1 ? 'an attack path' : `${count} attack paths, the gravest`}: ${en} (risk ${score})`,
    ja: `攻撃経路${count === 1 ? '' : ` ${count} 件`}の途中にあります${count === 1 ? '' : '。最も深刻なもの'}: ${ja}(リスク ${score})`,
  };
}

function roleIn(path: RiskyPath, place: RiskPlace): Role | null {
  const { address } = place;
  const door = path.doors.get(address);
  if (door) return place.door !== null && door.has(place.door) ? 'opens' : 'part';
  const isNode = path.nodes.has(address);
  if (!isNode && isElsewhere(path, address)) return null;
  if (path.lines.some((line) => isChangedBy(line, place))) return 'opens';
  return isNode || path.lines.some((line) => isIn(place, line)) ? 'part' : null;
}

/** The code of a module or of `for_each` is the same for all that are made from it: lines say nothing of those that the path does not name. */
function isElsewhere({ nodes, doors }: RiskyPath, address: string): boolean {
  const module = moduleOf(address);
  const bare = withoutKeys(address);
  let isNear = module === '';
  for (const node of [...nodes, ...doors.keys()]) {
    if (withoutKeys(node) === bare) return true;
    isNear ||= moduleOf(node) === module;
  }
  return !isNear;
}

/** `module.a["x"].module.b.aws_s3_bucket.this` → `module.a["x"].module.b` */
function moduleOf(address: string): string {
  return /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.?)*/.exec(address)?.[0].replace(/\.$/, '') ?? '';
}

function withoutKeys(address: string): string {
  return address.replaceAll(/\[[^\]]*\]/g, '');
}

function isIn({ file, startLine, endLine }: RiskPlace, at: RiskLine): boolean {
  return at.file === file && at.line >= startLine && at.line <= endLine;
}

/** A step stands where the verdict was decided: at the head of the statement that its evidence stands in. The head of its block says too little. */
function isChangedBy(at: RiskLine, place: RiskPlace): boolean {
  const isHead = at.file === place.file && at.line === place.startLine;
  if (isHead) return false;
  const inOwn = isIn(place, at);
  return place.evidence.some(({ file, line, isOwn }) => {
    if (file !== at.file) return false;
    return inOwn ? line >= at.line && line <= place.endLine : isOwn && line === at.line;
  });
}

function added(map: Map<string, Set<RiskyPath>>, key: string, path: RiskyPath): void {
  const known = map.get(key);
  if (known) known.add(path);
  else map.set(key, new Set([path]));
}
