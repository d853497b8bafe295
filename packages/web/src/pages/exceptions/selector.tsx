/** Which findings an exception is about, in words. */
import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../i18n/index.ts';

const SHOWN = 4;
const LISTS = ['checks', 'resourceTypes', 'resources', 'accounts', 'regions', 'environments', 'departments'] as const;

/** `all`: every value, not only the first ones. */
export function SelectorText({ selector, all = false }: { readonly selector: unknown; readonly all?: boolean }): ReactNode {
  const { exceptions } = useTexts();
  const formats = useFormats();
  const singles = listIn(selector, 'fingerprints').length;
  const parts = [
    ...LISTS.map((name) => ({ name, values: listIn(selector, name) })),
    { name: 'tags' as const, values: tagsIn(selector) },
  ].filter(({ values }) => values.length > 0);
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return (
    <ul className="selector-text">
      {singles === 0 ? null : <li>{exceptions.singles(formats.number(singles))}</li>}
      {parts.map(({ name, values }) => (
        <li key={name}>
          <span className="soft small">{exceptions.parts[name]}: </span>
          {values.slice(0, limit).map((value, index) => (
            <span key={value}>
              {index === 0 ? '' : ', '}
              <code>{value}</code>
            </span>
          ))}
          {values.length > limit ? <span className="soft small"> {exceptions.more(formats.number(values.length - limit))}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function listIn(selector: unknown, name: string): readonly string[] {
  const list: unknown = typeof selector === 'object' && selector !== null ? Reflect.get(selector, name) : null;
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

function tagsIn(selector: unknown): readonly string[] {
  const tags: unknown = typeof selector === 'object' && selector !== null ? Reflect.get(selector, 'tags') : null;
  return typeof tags === 'object' && tags !== null ? Object.entries(tags).map(([key, value]) => `${key}=${String(value)}`) : [];
}
