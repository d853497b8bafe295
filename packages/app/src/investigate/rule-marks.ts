/** Detections over the events of an investigation: which event is one that a rule speaks of. */
import type { CompiledCorrelation, CompiledRule, Point, RuleSet } from '@kumomori/engine';
import { Correlator, Detector, fieldReader, neededFields } from '@kumomori/engine';
import type { EventFacts, LogEvent } from '@kumomori/model';

export interface RuleMark {
  readonly rule: CompiledRule | CompiledCorrelation;
  /** Number of the event. */
  readonly event: number;
}

/** State: points that correlations wait for. */
export class RuleMarks {
  readonly #detector: Detector;
  readonly #correlator: Correlator<number>;
  readonly #needed: ReturnType<typeof neededFields>;
  readonly #fieldsOf = fieldReader();
  readonly #marks: RuleMark[] = [];

  constructor(set: RuleSet) {
    this.#detector = new Detector(set.rules);
    this.#correlator = new Correlator<number>(set);
    this.#needed = neededFields(set);
  }

  add(event: LogEvent, facts: EventFacts, number: number): void {
    for (const rule of this.#detector.detect(event)) {
      if (rule.alerts) this.#marks.push({ rule, event: number });
      const fields = this.#needed.get(rule.order);
      if (!fields || facts.time === null) continue;
      const point: Point<number> = {
        order: rule.order,
        time: facts.time,
        sequence: number,
        fields: this.#fieldsOf(event, fields),
        info: number,
      };
      this.#correlator.add(point);
    }
  }

  finish(): readonly RuleMark[] {
    const correlated = this.#correlator.finish().flatMap(({ correlation, points }) => {
      const last = points.at(-1);
      return correlation.alerts && last ? [{ rule: correlation, event: last.info }] : [];
    });
    return [...this.#marks, ...correlated];
  }
}
