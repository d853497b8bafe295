/** A YAML file → Sigma documents and what is wrong with the others. */
import type {
  SigmaCondition,
  SigmaDetection,
  SigmaDocument,
  SigmaFile,
  SigmaFilter,
  SigmaMeta,
  SigmaProblem,
  SigmaRule,
} from '@kumomori/model';
import { endLine, oneLine } from '@kumomori/model';
import type { ReadDocument } from '../documents/index.ts';
import { readJsonDocument, readYamlDocuments } from '../documents/index.ts';
import { parseCondition } from './condition.ts';
import { readCorrelation } from './correlation.ts';
import { parseDetection } from './detection.ts';
import type { Member } from './fields.ts';
import { SigmaError, lineOf, members, scalarOf, textOf, textsOf } from './fields.ts';
import type { Top } from './meta.ts';
import { readLogSource, readMeta } from './meta.ts';

/** Files of rules are some kB; whole collections in one file some MB. */
const MAX_DOCUMENTS = 10_000;
/** Found by the YAML reader in what a document then does not say: the document cannot be trusted. */
const FATAL = new Set(['yaml-syntax', 'limit', 'too-large', 'binary']);

/** All documents of a file, of which each is read or has a problem that says why not. Never throws. O(length). */
export function readSigma(path: string, text: string): SigmaFile {
  // JSON is YAML too, and read many times faster for what it is.
  const read = text.startsWith('{') ? readJsonDocument({ path, text }) : readYamlDocuments({ path, text });
  const faults = read.diagnostics.filter(({ code }) => FATAL.has(code));
  const documents: SigmaDocument[] = [];
  const problems: SigmaProblem[] = [];
  let told = 0;
  for (const document of read.documents.slice(0, MAX_DOCUMENTS)) {
    const [from, to] = [lineOf(document.value, 1), endLine(document.range)];
    const fault = faults.find(({ line }) => line === null || (line >= from && line <= to + 1));
    if (fault) told++;
    const result = fault ? problem(document, oneLine(fault.message), fault.line ?? from) : readDocument(document, problems);
    if ('kind' in result) documents.push(result);
    else problems.push(result);
  }
  const whole = { severity: 'error', title: null, id: null } as const;
  const [first] = faults;
  if (told === 0 && first) problems.push({ ...whole, reason: oneLine(first.message), line: first.line ?? 1 });
  else if (read.documents.length === 0 && !first) problems.push({ ...whole, reason: 'the file is empty', line: 1 });
  if (read.documents.length > MAX_DOCUMENTS)
    problems.push({ ...whole, reason: `the file has more than ${MAX_DOCUMENTS} documents`, line: 1 });
  return { path, documents, problems };
}

function problem({ value }: ReadDocument, reason: string, line: number): SigmaProblem {
  const text = (key: string): string | null => {
    const found = value.kind === 'map' ? value.entries.get(key) : undefined;
    const scalar = found ? (scalarOf(found)?.scalar ?? null) : null;
    return scalar === null ? null : oneLine(String(scalar));
  };
  return { severity: 'error', title: text('title'), id: text('id'), reason: oneLine(reason), line };
}

function readDocument(document: ReadDocument, problems: SigmaProblem[]): SigmaDocument | SigmaProblem {
  const line = lineOf(document.value, 1);
  const odd: SigmaProblem[] = [];
  try {
    const warn = (reason: string, at: number): void => void odd.push({ ...problem(document, reason, at), severity: 'warning' });
    const result = documentOf(document, line, warn);
    problems.push(...odd);
    return result;
  } catch (error) {
    if (error instanceof SigmaError) return problem(document, error.message, error.line);
    throw error;
  }
}

