import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/index.ts';
import { navigation } from './navigation.ts';
import { useUser } from './session.tsx';

/** The pages that exist and that one may see, in the order of navigation.ts. */
export function Menu({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const { shell } = useTexts();
  const { permissions } = useUser();
  const known: Readonly<Record<string, unknown>> = useRouter().routesByPath;
  return (
    <nav className="side-nav" id="menu" data-open={isOpen} aria-label={shell.menu}>
      {navigation.map(({ title, items }) => {
        const allowed = items.filter(({ path, permission }) => Object.hasOwn(known, path) && permissions.includes(permission));
        return allowed.length === 0 ? null : (
          <div key={title}>
            <h2 id={`menu-${title}`}>{shell.nav[title]}</h2>
            <ul aria-labelledby={`menu-${title}`}>
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
