/** What the sections of an account share. */
import type { ReactNode } from 'react';

export function Section({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="card stack">
      <h2>{title}</h2>
      {about === undefined ? null : <p className="soft">{about}</p>}
      {children}
    </section>
  );
}

export function Problem({ error }: { readonly error: Error | null }): ReactNode {
  return error ? (
    <p className="problem" role="alert">
      {error.message}
    </p>
  ) : null;
}

/** Shown once. */
export function Codes({ about, codes }: { readonly about: string; readonly codes: readonly string[] }): ReactNode {
  return (
    <div className="notice good stack" role="status">
      <span>{about}</span>
      <pre>{codes.join('\n')}</pre>
    </div>
  );
}

export function timeOf(iso: string | null): string {
  return iso === null ? '–' : new Date(iso).toLocaleString(document.documentElement.lang);
}
