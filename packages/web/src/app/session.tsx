/** Who is signed in; every page asks here what it may offer. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../api/index.ts';

export type SignedIn = NonNullable<Answer<'getSession'>['user']>;

const SessionContext = createContext<SignedIn | null>(null);

export function SessionProvider({ user, children }: { readonly user: SignedIn; readonly children: ReactNode }): ReactNode {
  return <SessionContext value={user}>{children}</SessionContext>;
}

export function useUser(): SignedIn {
  const user = useContext(SessionContext);
  if (!user) throw new Error('nobody is signed in');
  return user;
}

/** Only what to show: the server decides. */
export function useMay(permission: string): boolean {
  return useUser().permissions.includes(permission);
}
