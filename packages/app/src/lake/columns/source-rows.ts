/** Events of one source in a batch. */
import type { LogEvent } from '@kumomori/model';
import { ocsfSteps, ocsfValueAt } from '@kumomori/model';
import { PathValues } from './path-values.ts';
import type { MappingPlan } from './plan.ts';
import { TableRows } from './table-rows.ts';
import { RecordWalk } from './walk.ts';

interface Classified {
  readonly classUid: number;
  readonly activityId: number;
}

/** Numbers of texts below it make a key together. */
const KEY_BASE = 2 ** 17;
const UNKNOWN: Classified = { classUid: 0, activityId: 0 };

export class SourceRows {
  /** By slot. */
  readonly paths: PathValues[] = [];
  readonly tables = new Map<number, TableRows>();
  readonly #plan: MappingPlan;
  readonly #count: (name: string) => void;
  readonly #values: unknown[] = [];
  readonly #ruleSteps: readonly (readonly [number, readonly (string | number)[]])[];
  readonly #ruleNumbers: number[] = [];
  readonly #classified = new Map<number | string, Classified>();
  readonly #origins = new Map<number, readonly (readonly [number, 'account' | 'region' | 'name'])[]>();

  /** `count` is told each name that the mapping does not know. */
  constructor(plan: MappingPlan, count: (name: string) => void) {
    this.#plan = plan;
    this.#count = count;
    this.#ruleSteps = [...plan.ruleSlots].map(([path, slot]) => [slot, ocsfSteps(path)]);
    for (const [slot] of this.#ruleSteps) this.paths[slot] = new PathValues();
  }

  /** The row that an event became, and the text of what its mapping does not know. */
  add(
    record: LogEvent['record'],
    origin: LogEvent['origin'],
  ): { readonly table: TableRows; readonly row: number; readonly unmapped: string | null } {
    const { classUid, activityId } = this.#classOf(record);
    const table = this.tables.get(classUid) ?? this.#newTable(classUid);
    const unmapped = table.walk.read(record);
    for (const [slot, name] of this.#origins.get(classUid) ?? []) this.#values[slot] = origin?.[name];
    const row = table.add(this.#values, this.paths);
    table.activities[row] = activityId;
    return { table, row, unmapped };
  }

  #classOf(record: LogEvent['record']): Classified {
    let key = 0;
    let isSmall = this.#ruleSteps.length <= 3;
    for (const [slot, steps] of this.#ruleSteps) {
      const [first] = steps;
      const value =
        steps.length === 1 && typeof first === 'string'
          ? Object.hasOwn(record, first)
            ? record[first]
            : undefined
          : ocsfValueAt(record, steps);
      const number = this.paths[slot]?.numberOf(value) ?? -1;
      this.#ruleNumbers[slot] = number;
      isSmall &&= number + 1 < KEY_BASE;
      key = key * KEY_BASE + number + 1;
    }
    const name = isSmall ? key : this.#ruleNumbers.join();
    const known = this.#classified.get(name);
    if (known) return known;
    const textAt = (slot: number): string | null => this.paths[slot]?.texts[this.#ruleNumbers[slot] ?? -1] ?? null;
    const found = this.#plan.rules.find(({ when }) => when.every(({ slot, holds }) => holds(textAt(slot)))) ?? UNKNOWN;
    this.#classified.set(name, found);
    return found;
  }

  #newTable(classUid: number): TableRows {
    const plan = this.#plan.classOf(classUid);
    for (const slot of plan.slots.values()) this.paths[slot] ??= new PathValues();
    const walk = new RecordWalk(this.#plan.mapping, classUid, { slots: plan.slots, values: this.#values, count: this.#count });
    const table = new TableRows(this.#plan.mapping.source, plan, walk);
    this.tables.set(classUid, table);
    const origins = [...plan.slots].flatMap(([path, slot]) => {
      const name = ORIGINS[path];
      return name === undefined ? [] : [[slot, name] as const];
    });
    this.#origins.set(classUid, origins);
    return table;
  }
}

const ORIGINS: Readonly<Record<string, 'account' | 'region' | 'name'>> = { '@account': 'account', '@region': 'region', '@name': 'name' };
