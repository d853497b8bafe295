/** One resource: what is known of it now and what it was before, what is wrong with it, what it hangs together with. */
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Badge, Page, SeverityBadge, Shown } from '../../ui/index.ts';
import { asObject, asText } from '../findings/document.ts';
import { History } from './history.tsx';
import { shapeLines } from './shape.ts';
import '../findings/findings.css';
import './resources.css';

type Resource = Answer<'getResource'>;

export function ResourcePage(): ReactNode {
  const { id } = useParams({ from: '/resources/$id' });
  const query = useApi('getResource', { params: { id } });
  return <Shown query={query}>{(resource) => <Detail resource={resource} />}</Shown>;
}

function Detail({ resource }: { readonly resource: Resource }): ReactNode {
  const { resources } = useTexts();
  return (
    <Page
      title={resource.name ?? resource.address}
      aside={
        <span className="row">
          <code className="soft">{resource.type}</code>
          {resource.goneAt === null ? null : <Badge tone="medium">{resources.gone}</Badge>}
        </span>
      }
    >
      <div className="finding-layout">
        <div className="stack">
          <Findings resource={resource} />
          <Shape shape={resource.shape} />
          <History key={resource.id} resource={resource} />
        </div>
        <aside className="stack" aria-label={resources.relations}>
          <Facts resource={resource} />
          <Relations resource={resource} />
        </aside>
      </div>
    </Page>
  );
}

function Findings({ resource }: { readonly resource: Resource }): ReactNode {
  const { language, texts } = useLanguage();
  const { resources, shell } = texts;
  return (
    <section className="card stack">
      <h2>{resources.findings}</h2>
      {resource.findings.length === 0 ? <p className="soft">{resources.noFindings}</p> : null}
      <ul className="plain-list">
        {resource.findings.map((finding) => (
          <li key={finding.id} className="row">
            <SeverityBadge severity={finding.severity} />
            <Link to="/findings/$id" params={{ id: finding.id }}>
              {finding.title[language]}
            </Link>
            <span className="soft small">
              {finding.state in shell.state ? shell.state[finding.state as keyof typeof shell.state] : finding.state}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shape({ shape }: { readonly shape: unknown }): ReactNode {
  const { resources } = useTexts();
  const lines = shapeLines(shape);
  return (
    <section className="card stack">
      <h2>{resources.configuration}</h2>
      {lines.length === 0 ? <p className="soft">{resources.noConfiguration}</p> : null}
      <ul className="plain-list shape">
        {lines.map(({ path, name, depth, kind, text }) => (
          <li key={path} style={{ paddingInlineStart: `${depth * 1.2}rem` }}>
            <span className="shape-name">{name}</span>
            {kind === 'value' || kind === 'group' ? <code>{text}</code> : null}
            {kind === 'hidden' ? <Badge>{resources.hidden}</Badge> : null}
            {kind === 'unknown' ? (
              <span>
                <Badge tone="medium">{resources.unknown}</Badge> <span className="soft small">{text}</span>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ resource }: { readonly resource: Resource }): ReactNode {
  const { resources, findings, shell } = useTexts();
  const formats = useFormats();
  const place = asObject(resource.place);
  const file = asText(place['file']);
  const tags = Object.entries(resource.tags);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [findings.fact.address, <code key="address">{resource.address}</code>],
    [findings.fact.account, resource.account ?? shell.none],
    [findings.fact.region, resource.region ?? shell.none],
    [findings.fact.owner, resource.departmentId ?? shell.none],
    [resources.fact.environment, resource.environment ?? shell.none],
    [resources.facets.source, resource.sourceName ?? shell.none],
    [resources.fact.place, file === null ? shell.none : <code key="place">{`${file}:${Number(place['line'] ?? 1)}`}</code>],
    [resources.fact.firstSeen, formats.time(resource.firstSeen)],
    [resources.columns.seen, formats.time(resource.lastSeen)],
    ...(resource.goneAt === null ? [] : [[resources.gone, formats.time(resource.goneAt)] as const]),
  ];
  return (
    <section className="card stack">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {tags.length === 0 ? null : (
        <div>
          <h3>{resources.fact.tags}</h3>
          <ul className="plain-list small">
            {tags.map(([name, value]) => (
              <li key={name} style={{ overflowWrap: 'anywhere' }}>
                <span className="soft">{name}</span> {value}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const KINDS = ['names', 'named-by', 'same'] as const;

function Relations({ resource }: { readonly resource: Resource }): ReactNode {
  const { resources } = useTexts();
  return (
    <section className="card stack">
      <h2>{resources.relations}</h2>
      {resource.relations.length === 0 ? <p className="soft">{resources.noRelations}</p> : null}
      {KINDS.map((kind) => {
        const some = resource.relations.filter((each) => each.kind === kind);
        return some.length === 0 ? null : (
          <div key={kind}>
            <h3>{resources.relation[kind]}</h3>
            <ul className="plain-list">
              {some.map(({ resource: other }) => (
                <li key={other.id}>
                  <Link to="/resources/$id" params={{ id: other.id }} style={{ overflowWrap: 'anywhere' }}>
                    {kind === 'same' ? other.type : (other.name ?? other.address)}
                  </Link>{' '}
                  {kind === 'same' ? null : <code className="soft small">{other.type}</code>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {resource.hasMoreRelations ? <p className="soft small">{resources.moreRelations}</p> : null}
    </section>
  );
}
