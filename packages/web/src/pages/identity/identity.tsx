/** Who can do what: questions to one source, answered by a process of the server that ends when nobody waits any more. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button, Empty, Field, Page, Shown } from '../../ui/index.ts';
import { Asked } from './asked.tsx';
import type { IdentityTab } from './search.ts';
import { identityTabs } from './search.ts';
import '../paths/paths.css';
import '../resources/resources.css';

const KINDS: readonly string[] = ['code', 'snapshot', 'aws', 'azure', 'gcp', 'k8s'];

export function IdentityPage(): ReactNode {
  const { identity } = useTexts();
  const search = useSearch({ from: '/identity' });
  const navigate = useNavigate({ from: '/identity' });
  const query = useApi('listSources', {});
  return (
    <Page title={identity.title}>
      <Shown query={query}>
        {({ sources }) => {
          const some = sources.filter(({ kind }) => KINDS.includes(kind));
          const source = some.find(({ id }) => id === search.source) ?? some[0];
          if (!source) return <Empty>{identity.noSources}</Empty>;
          return (
            <div className="stack">
              <div className="row">
                <Field label={identity.source}>
                  <select
                    value={source.id}
                    onChange={(event) => void navigate({ search: { ...search, source: event.currentTarget.value }, replace: true })}
                  >
                    {some.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </Field>
                <Tabs tab={search.tab ?? 'who'} onChoose={(tab) => void navigate({ search: { ...search, tab }, replace: true })} />
              </div>
              <Questions key={`${source.id} ${search.tab ?? 'who'}`} sourceId={source.id} tab={search.tab ?? 'who'} />
            </div>
          );
        }}
      </Shown>
    </Page>
  );
}

function Tabs({ tab, onChoose }: { readonly tab: IdentityTab; readonly onChoose: (tab: IdentityTab) => void }): ReactNode {
  const { identity } = useTexts();
  return (
    <div className="row" role="group" aria-label={identity.title} style={{ alignSelf: 'end' }}>
      {identityTabs.map((each) => (
        <Button
          key={each}
          aria-pressed={each === tab}
          {...(each === tab ? { tone: 'primary' as const } : {})}
          onClick={() => onChoose(each)}
        >
          {identity.tabs[each]}
        </Button>
      ))}
    </div>
  );
}

/** What the form asks; null: nothing yet. */
export type IdentityQuestion =
  | { readonly tab: 'who'; readonly action: string; readonly resource: string }
  | { readonly tab: 'what'; readonly principal: string }
  | { readonly tab: 'review' };

function Questions({ sourceId, tab }: { readonly sourceId: string; readonly tab: IdentityTab }): ReactNode {
  const { identity } = useTexts();
  const [question, ask] = useState<IdentityQuestion | null>(null);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    if (tab === 'who') ask({ tab, action: text('action'), resource: text('resource') });
    else if (tab === 'what') ask({ tab, principal: text('principal') });
    else ask({ tab });
  };
  return (
    <>
      <form className="card stack" onSubmit={send}>
        {tab === 'who' ? (
          <div className="grid">
            <Field label={identity.action} hint={identity.actionHint}>
              <input name="action" required maxLength={200} defaultValue="s3:GetObject" autoComplete="off" spellCheck={false} />
            </Field>
            <Field label={identity.resource} hint={identity.resourceHint}>
              <input name="resource" required maxLength={2_000} defaultValue="*" autoComplete="off" spellCheck={false} />
            </Field>
          </div>
        ) : null}
        {tab === 'what' ? <PrincipalField sourceId={sourceId} /> : null}
        <div className="row">
          <Button type="submit" tone="primary">
            {identity.ask}
          </Button>
        </div>
      </form>
      {question ? <Asked sourceId={sourceId} question={question} onStop={() => ask(null)} /> : null}
    </>
  );
}

const PRINCIPALS = ['aws.iam.role', 'aws.iam.user', 'azure.managed-identity', 'gcp.iam.service-account', 'kubernetes.core.service-account'];

function PrincipalField({ sourceId }: { readonly sourceId: string }): ReactNode {
  const { identity } = useTexts();
  const known = useApi('listResources', { query: { source: sourceId, type: PRINCIPALS, limit: 500 } });
  return (
    <>
      <Field label={identity.principal} hint={identity.principalHint}>
        <input name="principal" required maxLength={2_000} list="principals" autoComplete="off" spellCheck={false} />
      </Field>
      <datalist id="principals">
        {(known.data?.items ?? []).map(({ id, name, address }) => (
          <option key={id} value={address}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
