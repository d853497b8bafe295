/** The events of our own detections' tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRuleSet } from '@kumomori/engine';
import type { PlacedDocument, RuleSet } from '@kumomori/engine';
import type { Json, LogEvent } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { readSigma } from '@kumomori/parsers';
import { parseAllDocuments } from 'yaml';
import { eventsOf, openDetection } from './run-detection.ts';

export interface TestedRules {
  readonly set: RuleSet;
  /** What their tests hold, one after the other. */
  readonly events: readonly LogEvent[];
}

/** All rules below a folder. Throws for files that do not compile. */
export function testedRules(folder: string): TestedRules {
  const documents: PlacedDocument[] = [];
  const events: LogEvent[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!name.endsWith('.yml')) continue;
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const { source } = openDetection(file, text);
    documents.push(...readSigma(file, text).documents.map((document) => ({ file, document })));
    for (const test of testsIn(text)) for (const record of eventsOf(test, source)) events.push({ source, record });
  }
  return { set: compileRuleSet(documents), events };
}

function testsIn(text: string): readonly Json[] {
  const document: unknown = parseAllDocuments(text, { schema: 'core' }).at(-1)?.toJS({ maxAliasCount: 1000 });
  const kumomori = isRecord(document) ? document['kumomori'] : null;
  const tests = isRecord(kumomori) ? kumomori['tests'] : null;
  if (!isRecord(tests)) return [];
  // What YAML's core schema reads is JSON.
  return [tests['match'], tests['ignore']].flatMap((list) => (Array.isArray(list) ? (list as Json[]) : []));
}

/** The event without one of its members, or without one of its request's: what a rule's conditions may hang on. */
export function withoutOne({ source, record }: LogEvent, index: number): LogEvent {
  const request = record['requestParameters'];
  if (index % 2 === 0 && isRecord(request)) return { source, record: { ...record, requestParameters: lacking(request, index) } };
  return { source, record: lacking(record, index) };
}

function lacking(record: Readonly<Record<string, unknown>>, index: number): Readonly<Record<string, unknown>> {
  const keys = Object.keys(record);
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== keys[index % keys.length]));
}
