/** Languages and versions as apps name them: an attribute for each language, or one text such as `PYTHON|3.12`. */
import type { BlockReader, ListItem, ObjectNode } from '../../code/index.ts';
import { explicit, object, present } from '../../code/index.ts';
import type { Runtime } from './app/shape.ts';

const languages: Readonly<Record<string, string>> = {
  php: 'php',
  python: 'python',
  java: 'java',
  tomcat: 'java',
  jbosseap: 'java',
  node: 'node',
  dotnet: 'dotnet',
  dotnetcore: 'dotnet',
  'dotnet-isolated': 'dotnet',
};

/** One runtime for each attribute that is written: `{ php: 'php_version' }`. An unknown version is an element that nobody knows. */
export function runtimesIn(block: BlockReader, attributes: Readonly<Record<string, string>>): ListItem<Runtime>[] {
  return Object.entries(attributes).flatMap(([attribute, language]) => {
    const version = present(block.string(attribute));
    if (!version || version.value === '' || version.state === 'outside') return [];
    return [{ node: runtime(block, { language, attribute }), uncertain: false }];
  });
}

function runtime(block: BlockReader, { language, attribute }: { language: string; attribute: string }): ObjectNode<Runtime> {
  const place = block.placeOf(attribute);
  return object<Runtime>({ language: explicit(language, place), version: block.string(attribute, { default: '' }) }, place);
}

/** `PYTHON|3.12`, `DOTNETCORE|8.0`, `JAVA|17-java17`, `TOMCAT|10.1-java17`; a container says nothing. */
export function runtimeOfText(block: BlockReader, attribute: string): ListItem<Runtime>[] {
  const text = block.string(attribute).value;
  const place = block.placeOf(attribute);
  const [name = '', version = ''] = (text ?? '').split('|');
  const language = languages[name.toLowerCase()];
  if (language === undefined || version === '') return [];
  const java = /java(\d+)|jre(\d+)/i.exec(version);
  const shown = language === 'java' && java ? (java[1] ?? java[2] ?? version) : version;
  return [{ node: object<Runtime>({ language: explicit(language, place), version: explicit(shown, place) }, place), uncertain: false }];
}
