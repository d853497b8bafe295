/** Rules of compiled Rego over resources → verdicts. docs/own-checks.md describes documents and results. */
import { resolve } from 'node:path';
import type {
  AnyNode,
  CatalogueEntry,
  Check,
  Diagnostic,
  Json,
  JsonObject,
  Language,
  Resource,
  ResourceType,
  Severity,
  Text,
} from '@kumomori/model';
import { isJsonObject, isRecord, maskCredentials, oneLine, severities, startLine } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { InstanceVerdict, OriginTarget } from '../findings/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { RegoAnswer } from '../rego/index.ts';
import { RegoBundleError, RegoThread, readBundle } from '../rego/index.ts';
import { UNKNOWN, plainFields } from './plain-fields.ts';

const SECONDS = 20;
const BATCH = 100;
const MAX_RESULTS = 1000;

interface Bundle {
  readonly file: string;
  readonly thread: RegoThread;
}

export interface OpenRegoOptions {
  readonly cwd: string;
  readonly language: Language;
  /** For each batch of resources; for tests. */
  readonly seconds?: number;
}

/** State: the threads of the bundles, and what was wrong with them. To be closed. */
export class RegoBundles {
  readonly diagnostics: Diagnostic[] = [];
  readonly #bundles: readonly Bundle[];
  readonly #language: Language;
  readonly #ended = new Set<Bundle>();
  readonly #entries = new Map<string, CatalogueEntry>();

  /** Throws AppError `external-missing` and `external-invalid`. */
  constructor(files: readonly string[], { cwd, language, seconds = SECONDS }: OpenRegoOptions) {
    this.#language = language;
    this.#bundles = files.map((file) => ({ file, thread: new RegoThread(bundleOf(file, { cwd, language }), seconds * 1000) }));
  }

  /** Verdicts `fail`, and `unknown` where a value that is not known decides. Resources are taken in batches. */
  *verdicts(resources: Iterable<Resource>, target: OriginTarget): Generator<InstanceVerdict> {
    if (this.#bundles.length === 0) return;
    let batch: Resource[] = [];
    for (const resource of resources) {
      batch.push(resource);
      if (batch.length < BATCH) continue;
      yield* this.#judge(batch, target);
      batch = [];
    }
    if (batch.length > 0) yield* this.#judge(batch, target);
  }

  close(): void {
    for (const { thread } of this.#bundles) thread.close();
  }

  *#judge(batch: readonly Resource[], target: OriginTarget): Generator<InstanceVerdict> {
    const documents = batch.map((resource) => documentOf(resource, target));
    for (const bundle of this.#bundles) {
      if (this.#ended.has(bundle)) continue;
      const known = documents.map((document) => withoutUnknown(document));
      const answers = this.#ask(
        bundle,
        [...documents, ...known.filter((each) => each !== null)].map((each) => JSON.stringify(each)),
      );
      if (!answers) continue;
      let second = batch.length;
      for (const [index, resource] of batch.entries()) {
        const found = this.#resultsOf(answers[index] ?? [], bundle);
        const others = known[index] === null ? found : this.#resultsOf(answers[second++] ?? [], bundle);
        yield* this.#verdictsOf(resource, { found, others, target });
      }
    }
  }

  #ask(bundle: Bundle, documents: readonly string[]): readonly RegoAnswer[] | null {
    const reply = bundle.thread.ask(documents);
    if (!('failure' in reply)) return reply;
    this.#end(bundle, messagesIn(this.#language).rego[reply.failure](oneLine(reply.detail)));
    return null;
  }

  #end(bundle: Bundle, message: string): void {
    if (this.#ended.has(bundle)) return;
    this.#ended.add(bundle);
    this.diagnostics.push({ severity: 'error', file: bundle.file, line: null, column: null, code: 'rego', message });
  }

