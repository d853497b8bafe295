/** Rules as closures and as SQL over the same events: which events only one of them calls a hit. */
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Detector, ruleSql } from '@kumomori/engine';
import type { CompiledRule, RuleSet } from '@kumomori/engine';
import type { LogEvent } from '@kumomori/model';

export interface RuleComparison {
  readonly rule: CompiledRule;
  /** Events that the closures call hits. */
  readonly hits: number;
  /** A few events about which the two forms disagree. */
  readonly onlyClosures: readonly LogEvent[];
  readonly onlySql: readonly LogEvent[];
  readonly differences: number;
  /** Why SQL cannot say the rule for one of its logs; null where it can. */
  readonly unsupported: string | null;
}

/** To be closed. */
export interface RuleComparer {
  compare(events: readonly LogEvent[]): Promise<readonly RuleComparison[]>;
  close(): void;
}

/** Only rules of logs that kumomori reads are compared. */
export async function ruleComparer(set: Pick<RuleSet, 'rules'>): Promise<RuleComparer> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const rules = set.rules.filter(({ sources }) => sources.length > 0);
  return {
    async compare(events) {
      await load(connection, events);
      const expected = inClosures(rules, events);
      const compared: RuleComparison[] = [];
      for (const rule of rules)
        compared.push(await compareRule(rule, { connection, events, expected: expected.get(rule.order) ?? new Set() }));
      return compared;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function inClosures(rules: readonly CompiledRule[], events: readonly LogEvent[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  const detector = new Detector(rules);
  for (const [index, event] of events.entries())
    for (const { order } of detector.detect(event)) found.set(order, (found.get(order) ?? new Set()).add(index));
  return found;
}

interface Compared {
  readonly connection: DuckDBConnection;
  readonly events: readonly LogEvent[];
  readonly expected: ReadonlySet<number>;
}

const TOLD = 3;

async function compareRule(rule: CompiledRule, { connection, events, expected }: Compared): Promise<RuleComparison> {
  const found = new Set<number>();
  let unsupported: string | null = null;
  for (const source of rule.sources) {
    const action = source === 'aws.cloudtrail' ? 'action' : null;
    const sql = ruleSql(rule, source, { raw: 'raw_data', source: 'source', action });
    if (sql.kind === 'unsupported') {
      unsupported = sql.reason;
      continue;
    }
    const reader = await connection.runAndReadAll(`SELECT n FROM events WHERE ${sql.where}`);
    for (const [n] of reader.getRows()) found.add(Number(n));
  }
  const missing = unsupported === null ? [...expected].filter((each) => !found.has(each)) : [];
  const more = unsupported === null ? [...found].filter((each) => !expected.has(each)) : [];
  const told = (list: readonly number[]): readonly LogEvent[] => list.slice(0, TOLD).flatMap((index) => events[index] ?? []);
  return {
    ...{ rule, hits: expected.size, unsupported },
    ...{ onlyClosures: told(missing), onlySql: told(more), differences: missing.length + more.length },
  };
}

async function load(connection: DuckDBConnection, events: readonly LogEvent[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE events (n INTEGER, source VARCHAR, raw_data VARCHAR, action VARCHAR)');
  const appender = await connection.createAppender('events');
  for (const [index, { source, record }] of events.entries()) {
    appender.appendInteger(index);
    appender.appendVarchar(source);
    appender.appendVarchar(JSON.stringify(record));
    const action = record['eventName'];
    if (typeof action === 'string') appender.appendVarchar(action);
    else appender.appendNull();
    appender.endRow();
  }
  appender.closeSync();
}
