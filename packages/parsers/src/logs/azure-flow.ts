/**
 * Flow logs of Azure: records of an hour or a minute that hold flows as comma-separated tuples.
 * learn.microsoft.com/azure/network-watcher: nsg-flow-logs-overview ("Log format"), vnet-flow-logs-overview ("Log format"), read 2026-11-22.
 */
import { isRecord } from '@kumomori/model';
import type { LogRecord } from './types.ts';

/** Version 1 ends after the decision, version 2 adds the rest. */
const NSG_TUPLE = [
  'timeStamp',
  'sourceIp',
  'destinationIp',
  'sourcePort',
  'destinationPort',
  'protocol',
  'flowDirection',
  'flowDecision',
  'flowState',
  'packetsSourceToDestination',
  'bytesSourceToDestination',
  'packetsDestinationToSource',
  'bytesDestinationToSource',
] as const;

const VNET_TUPLE = [...NSG_TUPLE.slice(0, 7), 'flowState', 'flowEncryption', ...NSG_TUPLE.slice(9)] as const;

const NUMBERS: ReadonlySet<string> = new Set(['timeStamp', 'sourcePort', 'destinationPort', ...NSG_TUPLE.slice(9)]);
const FEWEST_PARTS = 8;

export interface FlowTuples {
  /** One for each tuple: what the record says of itself, the rule, and the tuple's parts by name; `flowTuple` is the tuple as it was. */
  readonly tuples: readonly LogRecord[];
  /** Tuples that are none. */
  readonly damaged: number;
}

/** The tuples of a record of NSG flow logs (version 1 and 2) or of virtual network flow logs. */
export function flowTuples(record: LogRecord): FlowTuples {
  const tuples: LogRecord[] = [];
  let damaged = 0;
  const { properties, flowRecords, ...own } = record;
  const isVnet = isRecord(flowRecords);
  const names = isVnet ? VNET_TUPLE : NSG_TUPLE;
  for (const outer of objects(isRecord(flowRecords) ? flowRecords['flows'] : isRecord(properties) ? properties['flows'] : null))
    for (const inner of objects(outer['flowGroups'] ?? outer['flows'])) {
      const common = { ...own, ...plain(outer), ...plain(inner) };
      for (const tuple of Array.isArray(inner['flowTuples']) ? (inner['flowTuples'] as readonly unknown[]) : []) {
        const parts = typeof tuple === 'string' ? tuple.split(',') : [];
        if (parts.length < FEWEST_PARTS) damaged += 1;
        else tuples.push({ ...common, flowTuple: tuple, ...named(parts, names) });
      }
    }
  return { tuples, damaged };
}

function named(parts: readonly string[], names: readonly string[]): LogRecord {
  const result: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index]?.trim();
    if (part === undefined || part === '') continue;
    result[name] = NUMBERS.has(name) && /^\d{1,15}$/.test(part) ? Number(part) : part;
  }
  return result;
}

/** Members that are no lists: rule, aclID, mac. */
function plain(object: LogRecord): LogRecord {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => typeof value !== 'object'));
}

function objects(value: unknown): readonly LogRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