function documentOf({ value }: ReadDocument, line: number, warn: (reason: string, line: number) => void): SigmaDocument {
  if (value.kind !== 'map') throw new SigmaError('the document is no mapping', line);
  const top: Top = new Map(members(value, line).map((member) => [member.key, member]));
  const kinds = ['detection', 'correlation', 'filter'].filter((key) => top.has(key));
  if (textOf(top.get('action'), 'action') !== null)
    throw new SigmaError('"action" (global, reset, repeat) is not part of Sigma 2', top.get('action')?.line ?? line);
  if (kinds.length === 0) throw new SigmaError('no Sigma document: it has no detection, correlation or filter', line);
  if (kinds.length > 1) throw new SigmaError(`a document is one of ${kinds.join(', ')}, not all of them`, line);
  const meta = readMeta(top, line, warn);
  const correlation = top.get('correlation');
  if (correlation) return readCorrelation(meta, correlation, top.get('generate'));
  const filter = top.get('filter');
  if (filter) return readFilter(meta, top, filter, warn);
  return readRule(meta, top, warn);
}

function readRule(meta: SigmaMeta, top: Top, warn: (reason: string, line: number) => void): SigmaRule {
  const logsource = readLogSource(top.get('logsource'), meta.line);
  const { detections, conditions, conditionTexts } = readDetections(top.get('detection'), meta.line);
  const used = new Set(conditions.flatMap((condition) => namesIn(condition)));
  for (const name of detections.keys())
    if (!used.has(name)) warn(`the condition does not use the selection "${name.slice(0, 60)}"`, top.get('detection')?.line ?? meta.line);
  return { ...meta, kind: 'rule', logsource, detections, conditions, conditionTexts };
}

function readFilter(meta: SigmaMeta, top: Top, filter: Member, warn: (reason: string, line: number) => void): SigmaFilter {
  const logsource = readLogSource(top.get('logsource'), meta.line);
  if (filter.value.kind !== 'map') throw new SigmaError('the filter has to be a mapping', filter.line);
  const rules = members(filter.value, filter.line).find(({ key }) => key === 'rules');
  const names = textsOf(rules, 'rules');
  if (names.length === 0) throw new SigmaError('the filter names no rules (a list, or "any")', filter.line);
  const isAny = rules?.value.kind === 'string' && names[0]?.toLowerCase() === 'any';
  const { detections, conditions } = readDetections(filter, meta.line, 'rules');
  if (conditions.every((condition) => condition.kind !== 'not' && !hasNot(condition)))
    warn('the condition is added to the rules with "and": without "not" the filter keeps only what it describes', filter.line);
  return { ...meta, kind: 'filter', logsource, rules: isAny ? null : names, detections, conditions };
}

interface Detections {
  readonly detections: ReadonlyMap<string, SigmaDetection>;
  readonly conditions: readonly SigmaCondition[];
  readonly conditionTexts: readonly string[];
}

function readDetections(member: Member | undefined, line: number, other?: string): Detections {
  if (!member || member.value.kind !== 'map') throw new SigmaError('the detection has to be a mapping', member?.line ?? line);
  const entries = members(member.value, member.line);
  const timeframe = entries.find(({ key }) => key === 'timeframe');
  if (timeframe) throw new SigmaError('"timeframe" is not part of Sigma 2: write a correlation with a timespan', timeframe.line);
  const detections = new Map<string, SigmaDetection>();
  for (const entry of entries) if (entry.key !== 'condition' && entry.key !== other) detections.set(entry.key, parseDetection(entry));
  const condition = entries.find(({ key }) => key === 'condition');
  if (!condition) throw new SigmaError('the condition is missing', member.line);
  if (detections.size === 0) throw new SigmaError('there is no selection', member.line);
  const texts = textsOf(condition, 'the condition');
  if (texts.length === 0) throw new SigmaError('the condition is empty', condition.line);
  const names = [...detections.keys()];
  const conditions = texts.map((text) => parseCondition(text, { names, line: condition.line, what: 'selection' }));
  return { detections, conditions, conditionTexts: texts };
}

function namesIn(condition: SigmaCondition): readonly string[] {
  if (condition.kind === 'name') return [condition.name];
  if (condition.kind === 'of') return condition.names;
  return condition.kind === 'not' ? namesIn(condition.part) : condition.parts.flatMap((part) => namesIn(part));
}

function hasNot(condition: SigmaCondition): boolean {
  return condition.kind === 'not' || ('parts' in condition && condition.parts.some((part) => hasNot(part)));
}
