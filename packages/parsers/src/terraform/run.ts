/** The state of one evaluation run: what it has spent, how deep it is, what it has to say. */
import type { Diagnostic, Range } from '@kumomori/model';
import { lineColumnAt, oneLine } from '@kumomori/model';
import type { TerraformLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Evaluate } from './scope.ts';

const MAX_DIAGNOSTICS = 10_000;

export interface Report {
  readonly code: string;
  readonly message: string;
  readonly severity?: Diagnostic['severity'];
}

/** What a few lines may expand to; longer code may hold more, up to the limits. An estate of 200,000 lines has 36,000 resources in 6 MB. */
const RESOURCES_OF_SMALL_CODE = 10_000;
const MODULES_OF_SMALL_CODE = 1_000;

/** What some part of a run has used up. */
export interface RunCost {
  readonly steps: number;
  readonly moduleInstances: number;
  readonly resources: number;
}

export class Run {
  readonly limits: TerraformLimits;
  readonly workspace: string;
  depth = 0;
  #steps = 0;
  #length = 0;
  #budget: number;
  #moduleInstances = 0;
  #resources = 0;
  readonly #diagnostics = new Map<string, Diagnostic>();

  readonly evaluate: Evaluate;

  constructor(evaluate: Evaluate, limits: Partial<TerraformLimits> = {}, workspace = 'default') {
    this.evaluate = evaluate;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.workspace = workspace;
    this.#budget = this.limits.steps;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** Counts work; false once the budget of the run is used up, which is said once. */
  spend(steps: number, at: Range | null): boolean {
    this.#steps += steps;
    if (this.#steps <= this.#budget) return true;
    this.#limitOnce('steps', at, `evaluation stopped after ${this.#budget} steps; what was left is unknown`);
    return false;
  }

  get isExhausted(): boolean {
    return this.#steps > this.#budget;
  }

  /** Every file that is read adds its length to the budget: big repositories may take longer, and hold more, than small ones. */
  allowFor(length: number): void {
    this.#budget += length;
    this.#length += length;
  }

  get #roomForResources(): number {
    return Math.min(this.limits.resources, RESOURCES_OF_SMALL_CODE + Math.floor(this.#length / 20));
  }

  get #roomForModules(): number {
    return Math.min(this.limits.moduleInstances, MODULES_OF_SMALL_CODE + Math.floor(this.#length / 200));
  }

  takeModuleInstance(at: Range | null): boolean {
    this.#moduleInstances += 1;
    if (this.#moduleInstances <= this.#roomForModules) return true;
    this.#limitOnce('modules', at, `more than ${this.#roomForModules} module instances; the others were left out`);
    return false;
  }

  /** False when no further resource would be taken. */
  get hasRoomForResources(): boolean {
    return this.#resources < this.#roomForResources;
  }

  takeResource(at: Range | null): boolean {
    this.#resources += 1;
    if (this.#resources <= this.#roomForResources) return true;
    this.#limitOnce('resources', at, `more than ${this.#roomForResources} resource instances; the others were left out`);
    return false;
  }

  /** Adds a diagnostic at the start of the range; the same one at the same place is kept once, however many instances say it. */
  report(at: Range | null, report: Report): void {
    this.addDiagnostic(diagnosticAt(at, report));
  }

  addDiagnostic(said: Diagnostic): void {
    const diagnostic = { ...said, message: oneLine(said.message) };
    this.#heard?.push(diagnostic);
    const key = `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}:${diagnostic.code}:${diagnostic.message}`;
    if (!this.#diagnostics.has(key) && this.#diagnostics.size < MAX_DIAGNOSTICS) this.#diagnostics.set(key, diagnostic);
  }

  #heard: Diagnostic[] | null = null;

  /** Does some work, and tells what it used up and said, also what had been said before. Not to be nested. */
  observe<T>(work: () => T): { readonly result: T; readonly cost: RunCost; readonly said: readonly Diagnostic[] } {
    const [steps, moduleInstances, resources] = [this.#steps, this.#moduleInstances, this.#resources];
    const said: Diagnostic[] = [];
    this.#heard = said;
    const result = work();
    this.#heard = null;
    const cost = {
      steps: this.#steps - steps,
      moduleInstances: this.#moduleInstances - moduleInstances,
      resources: this.#resources - resources,
    };
    return { result, cost, said };
  }

  /** Counts what was done in another run; false, and nothing is counted, when this run has no room for all of it. */
  takeAtOnce({ steps, moduleInstances, resources }: RunCost): boolean {
    const hasRoom =
      this.#steps + steps <= this.#budget &&
      this.#moduleInstances + moduleInstances <= this.#roomForModules &&
      this.#resources + resources <= this.#roomForResources;
    if (this.isLimited || !hasRoom) return false;
    this.#steps += steps;
    this.#moduleInstances += moduleInstances;
    this.#resources += resources;
    return true;
  }

  /** Something was left out because there was too much. */
  get isLimited(): boolean {
    return this.#said.size > 0;
  }

  readonly #said = new Set<string>();

  #limitOnce(what: string, at: Range | null, message: string): void {
    if (this.#said.has(what)) return;
    this.#said.add(what);
    this.report(at, { code: 'limit', message });
  }
}

export function diagnosticAt(at: Range | null, { code, message, severity = 'warning' }: Report): Diagnostic {
  const place = at ? lineColumnAt(at.source, at.start) : null;
  return { severity, file: at?.source.path ?? '', line: place?.line ?? null, column: place?.column ?? null, code, message };
}
