/** Is the value of a parameter a credential? The path says what it is for. */
import type { BlockReader, MapNode } from '../../code/index.ts';
import { environmentCredentials } from '../../secrets/index.ts';

export function parameterCredentials(parameter: BlockReader, name: string, value: string): MapNode<string> {
  const place = parameter.placeOf(value);
  const written = parameter.value(value);
  const path = parameter.text(name).value ?? '';
  return environmentCredentials(written ? [{ variable: path.slice(path.lastIndexOf('/') + 1), value: written }] : [], null, place);
}
