/** Text of a file of findings → findings. Two formats: OCSF (Prowler, and what else writes it) and ASFF (Security Hub, Prowler). */
import type { ExternalFinding, Json } from '@kumomori/model';
import { isJsonObject, itemsAt, jsonAt, memberOf } from '@kumomori/model';
import { asffFinding } from './asff.ts';
import { ocsfFinding } from './ocsf.ts';

/** A finding before it is compared. `names`: by which ids `equivalents` of our checks may know its check. */
export interface ReadFinding {
  readonly finding: Omit<ExternalFinding, 'file' | 'external' | 'comparisons'>;
  readonly names: readonly string[];
}

export interface ReadExternal {
  readonly findings: readonly ReadFinding[];
  /** Elements that are no finding with a check and a resource. */
  readonly unread: number;
}

/** Null: neither format. One array, one object that holds one (`Findings`), or one finding a line. O(text). */
export function readExternal(text: string): ReadExternal | null {
  const elements = elementsOf(text);
  if (!elements || !elements.some((each) => isAsff(each) || isOcsf(each))) return null;
  const read = elements.map((each) => (isAsff(each) ? asffFinding(each) : isOcsf(each) ? ocsfFinding(each) : []));
  return { findings: read.flat(), unread: read.filter((each) => each.length === 0).length };
}

function elementsOf(text: string): readonly Json[] | null {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole as readonly Json[];
  if (isJsonObject(whole)) return memberOf(whole, 'Findings') === undefined ? [whole] : itemsAt(whole, 'Findings');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const elements = lines.map(parsed);
  return lines.length > 0 && elements.every((each) => each !== undefined) ? elements : null;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isAsff(json: Json): boolean {
  return memberOf(json, 'SchemaVersion') !== undefined && memberOf(json, 'GeneratorId') !== undefined;
}

function isOcsf(json: Json): boolean {
  return jsonAt(json, 'metadata.product') !== undefined && jsonAt(json, 'finding_info') !== undefined;
}
