/** The question that checks ask of a map of credentials. */
import { which } from '../check/index.ts';
import type { AttrMap } from '../node.ts';

/** The first variable that certainly holds a credential; undefined when certainly none does. One that may hold one ends as unknown. */
export function credentialIn(credentials: AttrMap<string>): { readonly variable: string; readonly kind: string } | undefined {
  const { known, complete } = credentials.keys();
  const questions = Object.fromEntries(known.map((variable) => [variable, () => credentials.get(variable) !== undefined]));
  // Asking for a key that is not there ends the evaluation when there may be more variables than are known.
  const variable = which(complete ? questions : { ...questions, '': () => credentials.has('') });
  return variable === undefined ? undefined : { variable, kind: credentials.get(variable) ?? 'secret-value' };
}
