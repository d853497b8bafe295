/** The state of one evaluation run: what it has spent, how deep it is, what it has to say. */
import type { Diagnostic, Range, Value } from '@kumomori/model';
import { diagnosticAt, unknownValue } from '@kumomori/model';
import type { CloudFormationLimits } from './limits.ts';
import { DEFAULT_CLOUDFORMATION_LIMITS } from './limits.ts';

const MAX_DIAGNOSTICS = 2_000;

export interface Report {
  readonly code: string;
  readonly message: string;
  readonly severity?: Diagnostic['severity'];
}

export class Run {
  readonly limits: CloudFormationLimits;
  depth = 0;
  #budget: number;
  #steps = 0;
  #resources = 0;
  #stacks = 0;
  readonly #said = new Set<string>();
  readonly #diagnostics = new Map<string, Diagnostic>();

  constructor(limits: Partial<CloudFormationLimits> = {}) {
    this.limits = { ...DEFAULT_CLOUDFORMATION_LIMITS, ...limits };
    this.#budget = this.limits.steps;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** Every template that is read adds its length: large repositories may take longer than small ones. */
  allowFor(length: number): void {
    this.#budget += length;
  }

  /** Counts work; false once the budget is used up, which is said once. */
  spend(steps: number, at: Range | null): boolean {
    this.#steps += steps;
    if (this.#steps <= this.#budget) return true;
    this.#limitOnce('steps', at, `evaluation stopped after ${this.#budget} steps; what was left is unknown`);
    return false;
  }

  takeResource(at: Range | null): boolean {
    this.#resources += 1;
    if (this.#resources <= this.limits.resources) return true;
    this.#limitOnce('resources', at, `more than ${this.limits.resources} resources; the others were left out`);
    return false;
  }

  takeStack(at: Range | null): boolean {
    this.#stacks += 1;
    if (this.#stacks <= this.limits.stacks) return true;
    this.#limitOnce('stacks', at, `more than ${this.limits.stacks} nested stacks; the others were left out`);
    return false;
  }

  /** What `evaluate` gives one level deeper; unknown where that is too deep. */
  deeper(at: Range | null, evaluate: () => Value): Value {
    if (this.depth >= this.limits.depth) {
      this.#limitOnce('depth', at, 'functions and references are nested too deeply; the value is treated as unknown');
      return unknownValue('limit', 'nested too deeply', at);
    }
    this.depth += 1;
    const value = evaluate();
    this.depth -= 1;
    return value;
  }

  /** A diagnostic at the start of the range; the same one at the same place is kept once. */
  report(at: Range | null, { code, message, severity = 'warning' }: Report): void {
    if (at === null) this.addDiagnostic({ severity, file: '', line: null, column: null, code, message });
    else this.addDiagnostic(diagnosticAt(at.source, at.start, { severity, code, message }));
  }

  addDiagnostic(diagnostic: Diagnostic): void {
    const key = `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}:${diagnostic.code}:${diagnostic.message}`;
    if (!this.#diagnostics.has(key) && this.#diagnostics.size < MAX_DIAGNOSTICS) this.#diagnostics.set(key, diagnostic);
  }

  #limitOnce(what: string, at: Range | null, message: string): void {
    if (this.#said.has(what)) return;
    this.#said.add(what);
    this.report(at, { code: 'limit', message });
  }
}
