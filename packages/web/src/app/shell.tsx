/** The frame around every page: bar, menu, content. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useApiAction, useLiveUpdates } from '../api/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { GlobalSearch } from './global-search.tsx';
import { Menu } from './menu.tsx';
import { useUser } from './session.tsx';
import { LanguageSwitch, ThemeSwitch } from './switches.tsx';

export function Shell(): ReactNode {
  const { shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useFocusOn(path);
  useLiveUpdates();
  useEffect(() => setOpen(false), [path]);
  useEscape(isOpen, () => {
    setOpen(false);
    menuButton.current?.focus();
  });
  return (
    <div className="shell">
      <a className="button skip-link" href="#main">
        {shell.skip}
      </a>
      <header className="top-bar">
        <Button
          ref={menuButton}
          tone="quiet"
          className="menu-button"
          aria-expanded={isOpen}
          aria-controls="menu"
          aria-label={shell.menu}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">☰</span>
        </Button>
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" />
          <span>{shell.product}</span>
        </Link>
        <GlobalSearch />
        <div className="right">
          <LanguageSwitch />
          <ThemeSwitch />
          <UserMenu />
        </div>
      </header>
      <Menu isOpen={isOpen} />
      <main className="main" id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** The content gets the focus when another page is opened, so that the keyboard goes on there and screen readers tell of it. */
function useFocusOn(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

function useEscape(isOn: boolean, close: () => void): void {
  const last = useRef(close);
  useEffect(() => {
    last.current = close;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') last.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}

function UserMenu(): ReactNode {
  const { shell } = useTexts();
  const user = useUser();
  const client = useQueryClient();
  const action = useApiAction('signOut');
  return (
    <>
      <Link to="/account" className="small user-name">
        {user.name}
      </Link>
      <Button tone="quiet" onClick={() => action.mutate({}, { onSuccess: () => void client.resetQueries() })}>
        {shell.signOut}
      </Button>
    </>
  );
}
