import type { CatalogueEntry, FindingExposure, FindingRisk, Resource, Severity, Suppression } from '@kumomori/model';
import type { Evaluation } from '@kumomori/engine';
import type { OriginTarget } from './origin-target.ts';

/** A resource without its attributes: they are most of it, and what a verdict read of them is its evidence. */
export type JudgedResource = Omit<Resource, 'fields'>;

/** The verdict of one check on one resource instance, before instances of the same code are put together. */
export interface InstanceVerdict {
  readonly entry: CatalogueEntry;
  readonly resource: JudgedResource;
  readonly evaluation: Evaluation;
  /** After the overrides of kumomori.yaml. */
  readonly severity: Severity;
  /** What names the code it was made from: the same in every run, on every machine, whatever line it stands on. */
  readonly identity: string;
  readonly suppressed: Suppression | null;
  /** Of checks about openness; severity follows it. */
  readonly exposure?: FindingExposure;
  /** Of what attack paths lead over; severity follows it. */
  readonly risk?: FindingRisk;
  readonly target: OriginTarget;
}