  #resultsOf(answer: RegoAnswer, bundle: Bundle): readonly Result[] {
    const rules = answer.flatMap(rulesOf);
    // A rule that says nothing of a document is there all the same: only the names of entry points tell that there is none at all.
    if (rules.length === 0 && answer.every(({ entrypoint, result }) => !isRule(entrypoint) && valuesIn(result).length > 0))
      this.#end(bundle, messagesIn(this.#language).rego.noRules(answer.map(({ entrypoint }) => entrypoint).join(', ')));
    return rules.flatMap(resultsOfRule).slice(0, MAX_RESULTS);
  }

  *#verdictsOf(resource: Resource, { found, others, target }: Found): Generator<InstanceVerdict> {
    const keys = new Set(found.map(keyOf));
    const otherKeys = new Set(others.map(keyOf));
    const all = new Map([...found, ...others].map((result) => [keyOf(result), result]));
    const counts = new Map<string, number>();
    for (const [key, result] of all) {
      const entry = this.#entry(result, resource);
      const before = counts.get(entry.id) ?? 0;
      counts.set(entry.id, before + 1);
      const isCertain = keys.has(key) && otherKeys.has(key);
      const message = this.#message(result, resource, isCertain);
      // A second result of one rule is a finding of its own.
      const identity = before === 0 ? resource.origin.definition : `${resource.origin.definition}\n${result.message ?? before}`;
      const evaluation = { status: isCertain ? ('fail' as const) : ('unknown' as const), message, evidence: [], places: [], readPaths: [] };
      yield { entry, resource: judgedOf(resource), evaluation, severity: entry.check.severity, identity, suppressed: null, target };
    }
  }

  #message({ message, rule }: Result, { name }: Resource, isCertain: boolean): Text {
    const said = (language: Language): string => {
      const texts = messagesIn(language).rego;
      const own = oneLine(maskCredentials(message ?? texts.found(rule, name)));
      return isCertain ? own : texts.undecided(own);
    };
    return { en: said('en'), ja: said('ja') };
  }

  #entry({ id, title, rule, severity }: Result, { type }: Resource): CatalogueEntry {
    const key = `${id}\n${severity}\n${title ?? ''}\n${type}`;
    const known = this.#entries.get(key);
    if (known) return known;
    const text = (key_: 'why' | 'fix'): Text => ({ en: messagesIn('en').rego[key_], ja: messagesIn('ja').rego[key_] });
    const own = title === null ? null : oneLine(title);
    const check: Check = {
      title: { en: own ?? messagesIn('en').rego.title(rule), ja: own ?? messagesIn('ja').rego.title(rule) },
      severity,
      priority: 'P1',
      controlType: 'preventive',
      // It was read from a resource of this type.
      on: type as ResourceType,
      why: text('why'),
      fix: { summary: text('fix') },
      references: [],
      equivalents: [],
      params: {},
      examples: [],
      evaluate: () => ({ status: 'pass' }),
    };
    const entry = { id, check };
    this.#entries.set(key, entry);
    return entry;
  }
}

interface Found {
  readonly found: readonly Result[];
  /** Of the document without what is not known. */
  readonly others: readonly Result[];
  readonly target: OriginTarget;
}

function bundleOf(file: string, { cwd, language }: OpenRegoOptions): ReturnType<typeof readBundle> {
  try {
    return readBundle(resolve(cwd, file));
  } catch (error) {
    if (!(error instanceof RegoBundleError)) throw error;
    const message = messagesIn(language).rego[error.kind](file);
    throw new AppError(error.kind === 'missing' ? 'external-missing' : 'external-invalid', { message, cause: error });
  }
}

/** `{ resource: { …fields, type, id, name, provider, account, region, tags }, origin: { kind, address, file, line } }` */
function documentOf(resource: Resource, target: OriginTarget): JsonObject {
  const { type, name, provider, account, region, origin } = resource;
  const fields = plainFields(resource);
  const file = target.shown(origin.range.source.path);
  return {
    resource: { ...fields, type, id: origin.address, name, provider, account, region, tags: tagsOf(resource, fields) },
    origin: { kind: origin.kind, address: origin.address, file, line: startLine(origin.head) },
  };
}

