/** One check on one resource: verdict, evidence, reason. */
import type { AnyNode, Check, Evidence, Place, Provenance, ProvenanceStep, Read, Resource, Status, Text, Tracker } from '@kumomori/model';
import { SECRET_MASK, Unanswered, isCredentialKind, resourceView, startLine, endLine, lineColumnAt, withTracker } from '@kumomori/model';

export type ParameterOverrides = Readonly<Record<string, number | readonly string[]>>;

export interface Evaluation {
  readonly status: Status;
  /** Null for a pass. */
  readonly message: Text | null;
  readonly evidence: readonly Evidence[];
  /** The nodes behind the evidence, same order: positions for code frames and fixes. */
  readonly places: readonly Place[];
  /** Paths of all attributes read, for the catalogue's flip test. */
  readonly readPaths: readonly string[];
}

export interface EvaluateOptions {
  readonly lookup: (key: string) => Resource | undefined;
  readonly params?: ParameterOverrides;
  /** Attribute paths that answer "unresolved" whatever they hold. */
  readonly hidden?: ReadonlySet<string>;
}

/** Evidence beyond this many attributes of one block says nothing more to a reader. Rules of a group are blocks, each with its own. */
const MAX_EVIDENCE = 24;
const nothingHidden: ReadonlySet<string> = new Set();

/** Never throws for an unanswerable read; a bug in a check does throw. O(attributes read). */
export function evaluateCheck(check: Check, resource: Resource, options: EvaluateOptions): Evaluation {
  const tracker: Tracker = { reads: [], hidden: options.hidden ?? nothingHidden, lookup: options.lookup };
  const params = { ...defaultsOf(check), ...options.params };
  try {
    const verdict = withTracker(tracker, () => check.evaluate(resourceView(resource, tracker), params));
    const at = verdict.status === 'fail' ? verdict.at : null;
    const reads = at ? tracker.reads.filter((read) => at.some((prefix) => isAtOrBelow(read.path, prefix))) : tracker.reads;
    return new LazyEvaluation(verdict.status, 'message' in verdict ? withoutSensitive(verdict.message, tracker.reads) : null, {
      reads: reads.length > 0 ? reads : tracker.reads,
      all: tracker.reads,
    });
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const status = error.kind === 'outside' ? 'not-applicable' : 'unknown';
    const message = {
      en: `${resource.name}: ${error.path} is not known: ${error.reason.detail}`,
      ja: `${resource.name}: ${error.path} の値が分かりません (${error.reason.detail})`,
    };
    const deciding = tracker.reads.filter((read) => read.path === error.path);
    return new LazyEvaluation(status, message, { reads: deciding.length > 0 ? deciding : tracker.reads, all: tracker.reads });
  }
}

/** Messages quote values, and a value may have a million characters, in each of a thousand instances. */
const MAX_MESSAGE = 1000;

function clipped(text: string): string {
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}

/** Shorter ones tell nothing and would tear ordinary words apart. */
const MIN_SENSITIVE = 4;

/** A message that quotes no sensitive text the check has read; kinds of credentials, which readers mark as sensitive, are no secrets. */
function withoutSensitive(message: Text, reads: readonly Read[]): Text {
  const secrets = reads.flatMap(({ node }) =>
    node.node === 'leaf' &&
    node.sensitive &&
    typeof node.value === 'string' &&
    node.value.length >= MIN_SENSITIVE &&
    !isCredentialKind(node.value)
      ? [node.value]
      : [],
  );
  const mask = (text: string): string => clipped(secrets.reduce((rest, secret) => rest.replaceAll(secret, SECRET_MASK), text));
  if (secrets.length === 0 && message.en.length <= MAX_MESSAGE && message.ja.length <= MAX_MESSAGE) return message;
  return { en: mask(message.en), ja: mask(message.ja) };
}

function defaultsOf(check: Check): Record<string, number | readonly string[]> {
  return Object.fromEntries(Object.entries(check.params ?? {}).map(([name, parameter]) => [name, parameter.default]));
}

interface TrackedReads {
  /** Those the verdict rests on. */
  readonly reads: readonly Read[];
  readonly all: readonly Read[];
}

/**
 * Evidence is worked out on demand: most verdicts are passes that nobody looks at. A class, because each object literal with getters of its
 * own makes V8 keep all that they can reach until it collects the whole heap.
 */
class LazyEvaluation implements Evaluation {
  readonly status: Status;
  readonly message: Text | null;
  readonly #reads: readonly Read[];
  readonly #all: readonly Read[];
  #shown: readonly Read[] | null = null;
  #evidence: readonly Evidence[] | null = null;

