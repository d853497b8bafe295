/**
 * YAML files into values: streams of documents, anchors, merge keys, tags of the format. Scalars mean what they mean to the Go and Python
 * readers behind Kubernetes and CloudFormation: `yes` and `on` are booleans, dates are text.
 */
import type { Diagnostic, Range, Source, Value } from '@kumomori/model';
import { boolValue, diagnosticAt, listValue, mapValue, nullValue, numberValue, stringValue } from '@kumomori/model';
import type { CollectionTag, Document, Scalar, ScalarTag, YAMLMap, YAMLSeq } from 'yaml';
import { Lexer, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Comment } from '../format.ts';
import type { DocumentOptions, ReadDocument, ReadDocuments } from './document.ts';
import type { WrittenMember } from './written.ts';
import { membersOf, repeatedKey, repeatedMembers, writtenMap } from './written.ts';
import { nestsTooDeep } from './yaml-depth.ts';
import { meaningOf } from './yaml-scalars.ts';

/** Larger texts are generated, not written. UTF-16 code units. */
const MAX_YAML_LENGTH = 8 * 1024 * 1024;
/** Nodes of a file with every alias written out. */
const MAX_NODES = 2_000_000;
const MAX_DEPTH = 200;
const MAX_ERRORS = 20;
/** Of what the library finds in a document: the first mistake makes most of the others. */
const MAX_ERRORS_OF_DOCUMENT = 1;

/** All documents of a YAML text. Never throws: what is wrong is a diagnostic (`yaml-syntax`, `limit`, `too-large`, `binary`). O(length). */
export function readYamlDocuments(source: Source, options: DocumentOptions = {}): ReadDocuments {
  const { text, path } = source;
  const whole = { severity: 'error', file: path, line: null, column: null } as const;
  const nothing = (code: string, message: string): ReadDocuments => ({
    documents: [],
    comments: [],
    diagnostics: [{ ...whole, code, message }],
  });
  if (text.length > MAX_YAML_LENGTH) return nothing('too-large', 'the YAML file is larger than 8 MiB and was not read');
  if (text.includes('\0')) return nothing('binary', 'file is binary: it contains NUL bytes');
  if (nestsTooDeep(text, MAX_DEPTH)) return nothing('limit', 'the YAML text is nested too deep');
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    customTags: (options.tags ?? []).flatMap(tagsNamed),
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  // Without any document there is an empty stream, which is an array too.
  const documents: readonly Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  const diagnostics = documents.flatMap(({ errors }) =>
    errors.slice(0, MAX_ERRORS_OF_DOCUMENT).map(({ pos, message }): Diagnostic => {
      return diagnosticAt(source, Math.min(pos[0], text.length), { code: 'yaml-syntax', message: `not valid YAML: ${message}` });
    }),
  );
  const reader = new Reader(source, options);
  const read = documents.flatMap((document) => reader.document(document));
  return { documents: read, comments: commentsOf(text), diagnostics: [...diagnostics, ...reader.diagnostics] };
}

/** A tag of the format on any kind of node; what is below it is read as without. */
function tagsNamed(tag: string): (ScalarTag | CollectionTag)[] {
  return [
    { tag, resolve: (text) => text },
    { tag, collection: 'map' },
    { tag, collection: 'seq' },
  ];
}