/** A tag whose value is not known is no missing one; of a map that is not known as a whole there is a key that says so. */
function tagsOf({ fields, tags }: Resource, plain: JsonObject): JsonObject {
  const node = (fields.fields as Readonly<Record<string, AnyNode | undefined>>)['tags'];
  const rest = node?.node === 'map' ? node.rest : null;
  return { ...(isJsonObject(plain['tags']) ? plain['tags'] : tags), ...(rest && { [UNKNOWN]: rest.reason?.detail ?? '' }) };
}

/** Null when everything is known. */
function withoutUnknown(document: JsonObject): JsonObject | null {
  let isWhole = true;
  const clean = (json: Json): Json => {
    if (Array.isArray(json)) return (json as readonly Json[]).filter((each) => !isUnknown(each)).map(clean);
    if (!isJsonObject(json)) return json;
    const entries = Object.entries(json).flatMap(([key, value]) => {
      if (value !== undefined && !isUnknown(value)) return [[key, clean(value)] as const];
      isWhole = false;
      return [];
    });
    return Object.fromEntries(entries);
  };
  const hasUnknownItems = JSON.stringify(document).includes(`"${UNKNOWN}"`);
  const known = clean(document);
  return (isWhole && !hasUnknownItems) || !isJsonObject(known) ? null : known;
}

function isUnknown(json: Json): boolean {
  return isJsonObject(json) && Object.hasOwn(json, UNKNOWN);
}

function judgedOf({ key, type, provider, name, origin, account, region, tags, ownPlaces, parts }: Resource): InstanceVerdict['resource'] {
  return { key, type, provider, name, origin, account, region, tags, ownPlaces, parts };
}

interface Rule {
  /** `main.deny` */
  readonly name: string;
  readonly kind: 'deny' | 'violation' | 'warn';
  readonly value: unknown;
}

interface Result {
  readonly id: string;
  readonly rule: string;
  readonly title: string | null;
  readonly message: string | null;
  readonly severity: Severity;
}

function keyOf({ id, message, severity }: Result): string {
  return `${id}\n${severity}\n${message ?? ''}`;
}

function kindOf(name: string): Rule['kind'] | null {
  return (['deny', 'violation', 'warn'] as const).find((kind) => name === kind || name.startsWith(`${kind}_`)) ?? null;
}

function isRule(entrypoint: string): boolean {
  return kindOf(entrypoint.split('/').at(-1) ?? '') !== null;
}

/** An entry point is a rule, or a package that has some. */
function rulesOf({ entrypoint, result }: RegoAnswer[number]): readonly Rule[] {
  const name = entrypoint.replaceAll('/', '.');
  const kind = kindOf(entrypoint.split('/').at(-1) ?? '');
  return valuesIn(result).flatMap((value): readonly Rule[] => {
    if (kind) return [{ name, kind, value }];
    if (!isRecord(value)) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const own = kindOf(key);
      return own ? [{ name: `${name}.${key}`, kind: own, value: inner }] : [];
    });
  });
}

function valuesIn(resultSet: unknown): readonly unknown[] {
  return Array.isArray(resultSet) ? resultSet.flatMap((each: unknown) => (isRecord(each) ? [each['result']] : [])) : [];
}

/** Texts, objects with `msg` (`severity`, `id`, `title`), sets of either, or true. */
function resultsOfRule({ name, kind, value }: Rule): readonly Result[] {
  const severity: Severity = kind === 'warn' ? 'low' : 'high';
  const plain = { id: `rego-${slug(name)}`, rule: name, title: null, severity };
  if (value === true) return [{ ...plain, message: null }];
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' || isRecord(value) ? [value] : [];
  return items.flatMap((item): readonly Result[] => {
    if (typeof item === 'string') return [{ ...plain, message: item }];
    if (!isRecord(item)) return [];
    const text = (key: string): string | null => (typeof item[key] === 'string' && item[key] !== '' ? item[key] : null);
    const id = text('id');
    const own = severities.find((each) => each === text('severity')?.toLowerCase());
    return [
      {
        ...plain,
        id: id === null ? plain.id : `rego-${slug(id)}`,
        title: text('title'),
        message: text('msg') ?? text('message'),
        severity: own ?? severity,
      },
    ];
  });
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return words.slice(0, 80) || 'rule';
}