  constructor(status: Status, message: Text | null, { reads, all }: TrackedReads) {
    this.status = status;
    this.message = message;
    this.#all = withoutRepeats(all);
    this.#reads = reads === all ? this.#all : withoutRepeats(reads);
  }

  get evidence(): readonly Evidence[] {
    this.#evidence ??= this.#chosen().map(toEvidence);
    return this.#evidence;
  }

  get places(): readonly Place[] {
    return this.#chosen().map((each) => each.node.place);
  }

  get readPaths(): readonly string[] {
    return [...new Set(this.#all.map((each) => each.path))];
  }

  #chosen(): readonly Read[] {
    this.#shown ??= firstOfEachBlock(withoutContainers([...new Map(this.#reads.map((each) => [each.path, each])).values()]));
    return this.#shown;
  }
}

const FEW_READS = 100;

/** Verdicts are kept until the report is written: of a list of thousands of rules that a check went through many times, each read once. */
function withoutRepeats(reads: readonly Read[]): readonly Read[] {
  return reads.length <= FEW_READS ? reads : [...new Map(reads.map((each) => [each.path, each])).values()];
}

function isAtOrBelow(path: string, prefix: string): boolean {
  return path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '.' || path[prefix.length] === '[');
}

/** A list that was walked says nothing beside its elements. O(total length of the paths). */
function withoutContainers(reads: readonly Read[]): readonly Read[] {
  const containers = new Set<string>();
  for (const { path, node } of reads) {
    if (node.node !== 'leaf') continue;
    for (const { index } of path.matchAll(/[.[]/g)) containers.add(path.slice(0, index));
  }
  return reads.filter(({ path, node }) => node.node === 'leaf' || !containers.has(path));
}

function firstOfEachBlock(reads: readonly Read[]): readonly Read[] {
  const counts = new Map<string | undefined, number>();
  return reads.filter(({ node }) => {
    const count = (counts.get(node.place.owner) ?? 0) + 1;
    counts.set(node.place.owner, count);
    return count <= MAX_EVIDENCE;
  });
}

function toEvidence({ path, node }: Read): Evidence {
  const { range } = node.place;
  const start = range && lineColumnAt(range.source, range.start);
  return {
    path,
    ...shown(node),
    file: range?.source.path ?? null,
    line: range && startLine(range),
    column: start?.column ?? null,
    endLine: range && endLine(range),
    provenance: stepsOf(node.place.via),
  };
}

const MAX_TEXT = 200;

function shown(node: AnyNode): Pick<Evidence, 'value' | 'state' | 'reason'> {
  switch (node.node) {
    case 'leaf': {
      if (node.state === 'unresolved' || node.state === 'outside')
        return { value: null, state: 'unresolved', reason: node.reason?.detail ?? null };
      if (node.sensitive) return { value: null, state: 'redacted', reason: null };
      if (node.state === 'absent') return { value: null, state: 'absent', reason: null };
      return { value: plain(node.value), state: node.state, reason: null };
    }
    case 'list':
      if (node.rest) return { value: null, state: 'unresolved', reason: node.rest.reason?.detail ?? null };
      return node.items.length === 0
        ? { value: null, state: 'absent', reason: null }
        : { value: `${node.items.length} elements`, state: 'explicit', reason: null };
    case 'map':
      if (node.rest) return { value: null, state: 'unresolved', reason: node.rest.reason?.detail ?? null };
      return node.entries.size === 0
        ? { value: null, state: 'absent', reason: null }
        : { value: [...node.entries.keys()], state: 'explicit', reason: null };
    case 'object':
      return { value: null, state: 'explicit', reason: null };
    case 'ref':
      return { value: null, state: 'unresolved', reason: node.reason?.detail ?? 'it is not in this code' };
  }
}

function plain(value: unknown): Evidence['value'] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? cut(value) : null;
}

/** Never in the middle of a character that takes two code units. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(MAX_TEXT - 1));
  return `${text.slice(0, isPair ? MAX_TEXT - 1 : MAX_TEXT)}…`;
}

/** A value's chain begins with the newest step; evidence tells it from where the value was written. */
function stepsOf(via: Provenance | null): readonly ProvenanceStep[] {
  const steps: ProvenanceStep[] = [];
  for (let step = via; step; step = step.next) {
    if (step.range) steps.push({ name: step.name, file: step.range.source.path, line: startLine(step.range) });
  }
  return steps.toReversed();
}
