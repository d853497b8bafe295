/** Finds findings and resources from every page. `/` opens it. */
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useApi } from '../api/index.ts';
import { useLanguage, useTexts } from '../i18n/index.ts';
import { Button, Dialog, SeverityBadge } from '../ui/index.ts';

/** Typing waits this long before it asks. */
const PAUSE_MS = 200;
const SHOWN = 6;

export function GlobalSearch(): ReactNode {
  const { shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button className="search-button" aria-keyshortcuts="/" onClick={() => setOpen(true)}>
        <span aria-hidden="true">⌕</span>
        <span className="words">{shell.search.open}</span>
        <kbd aria-hidden="true">/</kbd>
      </Button>
      <Dialog title={shell.search.title} open={isOpen} onClose={() => setOpen(false)}>
        <SearchPanel onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

function SearchPanel({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { shell } = useTexts();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  return (
    <>
      <input
        className="input"
        type="search"
        autoFocus
        value={typed}
        maxLength={200}
        aria-label={shell.search.title}
        placeholder={shell.search.placeholder}
        onChange={({ target }) => setTyped(target.value)}
      />
      {text.length < 2 ? <p className="soft small">{shell.search.hint}</p> : <Hits text={text} onDone={onDone} />}
    </>
  );
}

function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Hits({ text, onDone }: { readonly text: string; readonly onDone: () => void }): ReactNode {
  const { language, texts } = useLanguage();
  const { search } = texts.shell;
  const findings = useApi('listFindings', { query: { text, open: true, limit: SHOWN } });
  const resources = useApi('listResources', { query: { text, limit: SHOWN } });
  const isEmpty = findings.data?.items.length === 0 && resources.data?.items.length === 0;
  return (
    <div className="stack hits" aria-live="polite">
      {isEmpty ? <p className="soft">{texts.shell.empty}</p> : null}
      {findings.data && findings.data.items.length > 0 ? (
        <section aria-label={texts.shell.nav.findings}>
          <h3>{texts.shell.nav.findings}</h3>
          <ul className="hit-list">
            {findings.data.items.map(({ id, title, severity, resource }) => (
              <li key={id}>
                <Link to="/findings/$id" params={{ id }} onClick={onDone}>
                  <SeverityBadge severity={severity} />
                  <span className="cut">
                    {title[language]} <span className="soft small">{resource.name ?? resource.id}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <Link to="/findings" search={{ text }} className="small" onClick={onDone}>
            {search.allFindings}
          </Link>
        </section>
      ) : null}
      {resources.data && resources.data.items.length > 0 ? (
        <section aria-label={texts.shell.nav.resources}>
          <h3>{texts.shell.nav.resources}</h3>
          <ul className="hit-list">
            {resources.data.items.map(({ id, name, address, type }) => (
              <li key={id}>
                <a href={`/resources/${id}`} onClick={onDone}>
                  <span className="cut">
                    {name ?? address} <span className="soft small">{type}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
