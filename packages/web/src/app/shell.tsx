/** The frame around every page: bar, menu, content. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useApiAction, useLiveUpdates } from '../api/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { navigation } from './navigation.ts';
import { useUser } from './session.tsx';
import { LanguageSwitch, ThemeSwitch } from './switches.tsx';

export function Shell(): ReactNode {
  const { shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  useLiveUpdates();
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="shell">
      <a className="button skip-link" href="#main">
        {shell.skip}
      </a>
      <header className="top-bar">
        <Button tone="quiet" className="menu-button" aria-expanded={isOpen} aria-controls="menu" onClick={() => setOpen(!isOpen)}>
          {shell.menu}
        </Button>
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" />
          {shell.product}
        </Link>
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

function UserMenu(): ReactNode {
  const { shell } = useTexts();
  const user = useUser();
  const client = useQueryClient();
  const action = useApiAction('signOut');
  return (
    <>
      <span className="soft small">{user.name}</span>
      <Button tone="quiet" onClick={() => action.mutate({}, { onSuccess: () => client.resetQueries() })}>
        {shell.signOut}
      </Button>
    </>
  );
}

function Menu({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const { shell } = useTexts();
  const { permissions } = useUser();
  return (
    <nav className="side-nav" id="menu" data-open={isOpen} aria-label={shell.menu}>
      {navigation.map(({ title, items }) => {
        const allowed = items.filter(({ permission }) => permissions.includes(permission));
        return allowed.length === 0 ? null : (
          <div key={title}>
            <h2>{shell.nav[title]}</h2>
            <ul>
              {allowed.map(({ path, text }) => (
                <li key={path}>
                  <Link to={path} activeOptions={{ exact: path === '/' }}>
                    {shell.nav[text]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