/** State: the anchors of the document, and what was read so far. */
class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  readonly #functionOf: (tag: string) => string | null;
  /** Null while the anchored node is being read. */
  #anchors = new Map<string, { readonly value: Value; readonly size: number } | null>();
  #size = 0;

  constructor(source: Source, { functionOf = () => null }: DocumentOptions) {
    this.#source = source;
    this.#functionOf = functionOf;
  }

  document({ contents }: Document.Parsed): readonly ReadDocument[] {
    if (contents === null) return [];
    this.#anchors = new Map();
    const value = this.#node(contents, 0);
    const range = this.#rangeOf(contents);
    return value.kind === 'null' || range === null ? [] : [{ value, range }];
  }

  #node(node: unknown, depth: number): Value {
    if (++this.#size > MAX_NODES || depth > MAX_DEPTH) return this.#tooLarge(node);
    if (isAlias(node)) {
      const anchored = this.#anchors.get(node.source);
      if (!anchored) return this.#problem(node.range?.[0] ?? 0, `the anchor ${node.source.slice(0, 60)} is not known here`);
      this.#size += anchored.size;
      return this.#size > MAX_NODES ? this.#tooLarge(node) : anchored.value;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nullValue();
    const { anchor } = node;
    const before = this.#size;
    if (anchor !== undefined) this.#anchors.set(anchor, null);
    const value = this.#tagged(node, isScalar(node) ? this.#scalar(node) : isMap(node) ? this.#map(node, depth) : this.#seq(node, depth));
    if (anchor !== undefined) this.#anchors.set(anchor, { value, size: this.#size - before });
    return value;
  }

  #tagged(node: Scalar | YAMLMap | YAMLSeq, value: Value): Value {
    const key = node.tag === undefined ? null : this.#functionOf(node.tag);
    return key === null ? value : mapValue(new Map([[key, value]]), value.range);
  }

  #scalar(node: Scalar): Value {
    const range = this.#rangeOf(node);
    const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const isPlain = node.type === undefined || node.type === 'PLAIN';
    if (!isPlain || /^[yn]$/i.test(text)) return stringValue(text, range);
    const meaning = meaningOf({ text, isPlain, isQuoted: false, tag: node.tag?.startsWith('tag:yaml.org,2002:') ? node.tag : null });
    if (!('plain' in meaning) || typeof meaning.plain === 'string') return stringValue(text, range);
    if (meaning.plain === null) return nullValue(range);
    return typeof meaning.plain === 'number' ? numberValue(meaning.plain, range) : boolValue(meaning.plain, range);
  }

  #seq(node: YAMLSeq, depth: number): Value {
    return listValue(
      node.items.map((item) => this.#node(item, depth + 1)),
      this.#rangeOf(node),
    );
  }

  #map(node: YAMLMap, depth: number): Value {
    const own: WrittenMember[] = [];
    const merged = new Map<string, WrittenMember>();
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const key = typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? '');
      const value = this.#node(pair.value ?? null, depth + 1);
      if (key === '<<' && pair.key.type === 'PLAIN') this.#merge(value, merged);
      else {
        const keyRange = this.#rangeOf(pair.key);
        own.push({ key, keyRange, value: value.range === null ? { ...value, range: keyRange } : value });
      }
    }
    for (const { key } of own) merged.delete(key);
    const map = writtenMap([...merged.values(), ...own], this.#rangeOf(node));
    for (const { key, keyRange } of repeatedMembers(map)) if (keyRange) this.#warn(keyRange.start, repeatedKey(key));
    return map;
  }

  /** The first of several mappings wins, and all lose to the mapping's own keys. */
  #merge(from: Value, into: Map<string, WrittenMember>): void {
    for (const source of from.kind === 'list' ? from.items : [from]) {
      if (source.kind !== 'map') continue;
      this.#size += source.entries.size;
      if (this.#size > MAX_NODES) return;
      for (const member of membersOf(source)) if (!into.has(member.key)) into.set(member.key, member);
    }
  }

  #tooLarge(node: unknown): Value {
    if (this.diagnostics.some(({ code }) => code === 'limit')) return nullValue();
    const at = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
    return this.#problem(at, 'the YAML text is too large with its aliases written out', 'limit');
  }

  #warn(at: number, said: { readonly code: string; readonly message: string }): void {
    if (this.diagnostics.length < MAX_ERRORS) this.diagnostics.push(diagnosticAt(this.#source, at, { ...said, severity: 'warning' }));
  }

  #problem(at: number, message: string, code = 'yaml-syntax'): Value {
    if (this.diagnostics.length < MAX_ERRORS) this.diagnostics.push(diagnosticAt(this.#source, at, { code, message }));
    return nullValue();
  }

  #rangeOf(node: unknown): Range | null {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
    return range ? { source: this.#source, start: range[0], end: Math.max(range[0], range[1]) } : null;
  }
}

function commentsOf(text: string): readonly Comment[] {
  if (!text.includes('#')) return [];
  const comments: Comment[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (const token of new Lexer().lex(text)) {
    // Control tokens stand for no text.
    if (token === '\u0002' || token === '\u0018' || token === '\u001f' || token === '\uFEFF') continue;
    if (token.startsWith('#')) comments.push({ start: at, end: at + token.length, text: token.slice(1) });
    at += token.length;
  }
  return comments;
}
