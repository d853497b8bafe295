/** What rules, correlations and filters have in common. */
import type { SigmaData, SigmaLevel, SigmaLogSource, SigmaMeta } from '@kumomori/model';
import { SIGMA_LEVELS } from '@kumomori/model';
import type { Member } from './fields.ts';
import { SigmaError, dataOf, members, shown, textOf, textsOf } from './fields.ts';

const KNOWN = new Set([
  ...['title', 'id', 'name', 'status', 'description', 'author', 'date', 'modified', 'license', 'taxonomy', 'level', 'references', 'tags'],
  ...['related', 'fields', 'falsepositives', 'scope', 'logsource', 'detection', 'correlation', 'filter', 'generate'],
]);
const STATUSES = new Set(['stable', 'test', 'experimental', 'deprecated', 'unsupported']);
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DATE = /^\d{4}[-/]\d\d[-/]\d\d$/;

/** Members of the document by key. */
export type Top = ReadonlyMap<string, Member>;

/** Throws SigmaError; `warn` hears of what is odd and does no harm. */
export function readMeta(top: Top, line: number, warn: (reason: string, line: number) => void): SigmaMeta {
  const text = (key: string): string | null => textOf(top.get(key), key);
  const texts = (key: string): readonly string[] => textsOf(top.get(key), key);
  const title = text('title');
  if (title === null || title.trim() === '') throw new SigmaError('the title is missing', line);
  const meta: SigmaMeta = {
    ...{ title, id: text('id'), name: text('name'), status: text('status'), description: text('description') },
    ...{ date: text('date'), modified: text('modified'), license: text('license'), taxonomy: text('taxonomy') },
    author: top.has('author') ? texts('author').join(', ') : null,
    level: readLevel(top.get('level')),
    ...{ references: texts('references'), tags: texts('tags'), fields: texts('fields'), falsepositives: texts('falsepositives') },
    scope: texts('scope'),
    related: readRelated(top.get('related')),
    extra: Object.fromEntries([...top].filter(([key]) => !KNOWN.has(key)).map(([key, { value }]) => [key, dataOf(value)])),
    line,
  };
  const odd = (key: keyof SigmaMeta, reason: string): void => warn(reason, top.get(key)?.line ?? line);
  if (meta.id !== null && !UUID.test(meta.id)) odd('id', `the id "${shown(meta.id)}" is no UUID`);
  if (meta.status !== null && !STATUSES.has(meta.status)) odd('status', `the status "${shown(meta.status)}" is not one of Sigma's`);
  if (meta.date !== null && !DATE.test(meta.date)) odd('date', `the date "${shown(meta.date)}" is not written YYYY-MM-DD`);
  if (meta.taxonomy !== null && meta.taxonomy !== 'sigma')
    odd('taxonomy', `the taxonomy "${shown(meta.taxonomy)}" is not known: field names are taken as they are`);
  return meta;
}

function readLevel(member: Member | undefined): SigmaLevel | null {
  const text = textOf(member, 'level')?.toLowerCase() ?? null;
  if (text === null) return null;
  const level = SIGMA_LEVELS.find((each) => each === text);
  if (!level) throw new SigmaError(`the level "${shown(text)}" is not one of ${SIGMA_LEVELS.join(', ')}`, member?.line ?? 1);
  return level;
}

function readRelated(member: Member | undefined): SigmaMeta['related'] {
  if (!member || member.value.kind === 'null') return [];
  if (member.value.kind !== 'list') throw new SigmaError('related has to be a list', member.line);
  return member.value.items.map((item) => {
    if (item.kind !== 'map') throw new SigmaError('each entry of related has to have id and type', member.line);
    const entries = new Map(members(item, member.line).map((each) => [each.key, each]));
    return { id: textOf(entries.get('id'), 'id') ?? '', type: textOf(entries.get('type'), 'type') ?? '' };
  });
}

/** Throws SigmaError when it is missing or says nothing. */
export function readLogSource(member: Member | undefined, line: number): SigmaLogSource {
  if (!member || member.value.kind === 'null') throw new SigmaError('the logsource is missing', line);
  if (member.value.kind !== 'map') throw new SigmaError('the logsource has to be a mapping', member.line);
  const entries = new Map(members(member.value, member.line).map((each) => [each.key, each]));
  const text = (key: string): string | null => textOf(entries.get(key), key);
  const known = { product: text('product'), category: text('category'), service: text('service'), definition: text('definition') };
  if (known.product === null && known.category === null && known.service === null)
    throw new SigmaError('the logsource names no product, category or service', member.line);
  const extra: Record<string, SigmaData> = {};
  for (const [key, { value }] of entries) if (!Object.hasOwn(known, key)) extra[key] = dataOf(value);
  return { ...known, extra };
}
