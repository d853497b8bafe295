/** What an expression in a template may ask about the stack around it. */
import type { MapValue, Range, UnknownValue, Value } from '@kumomori/model';
import { nullValue, unknownValue } from '@kumomori/model';
import type { Run } from './run.ts';

export interface Scope {
  readonly run: Run;
  /** The value of a parameter; null when the template declares none of this name. */
  parameter(name: string): Value | null;
  pseudoParameter(name: string): Value | null;
  /** True, false or unknown. */
  condition(name: string, at: Range | null): Value;
  /** As written; null when there is none. */
  mapping(name: string): MapValue | null;
  /** What a file of this code holds, as written; null when there is none. */
  include(location: string): Value | null;
  /** What `Ref` gives of a resource (`attribute` `''`), and what `Fn::GetAtt` gives; null when the template declares none of this name. */
  resource(name: string, attribute: string, at: Range | null): Value | null;
}

/** What `AWS::NoValue` gives: compared by identity, whoever holds it leaves out the property. */
export const NO_VALUE: Value = nullValue();

/** What a transform that nobody here carries out makes of something. */
export function transformed(range: Range | null): UnknownValue {
  return unknownValue('unsupported', 'a transform decides it', range);
}
