/** Fn::Transform: `AWS::Include` of a file of this code; what other transforms make is not known. */
import type { Value } from '@kumomori/model';
import { toStringValue } from '../../values/index.ts';
import { transformed } from '../scope.ts';
import type { Call } from './call.ts';

export function transform({ argument, range, scope, evaluate }: Call): Value {
  const entries = argument.kind === 'map' ? argument.entries : null;
  const name = entries?.get('Name');
  const parameters = entries?.get('Parameters');
  const written = parameters?.kind === 'map' ? parameters.entries.get('Location') : undefined;
  const location = name?.kind === 'string' && name.value === 'AWS::Include' && written ? toStringValue(evaluate(written)) : null;
  const included = location?.kind === 'string' ? scope.include(location.value) : null;
  return included ? evaluate(included) : transformed(range);
}
